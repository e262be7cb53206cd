/** Where to put the threshold when a limit is given, and what that gives. */
import { demandWithin } from '../columns.ts'
import { type Defined, defined, type Measure, type Undefined, undefinedFor } from '../measure.ts'
import { type BinaryCounts, countsFrom } from './counts.ts'
import { eachStep, oneClass, type Ranked, totals } from './ranked.ts'

/** A threshold, at or above which rows are flagged, with the counts it gives and the value that was asked for. */
export type OperatingPoint = Defined & { threshold: number; counts: BinaryCounts }

/**
 * The highest recall of all thresholds whose precision is at least so much (0 to 1), with that threshold; of several
 * with this recall, the highest. Thresholds are the distinct scores; a decision between tied rows is not made.
 * Undefined without positives, and when no threshold reaches the precision. Chosen on the data at hand it is
 * optimistic: choose it on validation data and report it on other data.
 */
export const recallAtPrecision = (rows: Ranked, least: number): OperatingPoint | Undefined => {
  demandWithin('precision', least, 0, 1)
  const all = totals(rows)
  if (all.positives === 0) return undefinedFor('No row is positive, so there is none to find.')
  let best: { threshold: number; tp: number; fp: number } | undefined
  eachStep(rows, (threshold, tp, fp) => {
    if (tp / (tp + fp) >= least && tp > (best?.tp ?? 0)) best = { threshold, tp, fp }
  })
  if (best === undefined) return undefinedFor(`No threshold has a precision of ${least} or more.`)
  return point(best.threshold, best.tp, best.fp, all)
}

/**
 * The recall (true-positive rate) at the lowest threshold whose false-positive rate is at most so much (0 to 1); at
 * worst it flags nothing, with threshold Infinity and recall 0. No interpolation between thresholds. Undefined with one
 * class.
 */
export const recallAtFalsePositiveRate = (rows: Ranked, most: number): OperatingPoint | Undefined => {
  demandWithin('falsePositiveRate', most, 0, 1)
  const all = totals(rows)
  const missing = oneClass(all.positives, all.negatives)
  if (missing !== undefined) return undefinedFor(missing)
  let best = { threshold: Number.POSITIVE_INFINITY, tp: 0, fp: 0 }
  eachStep(rows, (threshold, tp, fp) => {
    if (fp / all.negatives <= most && tp > best.tp) best = { threshold, tp, fp }
  })
  return point(best.threshold, best.tp, best.fp, all)
}

/**
 * The lowest threshold that flags at most so many rows (by weight), as for a team that can look at so many cases; rows
 * of equal score are flagged together or not at all, so that capacity may stay unused. `value` is the recall there.
 * Undefined without positives.
 */
export const thresholdForCapacity = (rows: Ranked, capacity: number): OperatingPoint | Undefined => {
  demandWithin('capacity', capacity, 0, Number.POSITIVE_INFINITY)
  const all = totals(rows)
  if (all.positives === 0) return undefinedFor('No row is positive, so there is none to find.')
  let best = { threshold: Number.POSITIVE_INFINITY, tp: 0, fp: 0 }
  eachStep(rows, (threshold, tp, fp) => {
    if (tp + fp <= capacity) best = { threshold, tp, fp }
  })
  return point(best.threshold, best.tp, best.fp, all)
}

/**
 * Lift of the top share (above 0, up to 1) of rows by score: how many times the base rate their share of positives is.
 * 1 is chance; it cannot exceed 1 / share. Rows that tie at the edge count as what they hold on average. Undefined
 * without positives.
 */
export const lift = (rows: Ranked, share: number): Measure => {
  const found = gain(rows, share)
  return found.value === undefined ? found : defined(found.value / share)
}

/** The share of all positives that is found in the top share of rows by score; ties and limits as for {@link lift}. */
export const gain = (rows: Ranked, share: number): Measure => {
  demandWithin('share', share, Number.MIN_VALUE, 1)
  const { positives, negatives } = totals(rows)
  if (positives === 0) return undefinedFor('No row is positive, so there is none to find.')
  const room = share * (positives + negatives)
  let [found, before, full] = [0, 0, false]
  eachStep(rows, (_, tp, fp) => {
    if (full) return
    const step = tp + fp - before
    const part = Math.min(1, (room - before) / step)
    found += (tp - found) * part
    before += step
    full = before >= room
  })
  return defined(found / positives)
}

const point = (
  threshold: number,
  tp: number,
  fp: number,
  all: { positives: number; negatives: number },
): OperatingPoint => ({
  value: Math.min(1, tp / all.positives),
  threshold,
  counts: countsFrom(tp, fp, all),
})
