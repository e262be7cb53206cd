/** Labelled answers made for a test, and a judge behind HTTP that marks them as it is told. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Flow } from '../../src/flow/flow.ts'
import { bankIn } from '../../src/host/bank.ts'
import type { Mark } from '../../src/interview/verdict.ts'
import { answer, type Manner } from '../model/faulty.ts'
import { dataFolder } from './run.ts'

export const BANK = bankIn(join(import.meta.dirname, '..', '..', 'flows'))
const MAIN = BANK.flows.get('mlsd') as Flow

export type Made = { id: string; level: 0 | 1 | 2 | 3; says: string; trick?: string }

/** So many answers to two problems in two stages, as many of each level, each with words of its own. */
export const made = (count: number): Made[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `answer-${n}`,
    level: (n % 4) as Made['level'],
    says: `Pebble ${n} rolls down hill ${n * 7} and tumbles past house ${n * 13} by the river.`,
  }))

/** A folder with the answers: in turn to one problem and stage after the other. */
export const folderOf = (answers: readonly Made[]): string => {
  const folder = join(dataFolder(), 'answers')
  mkdirSync(folder)
  for (const [side, problem] of ['ad-clicks', 'card-fraud'].entries()) {
    const questions = ['data', 'model'].flatMap((stage, half) => {
      const own = answers.filter((_, n) => Math.floor(n / 4) % 4 === side * 2 + half)
      return own.length === 0
        ? []
        : [{ stage, asks: 'And how?', answers: own.map((one) => ({ ...one, why: 'It is so.' })) }]
    })
    if (questions.length > 0)
      writeFileSync(
        join(folder, `${problem}.yaml`),
        JSON.stringify({ problem, heldOut: side === 1, questions }),
      )
  }
  return folder
}

/** What a judge was shown: the candidate's words and the criteria. */
export const shownTo = (prompt: string): { said: string; criteria: string[] } => {
  const [, said = ''] = /\[\w+ candidate 0, [\w-]+\]\n([\s\S]*?)\n\[\w+ end\]/.exec(prompt) ?? []
  const measure = prompt.slice(prompt.indexOf('## The criteria'))
  return { said, criteria: [...measure.matchAll(/^### ([A-Z]{2}\d+):/gm)].map(([, id = '']) => id) }
}

/** Answers each call with the marks of what was said, each with the whole of it as quote. */
export const judging =
  (marks: (said: string) => (criterion: string) => Mark, usage?: object): Manner =>
  (response, sent) => {
    const { said, criteria } = shownTo(sent.body.messages?.at(-1)?.content ?? '')
    const of = marks(said)
    const verdicts = criteria.map((criterion) => {
      const verdict = of(criterion)
      return { criterion, quote: verdict === 0 ? '' : said, reason: 'It is said.', verdict }
    })
    return answer(JSON.stringify({ verdicts, flags: [] }), usage && { usage })(response, sent)
  }

/** Marks that come to exactly this level in whatever stage the criteria are of. */
export const marksFor =
  (level: Made['level']) =>
  (criterion: string): Mark => {
    const stage = MAIN.stages.find(({ criteria }) => criteria.some(({ id }) => id === criterion))
    let left = [0, 1, 3, 99][level] ?? 0
    const clear = (stage?.criteria ?? []).filter(({ weight, measured }) => {
      if (measured !== undefined || weight > left) return false
      left -= weight
      return true
    })
    return clear.some(({ id }) => id === criterion) ? 2 : 0
  }
