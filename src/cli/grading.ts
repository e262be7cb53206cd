/** One answer, judged by itself. */
import { gradeSingle, type SingleGrade } from '../evaluation/single.ts'
import type { Flow, Stage } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import type { Grader } from '../grader/grader.ts'
import type { Bank } from '../host/library.ts'
import { PRESETS, problemOf, Unmet } from '../host/wish.ts'
import type { Mark } from '../interview/verdict.ts'

export type Task = {
  stage: string
  text: string
  problem?: string | undefined
  scenario?: string | undefined
}

/** What a program is told of a grade. */
export type Graded = {
  /** From 0 to 1; null when the answer is in a language that the grader does not know. */
  score: number | null
  verdicts: { criterion: string; verdict: Mark; quote: string }[]
}

/**
 * Judges an answer against the criteria of its stage, as its problem asks for them; throws `Unmet` where there is no such
 * stage or problem.
 */
export const gradeAnswer = async (bank: Bank, grader: Grader, task: Task): Promise<SingleGrade> => {
  const stage = stageOf(bank, task.stage).id
  const problem = problemFor(bank, task)
  return gradeSingle(grader, { flow: flowOf(bank), stage, problem, messages: [task.text] })
}

/** A grade with only what programs rely on. */
export const inBrief = ({ score, verdicts }: SingleGrade): Graded => ({
  score,
  verdicts: verdicts.map(({ criterion, verdict, quote }) => ({ criterion, verdict, quote })),
})

/** The stage of the framework; throws `Unmet` with those that there are. */
export const stageOf = (bank: Bank, id: string): Stage => {
  const flow = flowOf(bank)
  const stage = flow.stages.find((one) => one.id === id)
  if (!stage)
    throw new Unmet(
      () => `There is no stage "${id}". There are: ${flow.stages.map((one) => one.id).join(', ')}.`,
    )
  return stage
}

const flowOf = (bank: Bank): Flow => bank.flows.get(PRESETS.flow) as Flow

const problemFor = (bank: Bank, { problem, scenario }: Task): Problem | undefined => {
  if (problem !== undefined && scenario !== undefined)
    throw new Unmet(() => 'Give a problem or a scenario, not both.')
  if (problem !== undefined) return problemOf(bank, { problem })
  return scenario === undefined ? undefined : problemOf(bank, { scenario })
}
