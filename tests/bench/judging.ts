/** Judging with the lexical grader: one message against every criterion, and a whole stage; beside splitting the same words. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Case } from '../../src/grader/grader.ts'
import { lexicalGrader } from '../../src/grader/lexical.ts'
import type { Answer } from '../../src/interview/transcript.ts'
import { bank, median } from './bank.ts'
import type { Figure } from './bench.ts'

const TURN_MS = 0.5
const STAGE_MS = 5
const ROUNDS = 12
/** Messages of a long stage. */
const STAGE = 12
const PROBLEM = 'card-fraud'

export const judging = async (): Promise<Figure[]> => {
  const flow = bank().flows.get('mlsd')
  const problem = bank().problems.get(PROBLEM)
  if (!flow || !problem) throw new Error(`flows/ has no mlsd flow or no ${PROBLEM}`)
  const grader = lexicalGrader()
  const texts = messages()
  const about = { problem, synonyms: flow.synonyms, given: [problem.opening] }
  const every = flow.stages.flatMap(({ criteria }) => criteria).filter((one) => one.measured === undefined)
  const model = flow.stages.find(({ id }) => id === 'model')?.criteria ?? []
  const judge = async (criteria: Case['criteria'], answers: Answer[]): Promise<number> => {
    const start = performance.now()
    await grader.judge({ ...about, criteria, answers })
    return performance.now() - start
  }
  const split = new Intl.Segmenter('en', { granularity: 'word' })
  const turns: number[] = []
  const stages: number[] = []
  const splits: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const said = texts.map((text, n) => answer(`${text} ${round}`, n))
    for (const one of said) turns.push(await judge(every, [one]))
    for (let n = 0; n + STAGE <= said.length; n += STAGE)
      stages.push(await judge(model, said.slice(n, n + STAGE)))
    for (const { text } of said) splits.push(timed(() => [...split.segment(text)].length))
  }
  const [turn, stage] = [median(turns), median(stages)]
  const baseline = `${median(splits).toFixed(3)} ms to split a message into words`
  return [
    figure('one message against every criterion, median', turn, TURN_MS, baseline),
    figure(`a stage of ${STAGE} messages, median`, stage, STAGE_MS, baseline),
  ]
}

const figure = (name: string, ms: number, goal: number, baseline: string): Figure => ({
  name,
  value: `${ms.toFixed(2)} ms`,
  baseline,
  goal: `under ${goal} ms`,
  met: ms < goal,
})

const timed = (work: () => unknown): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

const answer = (text: string, n: number): Answer => ({
  entry: n * 2,
  at: n,
  stage: 'model',
  text,
  attempt: 0,
})

/** What candidates said in the labelled answers of one problem. */
const messages = (): string[] => {
  const file = new URL(`../answers/${PROBLEM}.yaml`, import.meta.url)
  const { questions } = parse(readFileSync(file, 'utf8')) as {
    questions: { answers: { says: string | string[] }[] }[]
  }
  return questions.flatMap(({ answers }) => answers.map(({ says }) => [says].flat().join('\n')))
}
