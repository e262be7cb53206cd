/** A flow as the interviewer's prompt tells it: its stages, and what is looked for in each. */
import { type Criterion, type Flow, route, type Stage } from '../flow/flow.ts'

/** The same for every turn, person and problem. */
export const framework = (flow: Flow): string => route(flow).map(stageOf).join('\n\n')

const stageOf = ({ id, title, minutes, steps, strong, weak, criteria }: Stage): string =>
  [
    `### ${id}: ${title} (${minutes} min)`,
    `Covers: ${steps.map(({ title }) => title).join('; ')}.`,
    `Strong: ${strong}`,
    `Weak: ${weak}`,
    ...criteria.filter(({ measured }) => measured === undefined).map(criterionOf),
  ].join('\n')

const criterionOf = ({ id, level, core, asks, probes }: Criterion): string =>
  `- ${id} (${core === undefined ? `extra, from ${level}` : `core from ${core}`}): ${asks} Ask such as: ${probes[0]}`
