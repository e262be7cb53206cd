/** Numbers that look wrong: marks for a gap, another unit, far out; and columns that are names. */
import { quantile } from './balance.ts'
import type { Unexpected } from './odd.ts'

/** Whole numbers that often stand for nothing. */
const SENTINELS = new Set([-1, -9, -99, -999, -9999, 999, 9999, 99_999, 999_999])
/** Beyond so many times the spread of the middle half, a value is far out (Tukey's outer fence is 3). */
const FAR = 6
/** More of the rows than this are no exceptions. */
const MOST_FAR = 0.05
const UNITS = [1000, 100, 60, 24]
const SHOWN = 5
/** Fewer rows tell no name from a count. */
const LEAST_NAMES = 50
/** Of so many numbers in a row one is a name, at least. */
const CLOSE = 3

/** What is odd about a column of numbers; gaps are left out. */
export const numbersOdd = (column: string, values: Float64Array): Unexpected[] => {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  const rows = sorted.length
  if (rows < 2) return []
  if (sorted[0] === sorted[rows - 1])
    return [{ column, kind: 'constant', values: [{ value: String(sorted[0]), count: rows }], rows }]
  if (isName(sorted))
    return [{ column, kind: 'identifier', values: shown(runsOf(sorted.subarray(0, SHOWN))), rows }]
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(sorted, share)) as [
    number,
    number,
    number,
  ]
  const fence = FAR * (high - low)
  const sentinels = runsOf(Float64Array.from(marksIn(sorted, low - fence, high + fence, fence)))
  const marks = new Set(sentinels.map(([value]) => value))
  const far =
    fence === 0
      ? []
      : runsOf(sorted.filter((value) => (value < low - fence || value > high + fence) && !marks.has(value)))
  const many = sum(far)
  const unit = unitOf(
    far.map(([value]) => value),
    middle,
  )
  return [
    ...(sentinels.length > 0
      ? [{ column, kind: 'sentinel' as const, values: shown(sentinels), rows: sum(sentinels) }]
      : []),
    // Where many are far from the middle, the middle half is no measure of them.
    ...(many > 0 && many <= MOST_FAR * rows
      ? [
          {
            column,
            values: shown(far),
            rows: many,
            ...(unit === undefined ? { kind: 'outliers' as const } : { kind: 'unit' as const, factor: unit }),
          },
        ]
      : []),
  ]
}

type Run = readonly [value: number, count: number]

/** Each distinct value of sorted ones, with how often it occurs. */
const runsOf = (sorted: Float64Array): Run[] => {
  const runs: [number, number][] = []
  for (const value of sorted) {
    const last = runs.at(-1)
    if (last && last[0] === value) last[1] += 1
    else runs.push([value, 1])
  }
  return runs
}

const sum = (runs: readonly Run[]): number => runs.reduce((all, [, count]) => all + count, 0)

const shown = (runs: readonly Run[]): { value: string; count: number }[] =>
  [...runs]
    .sort((one, other) => other[1] - one[1])
    .slice(0, SHOWN)
    .map(([value, count]) => ({ value: String(value), count }))

/** Marks that stand beyond the fences, and negative ones in a column that is otherwise 0 or more. */
const marksIn = (sorted: Float64Array, from: number, to: number, fence: number): Float64Array => {
  const least = sorted.find((value) => !(value < 0 && SENTINELS.has(value))) ?? 0
  return sorted.filter((value) => {
    if (!SENTINELS.has(value)) return false
    return (value < 0 && least >= 0) || (fence > 0 && (value < from || value > to))
  })
}

/** Whole numbers of which none comes twice and that lie close, as ids do. */
const isName = (sorted: Float64Array): boolean =>
  sorted.length >= LEAST_NAMES &&
  (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) < CLOSE * sorted.length &&
  sorted.every((value, at) => Number.isInteger(value) && (at === 0 || value !== sorted[at - 1]))

/** The factor between the middle of far values and the middle of the column, where it is that of a unit. */
const unitOf = (far: readonly number[], middle: number): number | undefined => {
  if (far.length < 3 || middle === 0) return undefined
  const ratio = quantile(far, 0.5) / middle
  return UNITS.find((unit) => ratio > unit / 1.5 && ratio < unit * 1.5)
}
