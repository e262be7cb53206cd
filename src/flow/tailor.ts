/** A flow as one problem asks for it: the problem's traps are red flags of the criteria they touch. */
import type { Flow } from './flow.ts'
import type { Problem } from './problem.ts'

const tailoredFlows = new WeakMap<Flow, WeakMap<Problem, Flow>>()

/** Made once per flow and problem, so that what is compiled from its criteria is compiled once as well. */
export const tailored = (flow: Flow, problem: Problem): Flow => {
  const ofFlow = tailoredFlows.get(flow) ?? new WeakMap<Problem, Flow>()
  tailoredFlows.set(flow, ofFlow)
  const known = ofFlow.get(problem)
  if (known) return known
  const made = problem.traps.length === 0 ? flow : withTraps(flow, problem)
  ofFlow.set(problem, made)
  return made
}

const withTraps = (flow: Flow, { traps }: Problem): Flow => ({
  ...flow,
  stages: flow.stages.map((stage) => ({
    ...stage,
    criteria: stage.criteria.map((criterion) => {
      const own = traps
        .filter((trap) => trap.criterion === criterion.id)
        .map(({ says, phrases }) => ({ says, phrases }))
      return own.length === 0 ? criterion : { ...criterion, redFlags: [...criterion.redFlags, ...own] }
    }),
  })),
})
