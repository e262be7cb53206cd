/** One figure for an uplift model: the area above treating at random. */
import { descending } from '../descending.ts'
import { type Measure, type Undefined, undefinedFor } from '../measure.ts'
import { areaUnder, qiniCurve, type UpliftCurve, type UpliftRows, upliftCurve } from './curve.ts'

/**
 * `value` is the area between the curve and the straight line of treating at random, over the same area of the best
 * possible order: 1 is perfect, 0 random, below 0 worse. `area` is that of the curve alone, in outcomes per row
 * (over the square of all rows), for papers that do not normalise.
 */
export type UpliftArea = Measure & { area?: number }

/**
 * The normalised area of the uplift curve (AUUC): the convention of scikit-uplift's `uplift_auc_score`, whose best order
 * puts treated rows with the outcome and untreated rows without it first. Undefined when an arm is missing or no order
 * is better than random, as when nobody has the outcome.
 */
export const auuc = (rows: UpliftRows): UpliftArea => {
  const { truth, treated, weights } = rows
  const weightWhere = (outcome: number, arm: number): number => {
    let sum = 0
    for (let i = 0; i < truth.length; i += 1)
      if (truth[i] === outcome && treated[i] === arm) sum += weights === undefined ? 1 : (weights[i] ?? 0)
    return sum
  }
  const byOutcome = weightWhere(1, 0) > weightWhere(0, 1)
  return normalised(rows, upliftCurve, (row) => {
    const [outcome, arm] = [truth[row] ?? 0, treated[row] ?? 0]
    return (outcome === arm ? 2 : 0) + (byOutcome ? outcome : arm)
  })
}

/**
 * The Qini coefficient: the normalised area of the Qini curve (Radcliffe 2007), in the convention of scikit-uplift's
 * `qini_auc_score` with negative effects: the best order puts treated rows with the outcome first and untreated rows
 * with it last. Undefined as {@link auuc} is.
 */
export const qini = (rows: UpliftRows): UpliftArea => {
  const { truth, treated } = rows
  return normalised(rows, qiniCurve, (row) => (truth[row] ?? 0) * (2 * (treated[row] ?? 0) - 1))
}

const normalised = (
  rows: UpliftRows,
  curveOf: (rows: UpliftRows) => UpliftCurve | Undefined,
  best: (row: number) => number,
): UpliftArea => {
  const scores = Float64Array.from(rows.truth, (_, row) => best(row))
  const curve = curveOf(rows)
  const ideal = curveOf({ ...rows, scores, order: descending(scores) })
  if ('reason' in curve) return curve
  if ('reason' in ideal) return ideal
  const all = curve.rows.at(-1) ?? 0
  const area = aboveRandom(curve) / all ** 2
  const most = aboveRandom(ideal) / all ** 2
  // The best order is never below random by more than rounding.
  if (!(most > 1e-15)) return { ...undefinedFor('No order of these rows is better than a random one.'), area }
  return { value: area / most, area }
}

const aboveRandom = (curve: UpliftCurve): number =>
  areaUnder(curve) - ((curve.rows.at(-1) ?? 0) * (curve.added.at(-1) ?? 0)) / 2
