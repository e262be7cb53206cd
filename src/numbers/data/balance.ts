/** How a target is distributed. */
import { type Column, rowsOf } from './column.ts'
import { countsOf } from './distinct.ts'

export type ClassBalance = {
  kind: 'classes'
  /** The most frequent first; shares of the rows that have a value. */
  classes: readonly { name: string; count: number; share: number }[]
  /** The accuracy of always saying the most frequent one. */
  baseline: number
  missing: number
}

export type Spread = {
  kind: 'quantity'
  mean: number
  median: number
  /** 5th and 95th percentile. */
  low: number
  high: number
  /** Third standardised moment, of whoever is in the rows; 0 for a constant. */
  skewness: number
  zeros: number
  missing: number
}

/** More distinct numbers than this are a quantity. */
const MOST_CLASSES = 20

/** Classes where the column is text or holds few whole numbers, else a spread; null where it holds nothing. */
export const balanceOf = (column: Column): ClassBalance | Spread | null => {
  const counts = countsOf(column)
  if (counts.size === 0) return null
  const rows = rowsOf(column)
  const known = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const whole =
    column.kind === 'text' ||
    (counts.size <= MOST_CLASSES && [...counts.keys()].every((one) => Number.isInteger(one)))
  if (!whole && column.kind === 'number') return spreadOf(column.values, rows - known)
  const classes = [...counts]
    .map(([name, count]) => ({ name: String(name), count, share: count / known }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  return { kind: 'classes', classes, baseline: classes[0]?.share ?? 1, missing: rows - known }
}

const spreadOf = (all: Float64Array, missing: number): Spread => {
  const values = all.filter((value) => !Number.isNaN(value)).sort()
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const moment = (power: number): number =>
    values.reduce((sum, value) => sum + (value - mean) ** power, 0) / values.length
  const deviation = Math.sqrt(moment(2))
  return {
    kind: 'quantity',
    mean,
    median: quantile(values, 0.5),
    low: quantile(values, 0.05),
    high: quantile(values, 0.95),
    skewness: deviation === 0 ? 0 : moment(3) / deviation ** 3,
    zeros: values.filter((value) => value === 0).length / values.length,
    missing,
  }
}

/** A quantile of sorted values, linear between neighbours (type 7 of Hyndman and Fan 1996). */
export const quantile = (sorted: ArrayLike<number>, share: number): number => {
  const at = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN]
  return low + (high - low) * (at - Math.floor(at))
}
