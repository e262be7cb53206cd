/** What a confusion matrix says about all classes together. */
import { defined, isDefined, type Measure, ratio, undefinedFor } from '../measure.ts'
import { againstRest, type Confusion } from './confusion.ts'
import type { BinaryCounts } from './counts.ts'

/** The share of rows whose class was said right. For two classes make the matrix with `matrixOf`. */
export const accuracy = (confusion: Confusion): Measure => {
  const { right, all } = margins(confusion)
  return ratio(right, all, 'There are no rows.')
}

/**
 * The mean of the recalls of the classes that occur in the truth; a class that does not occur is left out (scikit-learn's
 * convention, which warns). With two classes it is (recall + specificity) / 2. Undefined without rows.
 */
export const balancedAccuracy = (confusion: Confusion): Measure => {
  const { truth } = margins(confusion)
  const size = confusion.classes.length
  let [sum, classes] = [0, 0]
  for (let c = 0; c < size; c += 1) {
    const support = truth[c] ?? 0
    if (support === 0) continue
    sum += (confusion.counts[c * size + c] ?? 0) / support
    classes += 1
  }
  return ratio(sum, classes, 'There are no rows.')
}

/**
 * One measure of a binary decision over all classes, each against the rest: `averaged(matrix, precision, 'macro')`.
 *
 * - `macro`: the mean over the classes, each counting the same.
 * - `weighted`: the mean over the classes, each counting as many rows as it has in the truth.
 * - `micro`: the measure of the summed counts; with one label a row, micro precision, recall and F1 are the accuracy.
 *
 * A class for which the measure is undefined (precision of a class that was never said) counts 0, scikit-learn's
 * convention; undefined only when it is so for every class.
 */
export const averaged = (
  confusion: Confusion,
  measure: (counts: BinaryCounts) => Measure,
  how: 'macro' | 'micro' | 'weighted',
): Measure => {
  const each = confusion.classes.map((_, place) => againstRest(confusion, place))
  if (how === 'micro') return measure(each.reduce(added, { tp: 0, fp: 0, fn: 0, tn: 0 }))
  let [sum, weight, known] = [0, 0, 0]
  for (const counts of each) {
    const one = measure(counts)
    const share = how === 'macro' ? 1 : counts.tp + counts.fn
    weight += share
    if (!isDefined(one)) continue
    sum += one.value * share
    known += 1
  }
  if (known === 0) return undefinedFor('It is undefined for every class.')
  return ratio(sum, weight, 'There are no rows.')
}

/**
 * Matthews' correlation, from -1 to 1, 0 for chance, for any number of classes (Matthews 1975; Gorodkin 2004's R_K):
 * the correlation of truth and prediction as indicators. Undefined where either says one class throughout
 * (scikit-learn answers 0).
 */
export const matthews = (confusion: Confusion): Measure => {
  const { right, all, truth, predicted } = margins(confusion)
  const product = (one: Float64Array, other: Float64Array): number =>
    one.reduce((sum, count, c) => sum + (count / all) * ((other[c] ?? 0) / all), 0)
  if (all === 0) return undefinedFor('There are no rows.')
  const spread = [truth, predicted].map((one) => (isConstant(one) ? 0 : 1 - product(one, one)))
  const [ofTruth = 0, ofPredicted = 0] = spread
  if (ofTruth === 0 || ofPredicted === 0) {
    return undefinedFor(`The ${ofTruth === 0 ? 'truth' : 'prediction'} is one class throughout.`)
  }
  return defined((right / all - product(truth, predicted)) / Math.sqrt(ofTruth * ofPredicted))
}

/**
 * Cohen's kappa: agreement beyond what the margins give by chance, `1 - sum(w O) / sum(w E)`; 1 is full agreement, 0
 * chance (Cohen 1960, 1968). Classes at distance d weigh 1 (`none`), d (`linear`) or d² (`quadratic`), in the order of
 * the matrix. Undefined where both say one and the same class throughout (scikit-learn answers NaN).
 */
export const kappa = (confusion: Confusion, weights: 'none' | 'linear' | 'quadratic' = 'none'): Measure => {
  const { all, truth, predicted } = margins(confusion)
  const size = confusion.classes.length
  let [observed, expected] = [0, 0]
  for (let t = 0; t < size; t += 1) {
    for (let p = 0; p < size; p += 1) {
      const distance = Math.abs(t - p)
      const weight = weights === 'none' ? Number(distance > 0) : distance ** (weights === 'linear' ? 1 : 2)
      observed += weight * (confusion.counts[t * size + p] ?? 0)
      expected += (weight * (truth[t] ?? 0) * (predicted[p] ?? 0)) / all
    }
  }
  if (!(expected > 0)) return undefinedFor('Both say one and the same class throughout.')
  return defined(1 - observed / expected)
}

type Margins = { truth: Float64Array; predicted: Float64Array; right: number; all: number }

/** Sums of rows, columns, diagonal and all of a matrix. */
const margins = ({ classes, counts }: Confusion): Margins => {
  const size = classes.length
  const [truth, predicted] = [new Float64Array(size), new Float64Array(size)]
  let [right, all] = [0, 0]
  for (let i = 0; i < counts.length; i += 1) {
    const count = counts[i] ?? 0
    const [t, p] = [Math.floor(i / size), i % size]
    truth[t] = (truth[t] ?? 0) + count
    predicted[p] = (predicted[p] ?? 0) + count
    all += count
    if (t === p) right += count
  }
  return { truth, predicted, right, all }
}

const isConstant = (margin: Float64Array): boolean => margin.filter((count) => count > 0).length < 2

const added = (a: BinaryCounts, b: BinaryCounts): BinaryCounts => ({
  tp: a.tp + b.tp,
  fp: a.fp + b.fp,
  fn: a.fn + b.fn,
  tn: a.tn + b.tn,
})
