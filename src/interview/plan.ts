/** A flow laid out for a talk: its stages in order, its criteria by id. Made once per flow. */
import type { Criterion, Flow, Stage } from '../flow/flow.ts'
import { route } from '../flow/flow.ts'

export type Plan = {
  flow: Flow
  order: readonly Stage[]
  /** Throws when the flow has no such stage: then the record and the flow do not belong together. */
  stage(id: string): Stage
  after(id: string): Stage | undefined
  before(id: string): Stage | undefined
  /** Every criterion of the flow with the stage it stands in. */
  criteria: ReadonlyMap<string, { criterion: Criterion; stage: Stage }>
}

const plans = new WeakMap<Flow, Plan>()

export const planOf = (flow: Flow): Plan => {
  const known = plans.get(flow)
  if (known) return known
  const plan = layOut(flow)
  plans.set(flow, plan)
  return plan
}

const layOut = (flow: Flow): Plan => {
  const order = route(flow)
  const at = new Map(order.map((stage, index) => [stage.id, index]))
  const neighbour = (id: string, step: number) => order[(at.get(id) ?? Number.NaN) + step]
  return {
    flow,
    order,
    stage: (id) => {
      const stage = neighbour(id, 0)
      if (!stage) throw new Error(`The flow ${flow.id} ${flow.version} has no stage "${id}".`)
      return stage
    },
    after: (id) => neighbour(id, 1),
    before: (id) => neighbour(id, -1),
    criteria: new Map(
      order.flatMap((stage) => stage.criteria.map((criterion) => [criterion.id, { criterion, stage }])),
    ),
  }
}
