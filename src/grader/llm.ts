/**
 * The grader that asks a model: all criteria of a case in one call, a second call in the opposite order, and a third on what
 * is in dispute. The lexical grader judges beside it.
 */
import type { Flagged, Judgement, Verdict } from '../interview/verdict.ts'
import { askOn, type Errand, type Model } from '../model/model.ts'
import type { Prompts } from '../prompt/prompts.ts'
import type { Case, Grader } from './grader.ts'
import { lexicalGrader } from './lexical.ts'
import { grounded, ordering } from './llm-evidence.ts'
import { disputed, settled } from './llm-votes.ts'

export type Means = {
  model: Model
  prompts: Prompts
  /** A mark that no candidate can know, the same for the same interview. */
  mark: (interview: string) => string
}

/** Judges through the model; throws its `ModelFailure`, so that whoever is asked instead judges the whole case. */
export const llmGrader = ({ model, prompts, mark }: Means): Grader => {
  const by = `model 1.0.0 (${model.describe('judge')})`
  const lexical = lexicalGrader()
  const judge = async (told: Case, errand: Errand = {}): Promise<Judgement> => {
    const criteria = told.criteria.filter(({ measured }) => measured === undefined)
    const ids = criteria.map(({ id }) => id)
    const answers = told.answers.filter(({ text }) => text.trim() !== '')
    if (ids.length === 0 || answers.length === 0)
      return { verdicts: told.criteria.map(({ id }) => miss(id)), flags: [], by, assessed: true }
    const secret = mark(errand.whose?.interview ?? String(answers[0]?.at))
    const call = async (order: readonly string[]): Promise<Judgement> => {
      const task = { ...told, answers, criteria: criteria.filter(({ id }) => order.includes(id)) }
      const { prompt, messages, shape } = prompts.judge(task, order, secret)
      const most = SOME_TOKENS + order.length * TOKENS_EACH
      return grounded(await askOn(model, errand, { role: 'judge', prompt, messages, shape, most }), task, by)
    }
    // One after the other: what the first call sent is in the endpoint's cache for the second.
    const first = await call(ids)
    const second = await call(ids.toReversed())
    const words = await lexical.judge({ ...told, answers, criteria })
    const votes = { first, second, beside: words.assessed ? words : undefined }
    const open = disputed(ids, votes)
    const third = open.length > 0 ? await call(rotated(open)) : undefined
    const ordered = answers.some(({ text }) => ordering(text))
    const { verdicts, agreement } = settled(ids, votes, third, ordered)
    const found = new Map(verdicts.map((verdict) => [verdict.criterion, verdict]))
    return {
      verdicts: told.criteria.map(({ id }) => found.get(id) ?? miss(id)),
      flags: warnings([first, second], verdicts),
      by,
      assessed: true,
      agreement,
    }
  }
  return { by, local: false, judge } satisfies Grader
}

const SOME_TOKENS = 500
const TOKENS_EACH = 200

const miss = (criterion: string): Verdict => ({ criterion, verdict: 0, quote: '' })

/** An order unlike those of the first two calls. */
const rotated = (ids: readonly string[]): string[] => {
  const half = ids.length >> 1
  return [...ids.slice(half), ...ids.slice(0, half)]
}

/** What both calls warn of, unless the criterion is clear all the same. */
const warnings = (
  [first, second]: readonly [Judgement, Judgement],
  verdicts: readonly Verdict[],
): Flagged[] =>
  first.flags.filter(
    ({ criterion, says }) =>
      second.flags.some((other) => other.criterion === criterion && other.says === says) &&
      verdicts.some((verdict) => verdict.criterion === criterion && verdict.verdict < 2),
  )
