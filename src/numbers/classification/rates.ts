/**
 * What the four counts of a binary decision say. Each takes {@link BinaryCounts} and answers a share from 0 to 1; where
 * it would divide by nothing it is undefined with the reason (scikit-learn answers 0 with a warning there).
 */
import { demandWithin } from '../columns.ts'
import { defined, type Measure, ratio, undefinedFor } from '../measure.ts'
import type { BinaryCounts } from './counts.ts'

/** tp / (tp + fp): of what was flagged, how much is positive. Undefined when nothing was flagged. */
export const precision = ({ tp, fp }: BinaryCounts): Measure =>
  ratio(tp, tp + fp, 'Nothing was flagged, so there is nothing of which a share could be right.')

/** tp / (tp + fn), also sensitivity or true-positive rate: of the positives, how many were flagged. Undefined without positives. */
export const recall = ({ tp, fn }: BinaryCounts): Measure =>
  ratio(tp, tp + fn, 'No row is positive, so there is none to find.')

/** tn / (tn + fp): of the negatives, how many were left alone. Undefined without negatives. */
export const specificity = ({ tn, fp }: BinaryCounts): Measure =>
  ratio(tn, tn + fp, 'No row is negative, so there is none to leave alone.')

/** fp / (fp + tn) = 1 - specificity: of the negatives, how many were flagged. Undefined without negatives. */
export const falsePositiveRate = ({ tn, fp }: BinaryCounts): Measure =>
  ratio(fp, tn + fp, 'No row is negative, so none can be flagged by mistake.')

/** tn / (tn + fn), the negative predictive value. Undefined when everything was flagged. */
export const negativePrecision = ({ tn, fn }: BinaryCounts): Measure =>
  ratio(
    tn,
    tn + fn,
    'Everything was flagged, so there is nothing left alone of which a share could be right.',
  )

/**
 * F-beta, `(1 + b²) tp / ((1 + b²) tp + b² fn + fp)`: the harmonic mean of precision and recall in which recall counts
 * `beta` times as much (van Rijsbergen 1979). It is 0, not undefined, when nothing was flagged although there are
 * positives, or the other way round, as in scikit-learn; undefined only when there is neither. `beta` is 0 or more.
 */
export const fBeta = ({ tp, fp, fn }: BinaryCounts, beta = 1): Measure => {
  demandWithin('beta', beta, 0, 1e6)
  const square = beta * beta
  if (tp + fp + fn === 0) return undefinedFor('No row is positive and nothing was flagged.')
  const lower = (1 + square) * tp + square * fn + fp
  return defined(lower === 0 ? 0 : ((1 + square) * tp) / lower)
}

/**
 * The precision that follows from a base rate, `q r / (q r + (1 - q) f)` by Bayes' rule: `prevalence` q is the share of
 * positives, `recall` r and `falsePositiveRate` f the shares of positives and of negatives that are flagged, all from 0
 * to 1. Undefined when nothing would be flagged.
 */
export const precisionAtPrevalence = (given: {
  prevalence: number
  recall: number
  falsePositiveRate: number
}): Measure => {
  for (const [name, value] of Object.entries(given)) demandWithin(name, value, 0, 1)
  const right = given.prevalence * given.recall
  const wrong = (1 - given.prevalence) * given.falsePositiveRate
  return ratio(right, right + wrong, 'Nothing would be flagged.')
}
