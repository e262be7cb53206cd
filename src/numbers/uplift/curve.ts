/** What a treatment adds when those are treated first for whom it should add most. */

import { type Ranked, ranked } from '../classification/ranked.ts'
import { binaryIn } from '../columns.ts'
import { type Numbers, type Undefined, undefinedFor } from '../measure.ts'

/** Rows of a randomised experiment with a score for each, sorted once; made by {@link upliftRows}. */
export type UpliftRows = Ranked & { treated: Uint8Array }

/** From no row to all, by falling score: the rows so far (by weight) and what the treatment added among them, in outcomes. */
export type UpliftCurve = { rows: Float64Array; added: Float64Array }

/**
 * Sorts the rows of an experiment in which the treatment was given at random. `outcome` and `treated` hold 0 or 1,
 * `scores` the predicted uplift or any finite number, higher is treated first, `weights` 0 or more. Throws BadInput
 * for other values, unequal lengths and no rows.
 */
export const upliftRows = (
  outcome: Numbers,
  treated: Numbers,
  scores: Numbers,
  weights?: Numbers,
): UpliftRows => ({
  ...ranked(outcome, scores, weights),
  treated: binaryIn('treated', treated, outcome.length),
})

/**
 * The uplift curve: at each distinct score, `(outcomes per treated row - outcomes per untreated row) * rows` among the
 * rows so far (Gutierrez and Gérardy 2017; the convention of scikit-uplift); an arm without rows so far counts 0.
 * Undefined when a whole arm is missing.
 */
export const upliftCurve = (rows: UpliftRows): UpliftCurve | Undefined =>
  curve(rows, (t, c) => (share(t.outcomes, t.rows) - share(c.outcomes, c.rows)) * (t.rows + c.rows))

/**
 * The Qini curve: at each distinct score, `treated outcomes - untreated outcomes * treated rows / untreated rows`
 * among the rows so far (Radcliffe 2007); while no untreated row has come, none is subtracted. Undefined when a whole
 * arm is missing.
 */
export const qiniCurve = (rows: UpliftRows): UpliftCurve | Undefined =>
  curve(rows, (t, c) => t.outcomes - share(c.outcomes, c.rows) * t.rows)

/** The area under a curve of rows and what was added, by trapezoids, in rows times outcomes. */
export const areaUnder = ({ rows, added }: UpliftCurve): number => {
  let area = 0
  for (let i = 1; i < rows.length; i += 1)
    area += (((rows[i] ?? 0) - (rows[i - 1] ?? 0)) * ((added[i] ?? 0) + (added[i - 1] ?? 0))) / 2
  return area
}

type Arm = { rows: number; outcomes: number }

const curve = (
  { truth, treated, scores, weights, order }: UpliftRows,
  of: (treated: Arm, untreated: Arm) => number,
): UpliftCurve | Undefined => {
  const [rows, added] = [[0], [0]]
  const arms: [untreated: Arm, treated: Arm] = [
    { rows: 0, outcomes: 0 },
    { rows: 0, outcomes: 0 },
  ]
  let last = Number.NaN
  const close = (): void => {
    rows.push(arms[0].rows + arms[1].rows)
    added.push(of(arms[1], arms[0]))
  }
  for (const row of order) {
    const weight = weights === undefined ? 1 : (weights[row] ?? 0)
    if (weight === 0) continue
    if (scores[row] !== last && !Number.isNaN(last)) close()
    last = scores[row] ?? 0
    const arm = treated[row] === 1 ? arms[1] : arms[0]
    arm.rows += weight
    if (truth[row] === 1) arm.outcomes += weight
  }
  close()
  for (const [at, name] of [
    [0, 'untreated'],
    [1, 'treated'],
  ] as const) {
    if (arms[at].rows === 0) return undefinedFor(`No row is ${name}, so there is nothing to compare with.`)
  }
  return { rows: Float64Array.from(rows), added: Float64Array.from(added) }
}

const share = (outcomes: number, rows: number): number => (rows === 0 ? 0 : outcomes / rows)
