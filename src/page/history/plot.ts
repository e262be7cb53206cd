/** The picture of scores over time, over the zones of the votes. Its colours are those of the page, light or dark. */
import { LEVELS } from '../../flow/flow.ts'
import { BANDS, type Band, SCORING } from '../../interview/score/scoring.ts'
import type { History } from '../../practice/history.ts'
import { escaped } from '../escape.ts'
import { place, through } from './line.ts'
import { marker } from './marker.ts'

/** How large a picture is, and how many days are named below it. */
export type Size = { width: number; height: number; days: number }

/** For a page on a screen or on paper, and for a telephone. */
export const BROAD: Size = { width: 700, height: 300, days: 4 }
export const NARROW: Size = { width: 340, height: 280, days: 2 }

/** What things are called on it. */
export type Named = {
  day(at: number): string
  band: Readonly<Record<Band, string>>
  decimal(value: number): string
}

/** The picture; it needs at least one score. */
export const plot = (all: History['scores'], size: Size, named: Named): string => {
  const { width, height } = size
  const [begin, end] = [all[0]?.at ?? 0, all.at(-1)?.at ?? 0]
  const x = (at: number): number => place(at, [begin, end], [LEFT + INSET, width - RIGHT - INSET])
  const y = (score: number): number => place(score, RANGE, [height - BOTTOM, TOP])
  const points = all.map((one) => ({ ...one, x: x(one.at), y: y(one.score) }))
  const lines = LEVELS.map((level) => {
    const joined = points.filter((one) => one.level === level && one.band !== null)
    return joined.length < 2 ? '' : `<path class="line ${level}" d="${through(joined)}"/>`
  })
  return [
    `<svg viewBox="0 0 ${width} ${height}">`,
    ...zones().map((zone) => drawn(zone, y, size, named)),
    ...days(begin, end, size.days, named).map((at, n, { length }) => {
      const [anchor, aside] = length === 1 || (n > 0 && n < length - 1) ? MIDDLE : n === 0 ? START : END
      return text(x(at) + aside, height - 6, anchor, named.day(at))
    }),
    ...lines,
    ...points.map((one) => marker(one, one.level, one.band !== null)),
    '</svg>',
  ].join('')
}

const [LEFT, RIGHT, TOP, BOTTOM, INSET] = [34, 92, 8, 26, 12] as const
const RANGE = [1, 4] as const

type Zone = { band: Band; from: number; to: number }

/** Each vote with the scores that are enough for it, best first. */
const zones = (): Zone[] =>
  BANDS.map((band, n) => {
    const from = SCORING.bands.find((rule) => rule.band === band)?.S ?? RANGE[0]
    const above = SCORING.bands.find((rule) => rule.band === BANDS[n - 1])?.S
    return { band, from, to: above ?? RANGE[1] }
  })

const drawn = (
  { band, from, to }: Zone,
  y: (score: number) => number,
  { width }: Size,
  named: Named,
): string =>
  [
    `<rect class="zone z${BANDS.indexOf(band)}" x="${LEFT}" y="${y(to)}" width="${width - LEFT - RIGHT}" height="${Math.round(10 * (y(from) - y(to))) / 10}"/>`,
    text(LEFT - 6, y(from) + 4, 'end', named.decimal(from)),
    ...(to === RANGE[1] ? [text(LEFT - 6, y(to) + 4, 'end', named.decimal(to))] : []),
    text(width - RIGHT + 8, (y(from) + y(to)) / 2 + 4, 'start', named.band[band]),
  ].join('')

/** Where the name of a day stands beside it: the first and the last keep within the picture. */
const START = ['start', -INSET] as const
const MIDDLE = ['middle', 0] as const
const END = ['end', INSET] as const

/** Moments of different days at equal distances, from the first on; the ends alone where that is close together. */
const days = (begin: number, end: number, count: number, { day }: Named): number[] => {
  if (day(begin) === day(end)) return [(begin + end) / 2]
  if (end - begin < count * DAY) return [begin, end]
  return Array.from({ length: count }, (_, n) => begin + (n * (end - begin)) / (count - 1))
}

const DAY = 86_400_000

const text = (x: number, y: number, anchor: string, says: string): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}">${escaped(says)}</text>`
