/** What a problem refers to in its flow. */
import type { Finding } from './faults.ts'
import type { Flow } from './flow.ts'
import { unknownId } from './identity.ts'
import type { Problem } from './problem.ts'

/** Findings for stages and criteria that a problem names and its flow does not have. */
export const referenceFindings = (problem: Problem, flow: Flow): Finding[] => {
  const stages = flow.stages.map(({ id }) => id)
  const criteria = flow.stages.flatMap((stage) => stage.criteria.map(({ id }) => id))
  const of = (list: 'mustReach' | 'traps' | 'probes') =>
    problem[list].flatMap(({ criterion }, index) =>
      unknownId(criterion, criteria, [list, index, 'criterion'], `criterion in the flow "${flow.id}" named`),
    )
  return [
    ...of('mustReach'),
    ...of('traps'),
    ...of('probes'),
    ...problem.probes.flatMap(({ stage }, index) =>
      unknownId(stage, stages, ['probes', index, 'stage'], `stage in the flow "${flow.id}" named`),
    ),
    ...Object.keys(problem.exemplars).flatMap((id) =>
      unknownId(id, criteria, ['exemplars', id], `criterion in the flow "${flow.id}" named`),
    ),
  ]
}
