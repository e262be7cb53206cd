/** Rows with a binary truth and a score, sorted once, so that every curve and area is read off in one walk. */
import { binaryIn, numbersIn, weightsIn } from '../columns.ts'
import { descending } from '../descending.ts'
import type { Numbers } from '../measure.ts'

/** Rows in order of their scores; made by {@link ranked}, the columns are not to be changed afterwards. */
export type Ranked = {
  truth: Uint8Array
  scores: Float64Array
  /** How much each row counts; every row 1 where absent. */
  weights: Float64Array | undefined
  /** Row numbers from the highest score to the lowest. */
  order: Uint32Array
}

/** Takes a threshold and the weight of the positives and of the negatives whose score is at or above it. */
export type Visit = (threshold: number, positives: number, negatives: number) => void

/**
 * Sorts rows by score. `truth` holds 0 or 1, `scores` any finite numbers (higher means more likely 1), `weights` numbers
 * of 0 or more, each one a row; typed arrays (Uint8Array, Float64Array) are taken without a copy. Time is linear, and 20
 * bytes a row are needed while sorting. Throws BadInput for other values, unequal lengths and no rows.
 */
export const ranked = (truth: Numbers, scores: Numbers, weights?: Numbers): Ranked => {
  const known = binaryIn('truth', truth)
  const values = numbersIn('scores', scores, known.length)
  return {
    truth: known,
    scores: values,
    weights: weightsIn(weights, known.length),
    order: descending(values),
  }
}

/** The same rows with other weights, without sorting again; as a bootstrap wants it. */
export const reweighted = (rows: Ranked, weights: Numbers): Ranked => ({
  ...rows,
  weights: weightsIn(weights, rows.truth.length),
})

/**
 * Visits every distinct score from the highest to the lowest; rows of equal score are one step, rows of weight 0 are
 * none. Answers the weight of all positives and of all negatives, as the last visit saw them.
 */
export const eachStep = (rows: Ranked, visit: Visit): { positives: number; negatives: number } => {
  const { truth, scores, weights, order } = rows
  let [positives, negatives] = [0, 0]
  let threshold = Number.NaN
  for (let i = 0; i < order.length; i += 1) {
    const row = order[i] ?? 0
    const weight = weights === undefined ? 1 : (weights[row] ?? 0)
    if (weight === 0) continue
    const score = scores[row] ?? 0
    if (score !== threshold) {
      if (i > 0 && positives + negatives > 0) visit(threshold, positives, negatives)
      threshold = score
    }
    if (truth[row] === 1) positives += weight
    else negatives += weight
  }
  visit(threshold, positives, negatives)
  return { positives, negatives }
}

/** The weight of all positives and of all negatives. */
export const totals = ({ truth, weights }: Ranked): { positives: number; negatives: number } => {
  let [positives, negatives] = [0, 0]
  for (let i = 0; i < truth.length; i += 1) {
    const weight = weights === undefined ? 1 : (weights[i] ?? 0)
    if (truth[i] === 1) positives += weight
    else negatives += weight
  }
  return { positives, negatives }
}

/** In words, why a figure that compares both classes has no value; undefined where both are there. */
export const oneClass = (positives: number, negatives: number): string | undefined => {
  if (positives > 0 && negatives > 0) return undefined
  return `All rows are ${positives > 0 ? 'positive' : 'negative'}, and this compares positives with negatives.`
}
