/** What decisions cost, and the threshold that costs least. */
import { BadInput } from '../bad-input.ts'
import { defined, type Measure, ratio } from '../measure.ts'
import { type BinaryCounts, countsFrom } from './counts.ts'
import type { OperatingPoint } from './operating-point.ts'
import { eachStep, type Ranked, totals } from './ranked.ts'

/** What each outcome of one row costs, in any one unit; a gain is a cost below 0, right decisions cost 0 where absent. */
export type Costs = {
  falsePositive: number
  falseNegative: number
  truePositive?: number
  trueNegative?: number
}

/** The mean cost of a row, in the unit of the costs. Undefined without rows. */
export const expectedCost = (counts: BinaryCounts, costs: Costs): Measure => {
  const { tp, fp, fn, tn } = counts
  return ratio(total(counts, checked(costs)), tp + fp + fn + tn, 'There are no rows.')
}

/**
 * The probability from which flagging is the cheaper decision, `(cFP - cTN) / (cFP - cTN + cFN - cTP)` (Elkan 2001):
 * with right decisions free, cFP / (cFP + cFN). It holds for calibrated probabilities only. Throws BadInput unless
 * either mistake costs more than the right decision in its place.
 */
export const costThreshold = (costs: Costs): Measure => {
  const { falsePositive, falseNegative, truePositive, trueNegative } = checked(costs)
  const wrongAlarm = falsePositive - trueNegative
  const miss = falseNegative - truePositive
  for (const [name, value] of [
    ['falsePositive', wrongAlarm],
    ['falseNegative', miss],
  ] as const) {
    if (value > 0) continue
    throw new BadInput(`A ${name} costs no more than the right decision in its place.`, {
      column: name,
      value: costs[name],
      mend: 'Then one decision is always right and there is no threshold; look at the signs of the costs.',
    })
  }
  return defined(wrongAlarm / (wrongAlarm + miss))
}

/**
 * Of the distinct scores and Infinity (flag nothing), the threshold whose decisions cost least on these rows, with its
 * counts; `value` is the mean cost of a row there. Of several, the highest. It needs no calibration, but rows: choose it
 * on validation data and report the cost on other data.
 */
export const cheapestThreshold = (rows: Ranked, costs: Costs): OperatingPoint => {
  const each = checked(costs)
  const all = totals(rows)
  const costAt = (tp: number, fp: number): number => total(countsFrom(tp, fp, all), each)
  let best = { threshold: Number.POSITIVE_INFINITY, tp: 0, fp: 0 }
  let least = costAt(0, 0)
  eachStep(rows, (threshold, tp, fp) => {
    const cost = costAt(tp, fp)
    if (cost >= least) return
    least = cost
    best = { threshold, tp, fp }
  })
  return {
    ...defined(least / (all.positives + all.negatives)),
    threshold: best.threshold,
    counts: countsFrom(best.tp, best.fp, all),
  }
}

const total = ({ tp, fp, fn, tn }: BinaryCounts, costs: Required<Costs>): number =>
  tp * costs.truePositive + fp * costs.falsePositive + fn * costs.falseNegative + tn * costs.trueNegative

const checked = (costs: Costs): Required<Costs> => {
  const all = { truePositive: 0, trueNegative: 0, ...costs }
  for (const [name, value] of Object.entries(all)) {
    if (Number.isFinite(value)) continue
    throw new BadInput(`The cost ${name} is ${value}.`, {
      column: name,
      value,
      mend: 'Every cost has to be a finite number, all in one unit.',
    })
  }
  return all
}
