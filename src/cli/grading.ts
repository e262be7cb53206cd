/** One answer, judged by itself. */
import type { Flow, Stage } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import { upheld } from '../grader/evidence.ts'
import type { Case, Grader } from '../grader/grader.ts'
import type { Bank } from '../host/library.ts'
import { PRESETS, problemOf, Unmet } from '../host/wish.ts'
import { answerScore } from '../interview/score/answer-score.ts'
import type { Mark } from '../interview/verdict.ts'

export type Task = {
  stage: string
  text: string
  problem?: string | undefined
  scenario?: string | undefined
}

export type Graded = {
  /** From 0 to 1; null when the answer is in a language that the grader does not know. */
  score: number | null
  verdicts: { criterion: string; verdict: Mark; quote: string }[]
}

/** Judges an answer against the criteria of its stage; throws `Unmet` where there is no such stage or problem. */
export const gradeAnswer = async (bank: Bank, grader: Grader, task: Task): Promise<Graded> => {
  const stage = stageOf(bank, task.stage)
  const problem = problemFor(bank, task)
  const { verdicts, assessed } = await judged(grader, stage, problem, task.text)
  return {
    score: assessed ? answerScore(stage, verdicts) : null,
    verdicts: verdicts.map(({ criterion, verdict, quote }) => ({ criterion, verdict, quote })),
  }
}

/** The stage of the framework; throws `Unmet` with those that there are. */
export const stageOf = (bank: Bank, id: string): Stage => {
  const flow = bank.flows.get(PRESETS.flow) as Flow
  const stage = flow.stages.find((one) => one.id === id)
  if (!stage)
    throw new Unmet(`There is no stage "${id}". There are: ${flow.stages.map((one) => one.id).join(', ')}.`)
  return stage
}

const problemFor = (bank: Bank, { problem, scenario }: Task): Problem | undefined => {
  if (problem !== undefined && scenario !== undefined)
    throw new Unmet('Give a problem or a scenario, not both.')
  if (problem !== undefined) return problemOf(bank, { problem })
  return scenario === undefined ? undefined : problemOf(bank, { scenario })
}

const judged = async (grader: Grader, stage: Stage, problem: Problem | undefined, text: string) => {
  const task: Case = {
    criteria: stage.criteria.filter(({ measured }) => measured === undefined),
    answers: [{ entry: 0, at: 0, stage: stage.id, text, attempt: 0 }],
    given: problem ? [problem.opening, stage.opening] : [stage.opening],
  }
  return upheld(await grader.judge(task), task.answers)
}
