/** A row of marks as a small picture beside the marks themselves, so that it says nothing by itself. */
import { place, through } from './line.ts'

/** The picture of some marks from 1 to 4, oldest first. */
export const spark = (marks: readonly number[]): string => {
  const points = marks.map((mark, n) => ({
    x: 4 + STEP * n,
    y: place(mark, [1, 4], [HEIGHT - 4, 4]),
  }))
  const [width, last] = [8 + STEP * Math.max(0, marks.length - 1), points.at(-1)]
  const dot = last === undefined ? '' : `<circle class="dot" cx="${last.x}" cy="${last.y}" r="3"/>`
  return `<svg class="spark" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" aria-hidden="true"><path class="line" d="${through(points)}"/>${dot}</svg>`
}

const STEP = 9
const HEIGHT = 22
