/** Checks of what is sound in a broken file, so that its author sees all faults at once and not one kind after another. */
import type { z } from 'zod'
import { checkProblem } from './check.ts'
import type { Finding } from './faults.ts'
import { Criterion, type Flow, Stage } from './flow.ts'
import { valueAt } from './misfit.ts'
import { checkPlan, Plan } from './plan.ts'
import { ownScenario, Problem } from './problem.ts'
import { checkCriterion, checkStage, under } from './stage-check.ts'

/** Findings for those parts of a broken flow that have the right shape in themselves. */
export const checkSoundFlow = (value: unknown): Finding[] => [
  ...when(Plan, value, checkPlan),
  ...entries(value, 'stages').flatMap((stage, index) =>
    under(
      ['stages', index],
      Stage.safeParse(stage).success ? when(Stage, stage, checkStage) : soundCriteria(stage),
    ),
  ),
]

/** Findings for those keys of a broken problem whose values have the right shape. */
export const checkSoundProblem = (value: unknown, flow: Flow): Finding[] => {
  const sound = Object.entries(Problem.shape).flatMap(([key, schema]) => {
    const part = schema.safeParse(valueAt(value, [key]))
    return part.success ? [[key, part.data] as const] : []
  })
  const names = new Set<unknown>(sound.map(([key]) => key))
  const problem = Problem.parse({ ...ownScenario('Unreadable.'), ...Object.fromEntries(sound) })
  return checkProblem(problem, flow).filter(({ path }) => names.has(path[0]))
}

const soundCriteria = (stage: unknown): Finding[] =>
  entries(stage, 'criteria').flatMap((criterion, index) =>
    under(['criteria', index], when(Criterion, criterion, checkCriterion)),
  )

const when = <T>(schema: z.ZodType<T>, value: unknown, check: (value: T) => Finding[]): Finding[] => {
  const result = schema.safeParse(value)
  return result.success ? check(result.data) : []
}

const entries = (value: unknown, key: string): unknown[] => {
  const list = valueAt(value, [key])
  return Array.isArray(list) ? list : []
}
