import type { Hand } from './hand.ts'

/** A field of characters in which curves are drawn; of two in one place the later counts. */
export type Canvas = {
  /** A line between two places, from 0 to 1 across and upwards. */
  stroke(from: Place, to: Place, pen: Pen): void
  /** One character; false where one of them stands already. */
  mark(at: Place, sign: string, owner: number): boolean
  rows(): string[]
}

export type Place = { x: number; y: number }
/** Whose line it is; of every `of` dots it draws the first `on`. */
export type Pen = { owner: number; sign: string; on: number; of: number }

type Cell = { bits: number; sign: string; owner: number; marked: boolean }

/** Dots of a Braille character by row and column (Unicode 16, chapter 21.1). */
const DOTS = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const

/** An empty field of so many characters. */
export const canvas = (width: number, height: number, hand: Hand): Canvas => {
  const cells = new Map<number, Cell>()
  const [fineX, fineY] = hand.dots ? [2, 4] : [1, 1]
  const [dotsX, dotsY] = [width * fineX, height * fineY]
  const spot = ({ x, y }: Place): [number, number] => [
    Math.max(0, Math.min(1, x)) * (dotsX - 1),
    (1 - Math.max(0, Math.min(1, y))) * (dotsY - 1),
  ]
  const keyAt = (x: number, y: number): number =>
    Math.floor(Math.round(y) / fineY) * width + Math.floor(Math.round(x) / fineX)
  const dot = (x: number, y: number, { owner, sign }: Pen): void => {
    const key = keyAt(x, y)
    const known = cells.get(key)
    const bits = (known?.bits ?? 0) | (DOTS[y % 4]?.[x % 2] ?? 0)
    cells.set(key, { bits, sign, owner, marked: known?.marked ?? false })
  }
  return {
    stroke(from, to, pen) {
      const [[x0, y0], [x1, y1]] = [spot(from), spot(to)]
      const steps = Math.max(Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))), 1)
      for (let at = 0; at <= steps; at += 1) {
        if (at % pen.of < pen.on)
          dot(Math.round(x0 + ((x1 - x0) * at) / steps), Math.round(y0 + ((y1 - y0) * at) / steps), pen)
      }
    },
    mark(at, sign, owner) {
      const key = keyAt(...spot(at))
      if (cells.get(key)?.marked) return false
      cells.set(key, { bits: 0, sign, owner, marked: true })
      return true
    },
    rows: () =>
      Array.from({ length: height }, (_, row) =>
        Array.from({ length: width }, (_, column) => shown(cells.get(row * width + column), hand)).join(''),
      ),
  }
}

const shown = (cell: Cell | undefined, hand: Hand): string => {
  if (cell === undefined) return ' '
  const sign = cell.marked || !hand.dots ? cell.sign : String.fromCharCode(0x2800 + cell.bits)
  return hand.paint(sign, cell.owner < 0 ? 'quiet' : ((cell.owner % 4) as 0 | 1 | 2 | 3))
}
