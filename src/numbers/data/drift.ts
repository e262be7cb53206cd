/** Whether a column is distributed in one part of the rows as in another. */

import { quantile } from './balance.ts'
import type { Column } from './column.ts'

export type Drift = {
  column: string
  /** Population stability index over ten bins of the first part, or over names: below 0.1 little, above 0.25 much. */
  psi: number
  /** Kolmogorov and Smirnov: the largest gap of the two distribution functions, and the chance of it; numbers only. */
  ks?: { statistic: number; p: number }
  /** Share of gaps in either part. */
  gaps: readonly [one: number, other: number]
}

const BINS = 10
/** Fewer values fill no ten bins. */
const LEAST = 50
/** Empty bins count as half a row, so that the index stays finite. */
const HALF = 0.5

/** How one part of the rows differs from the other in a column; undefined where a part holds fewer than fifty values. */
export const driftOf = (
  column: Column,
  one: ArrayLike<number>,
  other: ArrayLike<number>,
): Drift | undefined => {
  const parts = [one, other].map((rows) => valuesAt(column, rows))
  const [a = EMPTY, b = EMPTY] = parts
  if (Math.min(a.length, b.length) < LEAST) return undefined
  const gaps = [1 - a.length / one.length, 1 - b.length / other.length] as const
  if (column.kind === 'text')
    return {
      column: column.name,
      psi: psiOf(tally(a, column.dictionary.length), tally(b, column.dictionary.length)),
      gaps,
    }
  a.sort()
  b.sort()
  return { column: column.name, psi: psiOf(...binned(a, b)), ks: kolmogorov(a, b), gaps }
}

const EMPTY = new Float64Array(0)

const valuesAt = (column: Column, rows: ArrayLike<number>): Float64Array => {
  const values = new Float64Array(rows.length)
  let count = 0
  for (let n = 0; n < rows.length; n += 1) {
    const row = rows[n] ?? 0
    const value = column.kind === 'number' ? (column.values[row] ?? Number.NaN) : (column.codes[row] ?? -1)
    if (column.kind === 'number' ? Number.isNaN(value) : value < 0) continue
    values[count] = value
    count += 1
  }
  return values.slice(0, count)
}

const tally = (codes: Float64Array, names: number): Float64Array => {
  const counts = new Float64Array(names)
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

/** Counts of both in bins at the deciles of the first; equal deciles are one bin. */
const binned = (a: Float64Array, b: Float64Array): [Float64Array, Float64Array] => {
  const edges = [...new Set(Array.from({ length: BINS - 1 }, (_, n) => quantile(a, (n + 1) / BINS)))]
  const count = (values: Float64Array): Float64Array => {
    const counts = new Float64Array(edges.length + 1)
    let bin = 0
    for (const value of values) {
      while (bin < edges.length && value > (edges[bin] ?? 0)) bin += 1
      counts[bin] = (counts[bin] ?? 0) + 1
    }
    return counts
  }
  return [count(a), count(b)]
}

/** `sum((p - q) ln(p / q))` over bins; the symmetric Kullback-Leibler divergence that credit scoring calls by this name. */
export const psiOf = (one: Float64Array, other: Float64Array): number => {
  const [n, m] = [one, other].map((counts) => counts.reduce((sum, count) => sum + count, 0)) as [
    number,
    number,
  ]
  return one.reduce((sum, count, bin) => {
    const often = other[bin] ?? 0
    if (count === 0 && often === 0) return sum
    const [p, q] = [Math.max(count, HALF) / n, Math.max(often, HALF) / m]
    return sum + (p - q) * Math.log(p / q)
  }, 0)
}

/**
 * The two-sample statistic of sorted values, with the chance of as much by Kolmogorov's limiting distribution
 * (`scipy.special.kolmogorov`), which is too large for few rows; SciPy's own test takes a finite one.
 */
export const kolmogorov = (a: Float64Array, b: Float64Array): { statistic: number; p: number } => {
  let [i, j, statistic] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i] ?? 0, b[j] ?? 0)
    while (i < a.length && (a[i] ?? 0) <= value) i += 1
    while (j < b.length && (b[j] ?? 0) <= value) j += 1
    statistic = Math.max(statistic, Math.abs(i / a.length - j / b.length))
  }
  const root = Math.sqrt((a.length * b.length) / (a.length + b.length))
  return { statistic, p: kolmogorovTail(root * statistic) }
}

/** The chance of more than `x` under Kolmogorov's limiting distribution. */
const kolmogorovTail = (x: number): number => {
  if (x < 0.2) return 1
  let sum = 0
  for (let k = 1; k <= 100; k += 1) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x)
  return Math.min(1, Math.max(0, sum))
}
