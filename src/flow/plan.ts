/** The plan of a flow: its ids, shares, minutes and order, without the words of its criteria. */
import { z } from 'zod'
import type { Finding } from './faults.ts'
import { Criterion, Flow, Stage } from './flow.ts'
import { repeated, repeatedIds } from './identity.ts'
import { orderFindings } from './order.ts'
import { timingFindings } from './timing.ts'

/** What the plan needs of a flow; any flow is one, and a flow whose fault lies elsewhere too. */
export const Plan = Flow.pick({ minutes: true, bounds: true, clock: true })
  .extend({
    stages: z.array(
      Stage.pick({ id: true, minutes: true, weight: true, next: true })
        .extend({ criteria: z.array(Criterion.pick({ id: true }).strip()) })
        .strip(),
    ),
  })
  .strip()
export type Plan = z.infer<typeof Plan>

/** Findings for what has to fit across the stages. */
export const checkPlan = (plan: Plan): Finding[] => [
  ...repeatedIds(plan.stages, ['stages'], 'stage'),
  ...repeated(
    plan.stages.flatMap(({ criteria }, stage) =>
      criteria.map(({ id }, index) => ({ id, path: ['stages', stage, 'criteria', index, 'id'] })),
    ),
    'criterion',
  ),
  ...timingFindings(plan),
  ...orderFindings(plan),
]
