/** What a drawing is judged by: its ways, and the words on its parts. */

import type { Mark } from '../../interview/verdict.ts'
import type { Arrow, Box } from '../../numbers/diagram/diagram.ts'
import type { Ways } from '../../numbers/diagram/ways.ts'

/** What a drawing earns for one criterion; `shows` are labels that its quotation should hold, the most telling first. */
export type Drawn = { criterion: string; mark: Mark; shows: readonly string[] }

/** One idea to look for in a drawing; undefined where it shows nothing of it. */
export type Look = (ways: Ways) => Drawn | undefined

/** All that is written on a box or an arrow. */
export const wordsOn = (part: Partial<Pick<Box, 'label' | 'note'>>): string =>
  `${part.label ?? ''} ${part.note ?? ''}`.replace(/_/g, ' ').trim()

/** Boxes that one request passes: those that a caller's arrows lead to without training. */
export const asked = ({ having, from }: Ways): ReadonlySet<string> =>
  new Set([...having('caller'), ...from(having('caller'), having('training'))])

/** Boxes that answer with a prediction and that a request reaches. */
export const answering = (ways: Ways): string[] => {
  const reached = ways.from(ways.having('caller'), ways.having('training'))
  return ways.having('serving').filter((id) => reached.has(id))
}

/** Arrows between parts that one request passes. */
export const hops = (ways: Ways): Arrow[] => {
  const boxes = asked(ways)
  return ways.diagram.arrows.filter(({ from, to }) => boxes.has(from) && boxes.has(to))
}
