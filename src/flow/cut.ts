/** The shape of a flow that is cut from another one: it repeats nothing of it, and says only how much it takes. */
import { z } from 'zod'
import type { Finding, Path } from './faults.ts'
import { Flow, Stage, TAKES } from './flow.ts'
import { unknownId } from './identity.ts'
import { timingFindings } from './timing.ts'
import { placeholders } from './wording.ts'

export const Cut = Flow.pick({ id: true, version: true, title: true })
  .extend({
    cut: Flow.shape.id.describe('The whole flow it is cut from.'),
    take: z
      .enum(TAKES)
      .describe('one-stage for a stage in depth, one-criterion for a single question and its answer.'),
    among: z
      .array(Stage.shape.id)
      .min(1)
      .optional()
      .describe('The stages that can be taken by themselves; all of them when absent.'),
    about: Flow.shape.about.describe('What a person is told at the start.'),
  })
  .extend(Flow.pick({ minutes: true, bounds: true, clock: true }).shape)
export type Cut = z.infer<typeof Cut>

/** The stages of a flow that can be taken by themselves, in its order. */
export const stagesIn = <S extends { id: string }>(
  { among }: Pick<Cut, 'among'>,
  base: { stages: readonly S[] },
): S[] => base.stages.filter(({ id }) => among === undefined || among.includes(id))

/** Every fault of a cut that has the right shape, beside the flows that it may be cut from. */
export const checkCut = (cut: Cut, flows: ReadonlyMap<string, Flow>): Finding[] => [
  ...unknownId(cut.cut, [...flows.keys()], ['cut'], 'whole flow'),
  ...stageFindings(cut, flows.get(cut.cut)),
  ...minuteFindings(cut),
  ...placeholders(cut),
]

const stageFindings = (cut: Cut, base: Flow | undefined): Finding[] => {
  if (!base) return []
  const known = base.stages.map(({ id }) => id)
  const unknown = (cut.among ?? []).flatMap((id, index) =>
    unknownId(id, known, ['among', index], `stage in the flow "${base.id}" named`),
  )
  const bare = stagesIn(cut, base).filter(
    ({ criteria }) => !criteria.some(({ core, measured }) => core !== undefined && measured === undefined),
  )
  return [
    ...unknown,
    ...bare.map(({ id }) => ({
      path: ['among'],
      says: `nothing core of the stage "${id}" can be judged by itself`,
      mend: `name the stages that can be taken, without ${id}`,
    })),
  ]
}

/** All minutes are those of the one stage, so that what is wrong with them stands at the head. */
const minuteFindings = ({ minutes, bounds, clock }: Cut): Finding[] =>
  timingFindings({ minutes, bounds, clock, stages: [{ id: 'stage', minutes, weight: 1 }] }).map(
    ({ path, ...finding }): Finding =>
      path[0] === 'stages' ? { path: SHORTEST, ...finding } : { path, ...finding },
  )

const SHORTEST: Path = ['bounds', 'least']
