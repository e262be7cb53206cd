/** What stages and criteria are called, in the order in which an interview meets them. */
import type { Flow } from '../../flow/flow.ts'
import { planOf } from '../../interview/plan.ts'

/** The names of a flow; what it does not know is called by its id and stands last. */
export type Names = { of(id: string): string; place(id: string): number }

/** The names in a flow; without one, of nothing. */
export const namesIn = (flow: Flow | undefined): Names => {
  if (flow === undefined) return { of: (id) => id, place: () => 0 }
  const { order, criteria } = planOf(flow)
  const stages = order.map(({ id }) => id)
  return {
    of: (id) => criteria.get(id)?.criterion.name ?? order[stages.indexOf(id)]?.title ?? id,
    place: (id) => (stages.includes(id) ? stages.indexOf(id) : stages.length),
  }
}
