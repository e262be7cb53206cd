/** Small models of one input, with one knob each between bias and variance. */
import { BadInput } from '../bad-input.ts'
import { demandWhole, demandWithin } from '../columns.ts'
import type { Learner } from './decompose.ts'

/**
 * A polynomial of some degree by ridge regression, the intercept left free: a higher degree lowers bias, a larger penalty
 * variance. The input is scaled to mean 0 and deviation 1 first, and so are its powers, as scikit-learn's pipeline of
 * StandardScaler, PolynomialFeatures, StandardScaler and Ridge does.
 *
 * @throws BadInput for a degree that is no whole number from 1 to 12, or a penalty below 0.
 */
export const ridge = (degree: number, penalty: number): Learner => {
  demandWhole('degree', degree, 1)
  demandWithin('degree', degree, 1, 12)
  demandWithin('penalty', penalty, 0, Number.POSITIVE_INFINITY)
  return (x, y) => {
    const input = scaler(x)
    const powers = Array.from({ length: degree }, (_, n) => n + 1)
    const scalers = powers.map((power) => scaler(x.map((value) => input(value) ** power)))
    const featured = (value: number): number[] =>
      powers.map((power, n) => scalers[n]?.(input(value) ** power) ?? 0)
    const rows = Array.from(x, featured)
    const level = meanOf(y)
    const weights = solve(
      powers.map((_, a) =>
        powers.map((__, b) =>
          rows.reduce((sum, row) => sum + (row[a] ?? 0) * (row[b] ?? 0), a === b ? penalty : 0),
        ),
      ),
      powers.map((_, a) => rows.reduce((sum, row, i) => sum + (row[a] ?? 0) * ((y[i] ?? 0) - level), 0)),
    )
    return (value) => featured(value).reduce((sum, feature, n) => sum + feature * (weights[n] ?? 0), level)
  }
}

/**
 * The mean of the k nearest rows: more neighbours raise bias and lower variance. Of equally near rows the earlier count.
 *
 * @throws BadInput where k is no whole number of at least 1, or there are fewer rows.
 */
export const neighbours = (k: number): Learner => {
  demandWhole('k', k, 1)
  return (x, y) => {
    if (x.length < k)
      throw new BadInput(`There are ${x.length} rows and ${k} neighbours.`, {
        column: 'k',
        value: k,
        mend: 'Ask for fewer.',
      })
    const rows = [...x.keys()]
    return (value) => {
      const near = rows.toSorted(
        (one, other) => Math.abs((x[one] ?? 0) - value) - Math.abs((x[other] ?? 0) - value) || one - other,
      )
      return meanOf(near.slice(0, k).map((row) => y[row] ?? 0))
    }
  }
}

/**
 * A regression tree that is so deep at most, each leaf with so many rows at least: depth lowers bias and raises variance.
 * Splits lie half-way between neighbours and lower the squared error most.
 *
 * @throws BadInput for a depth or leaf size that is no whole number of at least 1.
 */
export const tree = (depth: number, leaf = 1): Learner => {
  demandWhole('depth', depth, 1)
  demandWhole('leaf', leaf, 1)
  return (x, y) => {
    const order = [...x.keys()].sort((one, other) => (x[one] ?? 0) - (x[other] ?? 0))
    return grown(
      order.map((row) => [x[row] ?? 0, y[row] ?? 0]),
      depth,
      leaf,
    )
  }
}

type Row = readonly [x: number, y: number]

const grown = (rows: readonly Row[], depth: number, leaf: number): ((x: number) => number) => {
  const level = meanOf(rows.map(([, y]) => y))
  const at = depth === 0 ? undefined : bestSplit(rows, leaf)
  if (at === undefined) return () => level
  const edge = ((rows[at - 1]?.[0] ?? 0) + (rows[at]?.[0] ?? 0)) / 2
  const [low, high] = [grown(rows.slice(0, at), depth - 1, leaf), grown(rows.slice(at), depth - 1, leaf)]
  return (x) => (x <= edge ? low(x) : high(x))
}

/** Where the second part begins; nothing where no split lowers the error. */
const bestSplit = (rows: readonly Row[], leaf: number): number | undefined => {
  const total = rows.reduce((sum, [, y]) => sum + y, 0)
  const base = (total * total) / rows.length
  let best: { at: number; gain: number } | undefined
  let left = 0
  for (let at = 1; at < rows.length; at += 1) {
    left += rows[at - 1]?.[1] ?? 0
    if (at < leaf || rows.length - at < leaf || rows[at]?.[0] === rows[at - 1]?.[0]) continue
    const gain = (left * left) / at + (total - left) ** 2 / (rows.length - at) - base
    if (gain > (best?.gain ?? 1e-12 * Math.abs(base))) best = { at, gain }
  }
  return best?.at
}

const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0
  for (let i = 0; i < values.length; i += 1) sum += values[i] ?? 0
  return sum / values.length
}

/** To mean 0 and deviation 1, of whoever is in the rows; a constant stays as it is, at 0. */
const scaler = (values: Float64Array): ((value: number) => number) => {
  const mean = meanOf(values)
  const deviation = Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2))) || 1
  return (value) => (value - mean) / deviation
}

/** Gaussian elimination with the largest pivot; a direction that nothing tells of gets weight 0. */
const solve = (matrix: readonly (readonly number[])[], right: readonly number[]): number[] => {
  const n = right.length
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0])
  const value = (i: number, j: number): number => rows[i]?.[j] ?? 0
  for (let column = 0; column < n; column += 1) {
    let pivot = column
    for (let row = column + 1; row < n; row += 1)
      if (Math.abs(value(row, column)) > Math.abs(value(pivot, column))) pivot = row
    const [one, other] = [rows[column] ?? [], rows[pivot] ?? []]
    rows[column] = other
    rows[pivot] = one
    if (Math.abs(value(column, column)) < 1e-12) continue
    for (let row = 0; row < n; row += 1) {
      if (row === column) continue
      const factor = value(row, column) / value(column, column)
      rows[row] = (rows[row] ?? []).map((entry, j) => entry - factor * value(column, j))
    }
  }
  return right.map((_, i) => (Math.abs(value(i, i)) < 1e-12 ? 0 : value(i, n) / value(i, i)))
}
