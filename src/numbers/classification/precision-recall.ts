/** The precision-recall curve and average precision. */
import { defined, type Measure, type Undefined, undefinedFor } from '../measure.ts'
import { eachStep, type Ranked, totals } from './ranked.ts'

/** Points of a curve from the highest threshold to the lowest; the first has threshold Infinity and flags nothing. */
export type PrecisionRecallCurve = { thresholds: Float64Array; precision: Float64Array; recall: Float64Array }

const WITHOUT = 'No row is positive, so there is nothing to find.'

/**
 * Average precision, `sum((R_n - R_(n-1)) P_n)` over the distinct scores from high to low, as scikit-learn computes it:
 * the area under the precision-recall curve as steps, without the interpolation that flatters (Davis and Goadrich 2006).
 * Rows of equal score are one step; constant scores give the base rate. Undefined without positives (scikit-learn
 * answers 0); 1 without negatives. Time is linear after `ranked`, and no memory is used.
 */
export const averagePrecision = (rows: Ranked): Measure => {
  let [area, above] = [0, 0]
  const { positives } = eachStep(rows, (_, tp, fp) => {
    area += ((tp - above) * tp) / (tp + fp)
    above = tp
  })
  return positives > 0 ? defined(area / positives) : undefinedFor(WITHOUT)
}

/**
 * The precision-recall curve, one point for every distinct score, from (recall 0, precision 1) at threshold Infinity,
 * a convention that scikit-learn has too, to the base rate at the lowest score. The same points as scikit-learn's
 * `precision_recall_curve`, which lists them from the lowest threshold. Undefined without positives.
 */
export const precisionRecallCurve = (rows: Ranked): PrecisionRecallCurve | Undefined => {
  if (totals(rows).positives === 0) return undefinedFor(WITHOUT)
  let steps = 0
  eachStep(rows, () => {
    steps += 1
  })
  const thresholds = new Float64Array(steps + 1)
  const precision = new Float64Array(steps + 1)
  const recall = new Float64Array(steps + 1)
  thresholds[0] = Number.POSITIVE_INFINITY
  precision[0] = 1
  let at = 0
  const { positives } = eachStep(rows, (threshold, tp, fp) => {
    at += 1
    thresholds[at] = threshold
    precision[at] = tp / (tp + fp)
    recall[at] = tp
  })
  for (let i = 0; i < recall.length; i += 1) recall[i] = (recall[i] ?? 0) / positives
  return { thresholds, precision, recall }
}
