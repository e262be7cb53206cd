/** Whether predicted intervals hold what they promise. */
import { BadInput } from '../bad-input.ts'
import { demandWithin, numbersIn, weightsIn } from '../columns.ts'
import { defined, type Measure, type Numbers } from '../measure.ts'
import { weightedMean } from '../weighted-mean.ts'

/** Columns of predicted intervals, one a row, with the truth; `low` is at most `high`; weights 1 where absent. */
export type PredictedIntervals = { truth: Numbers; low: Numbers; high: Numbers; weights?: Numbers }

/**
 * The share of rows whose truth lies in its interval, ends included: an interval of 90 % should hold 90 %. Throws
 * BadInput where `low` is above `high`.
 */
export const intervalCoverage = (intervals: PredictedIntervals): Measure => {
  const { truth, low, high, weight } = checked(intervals)
  return defined(
    weightedMean(truth.length, weight, (row) => {
      const value = truth[row] ?? 0
      return value >= (low[row] ?? 0) && value <= (high[row] ?? 0) ? 1 : 0
    }),
  )
}

/** The mean width of the intervals, in the unit of the truth: of two with the same coverage the narrower is better. */
export const intervalWidth = (intervals: PredictedIntervals): Measure => {
  const { low, high, weight } = checked(intervals)
  return defined(weightedMean(low.length, weight, (row) => (high[row] ?? 0) - (low[row] ?? 0)))
}

/**
 * The mean interval score of intervals that should hold the share `level` (between 0 and 1): the width and, for each
 * miss, 2 / (1 - level) times its distance, in the unit of the truth; less is better, and neither too wide nor too
 * narrow pays (Winkler 1972; Gneiting and Raftery 2007).
 */
export const intervalScore = (intervals: PredictedIntervals, level: number): Measure => {
  demandWithin('level', level, Number.EPSILON, 1 - Number.EPSILON)
  const { truth, low, high, weight } = checked(intervals)
  return defined(
    weightedMean(truth.length, weight, (row) => {
      const [value, from, to] = [truth[row] ?? 0, low[row] ?? 0, high[row] ?? 0]
      return to - from + (2 / (1 - level)) * (Math.max(0, from - value) + Math.max(0, value - to))
    }),
  )
}

const checked = ({ truth, low, high, weights }: PredictedIntervals) => {
  const known = numbersIn('truth', truth)
  const from = numbersIn('low', low, known.length)
  const to = numbersIn('high', high, known.length)
  const crossed = from.findIndex((value, row) => value > (to[row] ?? 0))
  if (crossed >= 0) {
    throw new BadInput(`low[${crossed}] is ${from[crossed]}, above high[${crossed}], ${to[crossed]}.`, {
      row: crossed,
      column: 'low',
      value: from[crossed],
      mend: 'The lower end comes first; sort crossing quantiles before.',
    })
  }
  return { truth: known, low: from, high: to, weight: weightsIn(weights, known.length) }
}
