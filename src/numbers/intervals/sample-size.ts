/** How many rows an A/B test needs, what it can see with those it has, and how long it takes. */
import { BadInput } from '../bad-input.ts'
import { demandWithin } from '../columns.ts'
import { normalCdf, normalQuantile } from '../distributions.ts'
import { defined, type Measure } from '../measure.ts'
import { demandBetween } from './interval.ts'

/**
 * What is asked of a test: `alpha`, the chance of a false alarm (0.05 where absent), `power`, the chance of seeing the
 * change when it is there (0.8), `sides` of the test (2), and `ratio`, rows of the second arm for each of the first (1).
 */
export type Demands = { alpha?: number; power?: number; sides?: 1 | 2; ratio?: number }

/** Whole rows that each arm needs. `a` is the first arm, for which the ratio counts 1. */
export type SampleSize = { a: number; b: number; total: number }

/**
 * Rows to see a share change `from` one value `to` another, both between 0 and 1: the normal form with each arm's own
 * variance, `n = (z_alpha + z_power)² (p1 (1 - p1) + p2 (1 - p2) / ratio) / (p2 - p1)²` (Fleiss, Levin and Paik 2003,
 * without continuity correction). Throws BadInput for shares that are equal or out of range.
 */
export const sampleSizeForShares = (
  change: { from: number; to: number },
  demands: Demands = {},
): SampleSize => {
  const { from, to } = change
  demandBetween('from', from)
  demandBetween('to', to)
  const { ratio, z } = checked(demands)
  return sized((z ** 2 * (from * (1 - from) + (to * (1 - to)) / ratio)) / difference(to - from) ** 2, ratio)
}

/**
 * Rows to see a mean change by so much, `n = (z_alpha + z_power)² sd² (1 + 1 / ratio) (1 - r²) / change²`: `deviation` is the
 * standard deviation of a row in either arm, in the unit of the change. `correlation` r with the same figure from before
 * the test, from -1 to 1 (0 where absent), is what adjusting for it saves (CUPED; Deng et al. 2013). A row is what was
 * assigned: when users are, take a figure for each user.
 */
export const sampleSizeForMeans = (
  given: { change: number; deviation: number; correlation?: number },
  demands: Demands = {},
): SampleSize => {
  const { change, deviation, correlation = 0 } = given
  demandWithin('deviation', deviation, Number.MIN_VALUE, Number.MAX_VALUE)
  demandWithin('correlation', correlation, -1, 1)
  const { ratio, z } = checked(demands)
  const left = 1 - correlation ** 2
  return sized((z ** 2 * deviation ** 2 * (1 + 1 / ratio) * left) / difference(change) ** 2, ratio)
}

/**
 * The smallest change of a mean that a test of so many rows in the first arm sees with the power asked for, in the unit of
 * `deviation`: the inverse of {@link sampleSizeForMeans}. For a share take `sqrt(p (1 - p))` as the deviation.
 */
export const detectableChange = (
  given: { a: number; deviation: number; correlation?: number },
  demands: Demands = {},
): Measure => {
  const { a, deviation, correlation = 0 } = given
  demandWithin('a', a, 1, Number.MAX_VALUE)
  demandWithin('deviation', deviation, Number.MIN_VALUE, Number.MAX_VALUE)
  demandWithin('correlation', correlation, -1, 1)
  const { ratio, z } = checked(demands)
  return defined(z * deviation * Math.sqrt(((1 + 1 / ratio) * (1 - correlation ** 2)) / a))
}

/**
 * The power, 0 to 1, of a test of so many rows in the first arm for a change of a share: that of
 * {@link sampleSizeForShares}, whose `power` is not used. The far side of a two-sided test is not counted.
 */
export const powerForShares = (
  given: { from: number; to: number; a: number },
  demands: Omit<Demands, 'power'> = {},
): Measure => {
  const { from, to, a } = given
  demandBetween('from', from)
  demandBetween('to', to)
  demandWithin('a', a, 1, Number.MAX_VALUE)
  const { ratio, zAlpha } = checked(demands)
  const error = Math.sqrt((from * (1 - from) + (to * (1 - to)) / ratio) / a)
  return defined(normalCdf(Math.abs(difference(to - from)) / error - zAlpha))
}

/** Days a test runs, and the whole weeks that hold them, so that every weekday counts the same. */
export type Duration = { days: number; weeks: number }

/**
 * How long until all rows are in: `perDay` is how many new rows (users, when users are assigned) come each day, `share`
 * the part of them in the test, above 0 up to 1 (1 where absent). Users who come back are no new rows, so that late days
 * bring fewer than the first. At least one week.
 */
export const durationOf = (size: SampleSize, perDay: number, share = 1): Duration => {
  demandWithin('perDay', perDay, Number.MIN_VALUE, Number.MAX_VALUE)
  demandWithin('share', share, Number.MIN_VALUE, 1)
  const days = Math.ceil(size.total / (perDay * share))
  return { days, weeks: Math.ceil(days / 7) }
}

const checked = (demands: Demands): { ratio: number; z: number; zAlpha: number } => {
  const { alpha = 0.05, power = 0.8, sides = 2, ratio = 1 } = demands
  demandBetween('alpha', alpha)
  demandBetween('power', power)
  demandWithin('ratio', ratio, Number.MIN_VALUE, Number.MAX_VALUE)
  const zAlpha = -normalQuantile(alpha / sides)
  const z = zAlpha + normalQuantile(power)
  if (z > 0) return { ratio, z, zAlpha }
  throw new BadInput(`A power of ${power} is no more than the false alarms of ${alpha}.`, {
    column: 'power',
    value: power,
    mend: 'Ask for a power well above alpha, such as 0.8.',
  })
}

const sized = (rows: number, ratio: number): SampleSize => {
  const [a, b] = [Math.ceil(rows), Math.ceil(rows * ratio)]
  return { a, b, total: a + b }
}

const difference = (change: number): number => {
  if (change !== 0 && Number.isFinite(change)) return change
  throw new BadInput(`The change to be seen is ${change}.`, {
    column: 'change',
    value: change,
    mend: 'Name the smallest change that would matter; no test sees none.',
  })
}
