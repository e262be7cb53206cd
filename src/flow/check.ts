/** What a schema cannot see: whether the parts of a flow or problem fit together. */
import { bankFindings } from './bank.ts'
import { derivationFindings } from './derivation.ts'
import type { Finding } from './faults.ts'
import type { Flow } from './flow.ts'
import { repeatedIds } from './identity.ts'
import { checkPlan } from './plan.ts'
import type { Problem } from './problem.ts'
import { referenceFindings } from './references.ts'
import { checkStage, signalFindings, under } from './stage-check.ts'
import { placeholders } from './wording.ts'

/** Every fault of a flow that has the right shape; none when it can be used. */
export const checkFlow = (flow: Flow): Finding[] => {
  const { stages, ...head } = flow
  return [
    ...checkPlan(flow),
    ...repeatedIds(flow.twists, ['twists'], 'twist'),
    ...placeholders(head),
    ...stages.flatMap((stage, index) => under(['stages', index], checkStage(stage))),
  ]
}

/**
 * Every fault of a problem that has the right shape, held in a flow; each derivation of a figure is computed again.
 * A problem of the bank must also be complete; a candidate's own scenario (family `own`) need not.
 */
export const checkProblem = (problem: Problem, flow: Flow): Finding[] => [
  ...repeatedIds(problem.facts, ['facts'], 'fact'),
  ...repeatedIds(problem.mustReach, ['mustReach'], 'entry of mustReach'),
  ...repeatedIds(problem.traps, ['traps'], 'trap'),
  ...repeatedIds(problem.checks, ['checks'], 'check'),
  ...referenceFindings(problem, flow),
  ...problem.mustReach.flatMap(({ signals }, index) =>
    signalFindings(signals, ['mustReach', index, 'signals']),
  ),
  ...problem.checks.flatMap((check, index) => derivationFindings(check, ['checks', index])),
  ...(problem.family === 'own' ? [] : bankFindings(problem, flow)),
]
