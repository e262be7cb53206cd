/** Where a turn stands: what is still open in the stage, what was asked and told. Short, since it is new in every turn. */
import { type Criterion, reaches } from '../flow/flow.ts'
import type { Turn } from './turn.ts'

/** One line for each thing that a turn goes by; a line without content is left out. */
export const standing = (turn: Turn): string => {
  const { stage, options, covered, probed, skipped, focus, revealed } = turn
  const judged = stage.criteria.filter(({ measured }) => measured === undefined)
  const mark = ({ id }: Criterion): number => covered[id]?.verdict ?? 0
  const expected = judged.filter(({ level }) => reaches(options.level, level))
  const core = expected.filter(({ core }) => core !== undefined && reaches(options.level, core))
  const open = (all: readonly Criterion[]): string[] => ids(all.filter((one) => mark(one) === 0))
  const asked = judged.flatMap(({ id }) => (probed[id] === undefined ? [] : [`${id} ${probed[id]}x`]))
  return [
    line('Core and not heard', open(core)),
    line('Not heard beside', open(expected.filter((one) => !core.includes(one)))),
    line('Partly heard', ids(judged.filter((one) => mark(one) === 1))),
    line('Clearly heard', ids(judged.filter((one) => mark(one) === 2))),
    line('Asked about', asked),
    line('To be left alone', skipped),
    line('The last question was about', focus === null ? [] : [focus]),
    line('Facts told', revealed),
  ]
    .filter((text) => text !== '')
    .join('\n')
}

/** How much of the stage's time has passed, in steps of ten per cent. */
export const timing = ({ stage, elapsed }: Turn): string =>
  elapsed >= 1
    ? `The time of the stage ${stage.id} is over.`
    : `Some ${Math.floor(elapsed * 10) * 10} % of the time of the stage ${stage.id} has passed.`

const ids = (all: readonly Criterion[]): string[] => all.map(({ id }) => id)

const line = (what: string, all: readonly string[]): string =>
  all.length === 0 ? '' : `${what}: ${all.join(', ')}.`
