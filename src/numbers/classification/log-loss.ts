/** How good probabilities are as probabilities, by the logarithm. */
import { BadInput } from '../bad-input.ts'
import { binaryIn, demandRows, probabilitiesIn, weightsIn } from '../columns.ts'
import { defined, isDefined, type Measure, type Numbers, undefinedFor } from '../measure.ts'
import type { Label, Labels } from './confusion.ts'

/** Probabilities are held this far from 0 and 1, so that one sure mistake does not make the loss infinite. */
const EDGE = 2 ** -52

/**
 * Log loss in nats, `-mean(y ln p + (1 - y) ln(1 - p))`: 0 is perfect, ln 2 = 0.693 is a coin. `truth` holds 0 or 1,
 * `probabilities` of 1 from 0 to 1, `weights` 0 or more. Probabilities are clipped to [2^-52, 1 - 2^-52], as scikit-learn
 * does for doubles. One class only is no hindrance (scikit-learn raises). Throws BadInput for scores that are no
 * probabilities.
 */
export const logLoss = (truth: Numbers, probabilities: Numbers, weights?: Numbers): Measure => {
  const known = binaryIn('truth', truth)
  const said = probabilitiesIn('probabilities', probabilities, known.length)
  const weight = weightsIn(weights, known.length)
  let [sum, all] = [0, 0]
  for (let i = 0; i < known.length; i += 1) {
    const p = said[i] ?? 0
    const w = weight === undefined ? 1 : (weight[i] ?? 0)
    sum -= w * Math.log(clipped(known[i] === 1 ? p : 1 - p))
    all += w
  }
  return defined(sum / all)
}

/**
 * Log loss in nats over several classes, `-mean(ln p of the true class)`. `probabilities` has a row for each row of
 * `truth` and a column for each class, row by row in one array of rows x classes; each row has to add up to 1 within
 * 1e-6 (scikit-learn divides by the sum instead). Throws BadInput for other shapes and for labels outside the classes.
 */
export const logLossOfClasses = (
  truth: Labels,
  classes: readonly Label[],
  probabilities: Numbers,
  weights?: Numbers,
): Measure => {
  demandRows('truth', truth)
  const said = probabilitiesIn('probabilities', probabilities, truth.length * classes.length)
  const weight = weightsIn(weights, truth.length)
  const places = new Map(classes.map((label, place) => [label, place]))
  let [sum, all] = [0, 0]
  for (let i = 0; i < truth.length; i += 1) {
    const label = truth[i]
    const place = label === undefined ? undefined : places.get(label)
    if (place === undefined) {
      throw new BadInput(`truth[${i}] is ${JSON.stringify(label)}, which is none of the classes.`, {
        row: i,
        column: 'truth',
        value: label,
        mend: 'Name every class that occurs, in the order of the columns.',
      })
    }
    demandSumOfOne(said.subarray(i * classes.length, (i + 1) * classes.length), i)
    const w = weight === undefined ? 1 : (weight[i] ?? 0)
    sum -= w * Math.log(clipped(said[i * classes.length + place] ?? 0))
    all += w
  }
  return defined(sum / all)
}

/**
 * Entropy in nats of the base rate, the log loss of always saying it: what a model has to beat. 0 for one class.
 */
export const baseEntropy = (truth: Numbers, weights?: Numbers): Measure => {
  const known = binaryIn('truth', truth)
  const weight = weightsIn(weights, known.length)
  let [positives, all] = [0, 0]
  for (let i = 0; i < known.length; i += 1) {
    const w = weight === undefined ? 1 : (weight[i] ?? 0)
    positives += known[i] === 1 ? w : 0
    all += w
  }
  const part = (share: number): number => (share > 0 ? -share * Math.log(share) : 0)
  return defined(part(positives / all) + part(1 - positives / all))
}

/**
 * Normalised entropy: log loss over the entropy of the base rate, so that 1 is no better than always saying the base
 * rate, and data sets of different base rates can be compared (He et al. 2014, Practical lessons from predicting clicks
 * on ads at Facebook). Undefined with one class.
 */
export const normalisedEntropy = (truth: Numbers, probabilities: Numbers, weights?: Numbers): Measure => {
  const loss = logLoss(truth, probabilities, weights)
  const base = baseEntropy(truth, weights)
  if (!isDefined(loss) || !isDefined(base)) return loss
  if (base.value === 0) return undefinedFor('All rows are of one class, whose entropy is 0.')
  return defined(loss.value / base.value)
}

const clipped = (p: number): number => Math.min(1 - EDGE, Math.max(EDGE, p))

const demandSumOfOne = (row: Float64Array, at: number): void => {
  const sum = row.reduce((all, p) => all + p, 0)
  if (Math.abs(sum - 1) <= 1e-6) return
  throw new BadInput(`The probabilities of row ${at} add up to ${sum}.`, {
    row: at,
    column: 'probabilities',
    value: sum,
    mend: 'Those of all classes have to add up to 1.',
  })
}
