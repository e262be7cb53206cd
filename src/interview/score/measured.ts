/** Criteria that are computed from the course of the talk instead of judged. */
import type { Flow, Stage } from '../../flow/flow.ts'
import { route } from '../../flow/flow.ts'
import type { Mark, Verdict } from '../verdict.ts'

/** The stages of the flow that were never opened, in the flow's order. */
export const unopened = (flow: Flow, opened: readonly string[]): Stage[] =>
  route(flow).filter(({ id }) => !opened.includes(id))

/**
 * The verdicts of a stage with the measured ones put in the place of judged ones; a measured verdict has no quote. It
 * counts only beside something said: walking through the stages in silence stays on the floor.
 */
export const withMeasured = (
  stage: Stage,
  verdicts: readonly Verdict[],
  flow: Flow,
  opened: readonly string[],
): Verdict[] => {
  const measured = stage.criteria.filter((criterion) => criterion.measured !== undefined)
  const judged = verdicts.filter(({ criterion }) => !measured.some(({ id }) => id === criterion))
  const silent = judged.every(({ verdict }) => verdict === 0)
  return [...judged, ...measured.map(({ id }) => (silent ? unsaid(id) : stagesReached(id, flow, opened)))]
}

const unsaid = (criterion: string): Verdict => ({
  criterion,
  verdict: 0,
  quote: '',
  reason: 'Measured from the talk: nothing was said beside it that counts.',
})

const stagesReached = (criterion: string, flow: Flow, opened: readonly string[]): Verdict => {
  const left = unopened(flow, opened)
  const all = route(flow).length
  const verdict: Mark = left.length === 0 ? 2 : left.length === 1 ? 1 : 0
  const reason = `Measured from the talk: ${all - left.length} of ${all} stages were opened.`
  return { criterion, verdict, quote: '', reason }
}
