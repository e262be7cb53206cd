/** How sure a mean is, and the difference of two means. */
import { numbersIn } from '../columns.ts'
import { normalQuantile, studentQuantile, studentTail } from '../distributions.ts'
import { defined, type Numbers, type Undefined, undefinedFor } from '../measure.ts'
import { weightedMean } from '../weighted-mean.ts'
import { demandLevel, type Interval, type Test } from './interval.ts'

const ONE = 'One value shows no spread, so nothing is known about its error.'

/**
 * The interval of a mean of independent values, `mean ± q s / sqrt(n)` with s over n - 1: q of Student's t (1908), exact
 * for normal values, or of the normal distribution, which is the same for many. In the unit of the values. Undefined for
 * one value. Throws BadInput for values that are no numbers.
 */
export const meanInterval = (
  values: Numbers,
  level = 0.95,
  by: 'student' | 'normal' = 'student',
): Interval | Undefined => {
  demandLevel(level)
  const { n, mean, variance } = moments('values', values)
  if (n < 2) return undefinedFor(ONE)
  const q = quantile(level, by === 'student' ? n - 1 : Number.POSITIVE_INFINITY)
  const half = q * Math.sqrt(variance / n)
  const method = by === 'student' ? "Student's t" : 'normal'
  return { ...defined(mean), low: mean - half, high: mean + half, level, method }
}

/**
 * The difference `b - a` of the means of two independent samples with Welch's interval and test (Welch 1947), which do
 * not need equal spread. Undefined when a sample has one value or neither has any spread.
 */
export const meanDifference = (
  a: Numbers,
  b: Numbers,
  level = 0.95,
): (Interval & { test: Test }) | Undefined => {
  demandLevel(level)
  const [one, other] = [moments('a', a), moments('b', b)]
  if (one.n < 2 || other.n < 2) return undefinedFor(ONE)
  const [u, v] = [one.variance / one.n, other.variance / other.n]
  if (u + v === 0) return undefinedFor('Neither sample has any spread.')
  const degrees = (u + v) ** 2 / (u ** 2 / (one.n - 1) + v ** 2 / (other.n - 1))
  const difference = other.mean - one.mean
  const half = quantile(level, degrees) * Math.sqrt(u + v)
  const statistic = difference / Math.sqrt(u + v)
  return {
    ...defined(difference),
    low: difference - half,
    high: difference + half,
    level,
    method: "Welch's t",
    test: { statistic, p: 2 * studentTail(Math.abs(statistic), degrees), method: "Welch's t-test" },
  }
}

const quantile = (level: number, degrees: number): number =>
  degrees === Number.POSITIVE_INFINITY
    ? -normalQuantile((1 - level) / 2)
    : -studentQuantile((1 - level) / 2, degrees)

const moments = (column: string, values: Numbers): { n: number; mean: number; variance: number } => {
  const known = numbersIn(column, values)
  const n = known.length
  const mean = weightedMean(n, undefined, (row) => known[row] ?? 0)
  const squares = weightedMean(n, undefined, (row) => ((known[row] ?? 0) - mean) ** 2)
  return { n, mean, variance: (squares * n) / (n - 1) }
}
