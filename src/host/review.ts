/** What somebody who says what could have been said is given: an attempt that is over, and what it left open. */
import type { Effect } from '../interview/effects.ts'
import { planOf } from '../interview/plan.ts'
import { openIn } from '../interview/report/open.ts'
import { reportOf } from '../interview/report.ts'
import type { Review } from '../interviewer/teacher.ts'
import type { Standing } from './standing.ts'

/** The points are those for which the report of the attempt has a sentence. */
export const reviewOf = (
  { attempt }: Extract<Effect, { type: 'teach' }>,
  { flow, problem, context, log }: Standing,
): Review => {
  const plan = planOf(flow)
  const points = openIn(reportOf({ flow, problem, context, log, by: '' }), attempt).flatMap(
    ({ criterion: id, verdict }) => {
      const criterion = plan.criteria.get(id)?.criterion
      return criterion ? [{ criterion, verdict, exemplar: problem.exemplars[id] ?? criterion.exemplar }] : []
    },
  )
  const { id, revealed } = context
  return { points, flow, problem, revealed, log, attempt, language: context.options.language, seed: id }
}
