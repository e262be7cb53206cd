/** The four counts of a binary decision. */
import { BadInput } from '../bad-input.ts'
import { binaryIn, numbersIn, weightsIn } from '../columns.ts'
import type { Numbers } from '../measure.ts'

/** Weight of the rows by truth and decision: `fn` is positive and not flagged. With weights 1 these are counts. */
export type BinaryCounts = { tp: number; fp: number; fn: number; tn: number }

/**
 * Counts decisions against the truth, both 0 or 1, one a row; `weights` of 0 or more, 1 where absent. Throws BadInput
 * for other values, unequal lengths and no rows.
 */
export const countsOf = (truth: Numbers, predicted: Numbers, weights?: Numbers): BinaryCounts => {
  const known = binaryIn('truth', truth)
  const said = binaryIn('predicted', predicted, known.length)
  const weight = weightsIn(weights, known.length)
  const cells: [number, number, number, number] = [0, 0, 0, 0]
  for (let i = 0; i < known.length; i += 1) {
    const cell = ((known[i] ?? 0) * 2 + (said[i] ?? 0)) as 0 | 1 | 2 | 3
    cells[cell] += weight === undefined ? 1 : (weight[i] ?? 0)
  }
  const [tn, fp, fn, tp] = cells
  return { tp, fp, fn, tn }
}

/** Counts the decision "flag where the score is at or above the threshold"; a threshold of Infinity flags nothing. */
export const countsAt = (
  truth: Numbers,
  scores: Numbers,
  threshold: number,
  weights?: Numbers,
): BinaryCounts => {
  if (Number.isNaN(threshold)) {
    throw new BadInput('The threshold is not a number.', { column: 'threshold', value: threshold })
  }
  const known = binaryIn('truth', truth)
  const values = numbersIn('scores', scores, known.length)
  const said = new Uint8Array(known.length)
  for (let i = 0; i < said.length; i += 1) said[i] = (values[i] ?? 0) >= threshold ? 1 : 0
  return countsOf(known, said, weights)
}

/** The four counts of a threshold, from the weights at or above it and those of all rows. */
export const countsFrom = (
  positives: number,
  negatives: number,
  all: { positives: number; negatives: number },
): BinaryCounts => ({
  tp: positives,
  fp: negatives,
  fn: Math.max(0, all.positives - positives),
  tn: Math.max(0, all.negatives - negatives),
})
