/** The mark of one interview on a picture: a shape for each level, hollow where no vote was given. */
import type { Level } from '../../flow/flow.ts'
import type { Point } from './line.ts'

/** The mark around a point. */
export const marker = ({ x, y }: Point, level: Level, filled: boolean): string =>
  `<path class="dot ${level}${filled ? '' : ' hollow'}" d="M${x} ${y}${SHAPES[level]}"/>`

/** Each from its middle on, so that none is told by its colour alone. */
const SHAPES: Readonly<Record<Level, string>> = {
  junior: 'm-5 4h10l-5 -9z',
  mid: 'm-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z',
  senior: 'm-4 -4h8v8h-8z',
  staff: 'm0 -6l5.5 6l-5.5 6l-5.5 -6z',
}
