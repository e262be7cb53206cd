/**
 * How far predictions are from the truth. Each takes `truth` and `predicted`, finite numbers, one a row, and `weights` of
 * 0 or more (1 where absent), and throws BadInput for other values, unequal lengths and no rows. With rows there is
 * always a value, unless its sentence says otherwise.
 */
import { demandWithin, numbersIn, weightsIn } from '../columns.ts'
import { descending } from '../descending.ts'
import { defined, type Measure, type Numbers } from '../measure.ts'
import { weightedMean } from '../weighted-mean.ts'

/** Mean squared error, in the square of the unit. Large errors rule; its best constant is the mean. */
export const meanSquaredError = (truth: Numbers, predicted: Numbers, weights?: Numbers): Measure =>
  meanOf(truth, predicted, weights, (error) => error * error)

/** Root of the mean squared error, in the unit of the truth. */
export const rootMeanSquaredError = (truth: Numbers, predicted: Numbers, weights?: Numbers): Measure => {
  const { value } = meanSquaredError(truth, predicted, weights)
  return defined(Math.sqrt(value ?? 0))
}

/** Mean absolute error, in the unit of the truth. Its best constant is the median. */
export const meanAbsoluteError = (truth: Numbers, predicted: Numbers, weights?: Numbers): Measure =>
  meanOf(truth, predicted, weights, Math.abs)

/**
 * Median absolute error, in the unit of the truth: half of the rows are nearer. With an even number of rows the mean of
 * the middle two; with weights the value at which half of the weight is reached, or the mean with the next one where
 * exactly half is (scikit-learn before 1.7 takes the lower one there).
 */
export const medianAbsoluteError = (truth: Numbers, predicted: Numbers, weights?: Numbers): Measure => {
  const { errors, weight } = checked(truth, predicted, weights)
  const sizes = errors.map(Math.abs)
  if (weight === undefined) {
    sizes.sort()
    const half = sizes.length >>> 1
    const upper = sizes[half] ?? 0
    return defined(sizes.length % 2 === 1 ? upper : ((sizes[half - 1] ?? 0) + upper) / 2)
  }
  const half = weight.reduce((sum, w) => sum + w, 0) / 2
  let [reached, lower]: [number, number | undefined] = [0, undefined]
  for (const row of descending(sizes.map((size) => -size))) {
    const w = weight[row] ?? 0
    if (w === 0) continue
    const size = sizes[row] ?? 0
    if (lower !== undefined) return defined((lower + size) / 2)
    reached += w
    if (reached > half) return defined(size)
    if (reached === half) lower = size
  }
  return defined(lower ?? 0)
}

/**
 * Mean Huber loss: `error² / 2` up to `delta`, `delta (|error| - delta / 2)` beyond it, so that outliers count linearly
 * (Huber 1964). `delta` above 0, in the unit of the truth.
 */
export const huberLoss = (truth: Numbers, predicted: Numbers, delta: number, weights?: Numbers): Measure => {
  demandWithin('delta', delta, Number.MIN_VALUE, Number.MAX_VALUE)
  return meanOf(truth, predicted, weights, (error) => {
    const size = Math.abs(error)
    return size <= delta ? (size * size) / 2 : delta * (size - delta / 2)
  })
}

/**
 * Mean pinball loss of predicted quantiles: `q (y - p)` where the truth y is above, `(1 - q) (p - y)` where it is below
 * (Koenker and Bassett 1978); in the unit of the truth, least for the true quantile `q` from 0 to 1. For q = 0.5 half of
 * the mean absolute error.
 */
export const pinballLoss = (truth: Numbers, predicted: Numbers, q: number, weights?: Numbers): Measure => {
  demandWithin('q', q, 0, 1)
  return meanOf(truth, predicted, weights, (error) => (error >= 0 ? q * error : (q - 1) * error))
}

const meanOf = (
  truth: Numbers,
  predicted: Numbers,
  weights: Numbers | undefined,
  of: (error: number) => number,
): Measure => {
  const { errors, weight } = checked(truth, predicted, weights)
  return defined(weightedMean(errors.length, weight, (row) => of(errors[row] ?? 0)))
}

/** Truth less prediction. */
const checked = (
  truth: Numbers,
  predicted: Numbers,
  weights: Numbers | undefined,
): { errors: Float64Array; weight: Float64Array | undefined } => {
  const known = numbersIn('truth', truth)
  const said = numbersIn('predicted', predicted, known.length)
  return {
    errors: known.map((value, row) => value - (said[row] ?? 0)),
    weight: weightsIn(weights, known.length),
  }
}
