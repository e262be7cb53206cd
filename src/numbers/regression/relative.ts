/**
 * How far predictions are from the truth, against its size or spread. Arguments as in `errors.ts`; without a unit.
 */
import { numbersIn, weightsIn } from '../columns.ts'
import { defined, type Measure, type Numbers, ratio, undefinedFor } from '../measure.ts'
import { weightedMean } from '../weighted-mean.ts'

/**
 * Mean absolute percentage error, `mean(|y - p| / |y|)`, as a share: 0.1 is 10 %. It punishes predictions that are too
 * high more than those too low. Undefined where a row with weight has a truth of 0; scikit-learn divides by 2^-52 there,
 * which gives figures around 1e15.
 */
export const meanAbsolutePercentageError = (
  truth: Numbers,
  predicted: Numbers,
  weights?: Numbers,
): Measure => {
  const { known, said, weight } = checked(truth, predicted, weights)
  const zero = known.findIndex((value, row) => value === 0 && weight?.[row] !== 0)
  if (zero >= 0)
    return undefinedFor(`truth[${zero}] is 0, and no error is a share of 0; WAPE has a value here.`)
  return defined(
    weightedMean(known.length, weight, (row) => Math.abs(1 - (said[row] ?? 0) / (known[row] ?? 1))),
  )
}

/**
 * Weighted absolute percentage error, `sum |y - p| / sum |y|`, as a share: rows count by their size, and single zeros do
 * no harm (Kolassa and Schütz 2007, MAD/Mean). Undefined where every truth is 0.
 */
export const weightedAbsolutePercentageError = (
  truth: Numbers,
  predicted: Numbers,
  weights?: Numbers,
): Measure => {
  const { known, said, weight } = checked(truth, predicted, weights)
  const error = weightedMean(known.length, weight, (row) => Math.abs((known[row] ?? 0) - (said[row] ?? 0)))
  const size = weightedMean(known.length, weight, (row) => Math.abs(known[row] ?? 0))
  return ratio(error, size, 'Every truth is 0, and no error is a share of 0.')
}

/**
 * The coefficient of determination, `1 - sum (y - p)² / sum (y - mean)²`: 1 is perfect, 0 as good as always saying the
 * mean, below 0 worse. Undefined where the truth never changes, so also with one row (scikit-learn answers 1 for a
 * perfect prediction there and 0 for any other, NaN with one row).
 */
export const rSquared = (truth: Numbers, predicted: Numbers, weights?: Numbers): Measure => {
  const { known, said, weight } = checked(truth, predicted, weights)
  const first = known.find((_, row) => weight?.[row] !== 0) ?? 0
  if (known.every((value, row) => value === first || weight?.[row] === 0))
    return undefinedFor('The truth is one value throughout, so there is no spread to explain.')
  const mean = weightedMean(known.length, weight, (row) => known[row] ?? 0)
  const left = weightedMean(known.length, weight, (row) => ((known[row] ?? 0) - (said[row] ?? 0)) ** 2)
  const spread = weightedMean(known.length, weight, (row) => ((known[row] ?? 0) - mean) ** 2)
  return spread === 0
    ? undefinedFor('The spread of the truth is too small to be computed with.')
    : defined(1 - left / spread)
}

const checked = (
  truth: Numbers,
  predicted: Numbers,
  weights: Numbers | undefined,
): { known: Float64Array; said: Float64Array; weight: Float64Array | undefined } => {
  const known = numbersIn('truth', truth)
  return {
    known,
    said: numbersIn('predicted', predicted, known.length),
    weight: weightsIn(weights, known.length),
  }
}
