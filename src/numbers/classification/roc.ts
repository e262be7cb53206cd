/** The ROC curve and the area under it. */
import { defined, type Measure, type Undefined, undefinedFor } from '../measure.ts'
import { eachStep, oneClass, type Ranked, totals } from './ranked.ts'

/** Points of a curve from the highest threshold to the lowest; the first has threshold Infinity and flags nothing. */
export type RocCurve = {
  thresholds: Float64Array
  falsePositiveRate: Float64Array
  truePositiveRate: Float64Array
}

/**
 * The area under the ROC curve: the chance that a positive row scores above a negative one, equal scores counting a half
 * (Mann and Whitney 1947; Hanley and McNeil 1982), each pair weighing the product of its rows' weights. Constant scores
 * give 0.5. With one class it is undefined (scikit-learn raises, or answers NaN with a warning, depending on its
 * version). Time is linear after `ranked`, and no memory is used.
 */
export const rocAuc = (rows: Ranked): Measure => {
  let [area, before, above] = [0, 0, 0]
  const { positives, negatives } = eachStep(rows, (_, tp, fp) => {
    area += (fp - before) * (tp + above)
    before = fp
    above = tp
  })
  const missing = oneClass(positives, negatives)
  return missing === undefined ? defined(area / 2 / positives / negatives) : undefinedFor(missing)
}

/**
 * The ROC curve, from (0, 0) at threshold Infinity to (1, 1) at the lowest score. A row is flagged when its score is at
 * or above the threshold. By default points between two equal steps are left out, as scikit-learn's
 * `drop_intermediate` does: the curve is the same and shorter. `every: true` keeps one point for every distinct
 * score. Undefined with one class.
 */
export const rocCurve = (rows: Ranked, options: { every?: boolean } = {}): RocCurve | Undefined => {
  const all = totals(rows)
  const missing = oneClass(all.positives, all.negatives)
  if (missing !== undefined) return undefinedFor(missing)
  let steps = 0
  eachStep(rows, () => {
    steps += 1
  })
  const thresholds = new Float64Array(steps + 1)
  const tps = new Float64Array(steps + 1)
  const fps = new Float64Array(steps + 1)
  thresholds[0] = Number.POSITIVE_INFINITY
  let last = 0
  // The step before, unknown for the first score, so that its point always stays.
  let step = { tp: Number.NaN, fp: Number.NaN }
  let [above, before] = [Number.NaN, Number.NaN]
  const { positives, negatives } = eachStep(rows, (threshold, tp, fp) => {
    const equal = tp - above === step.tp && fp - before === step.fp
    if (options.every === true || !equal) last += 1
    thresholds[last] = threshold
    tps[last] = tp
    fps[last] = fp
    step = { tp: tp - above, fp: fp - before }
    above = tp
    before = fp
  })
  const share = (counts: Float64Array, of: number): Float64Array =>
    counts.subarray(0, last + 1).map((count) => count / of)
  return {
    thresholds: thresholds.slice(0, last + 1),
    falsePositiveRate: share(fps, negatives),
    truePositiveRate: share(tps, positives),
  }
}
