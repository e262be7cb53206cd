/** The order of the stages: it leads through all of them and comes to an end. */
import type { Finding } from './faults.ts'
import { route, type Stage } from './flow.ts'
import { unknownId } from './identity.ts'

type Ordered = { stages: readonly Pick<Stage, 'id' | 'next'>[] }

/** Findings for `next`: stages that do not exist, that are never reached, or that come round again. */
export const orderFindings = (flow: Ordered): Finding[] => {
  const ids = flow.stages.map(({ id }) => id)
  const reserved = flow.stages.flatMap(({ id }, index): Finding[] =>
    id === 'end'
      ? [
          {
            path: ['stages', index, 'id'],
            says: '"end" means the end of the talk',
            mend: 'give the stage another id',
          },
        ]
      : [],
  )
  const dangling = flow.stages.flatMap(({ next }, index) =>
    next === undefined ? [] : unknownId(next, [...ids, 'end'], ['stages', index, 'next'], 'stage'),
  )
  // Behind a wrong `next` everything looks unreachable: that is one fault, not many.
  return [...reserved, ...dangling, ...cycle(flow), ...(dangling.length > 0 ? [] : unreachable(flow))]
}

const unreachable = (flow: Ordered): Finding[] => {
  const reached = route(flow)
  return flow.stages.flatMap((stage, index) =>
    reached.includes(stage) || flow.stages.findIndex(({ id }) => id === stage.id) < index
      ? []
      : [
          {
            path: ['stages', index, 'id'],
            says: `no stage leads to "${stage.id}"`,
            mend: `write "next: ${stage.id}" in the stage before it, or remove the stage`,
          },
        ],
  )
}

const cycle = (flow: Ordered): Finding[] => {
  const held = route(flow)
  const last = held.at(-1)
  if (last?.next === undefined || !held.some(({ id }) => id === last.next)) return []
  return [
    {
      path: ['stages', flow.stages.indexOf(last), 'next'],
      says: `after "${last.id}" the talk would go back to "${last.next}" and never end`,
      mend: 'write "next: end", or the id of a stage that was not held yet',
    },
  ]
}
