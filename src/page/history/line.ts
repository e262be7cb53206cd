/** From values to places on a picture. */

export type Point = { x: number; y: number }

/** Where a value stands between the ends of a picture, to a tenth; in the middle where all values are one. */
export const place = (
  value: number,
  [from, to]: readonly [number, number],
  [begin, end]: readonly [number, number],
): number => {
  const share = to > from ? (value - from) / (to - from) : 0.5
  return Math.round(10 * (begin + share * (end - begin))) / 10
}

/** The path of a line through points, as SVG writes it. */
export const through = (points: readonly Point[]): string =>
  points.map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${x} ${y}`).join('')
