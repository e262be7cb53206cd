/** What a model predicts, on average and for single rows, as one feature is set to one value after another. */
import { demandWhole, demandWithin } from '../columns.ts'
import type { Undefined } from '../measure.ts'
import { undefinedFor } from '../measure.ts'
import { correlatedFeatures } from './correlated.ts'
import { farShares } from './far.ts'
import { demandMatrix, featureOf, type Matrix, type Predict, placeOf, predicted, rowsIn } from './matrix.ts'
import { NOT_CAUSAL, type Rows, type Warning, warnOfCorrelated, warnOfRows } from './warning.ts'

/** Which feature is moved, and over how many values. */
export type Moving = {
  rows: Matrix
  predict: Predict
  feature: string
  on: Rows
  /** At most so many values; 20 where absent. */
  points?: number
  /** Curves of so many single rows, spread evenly over all; 0 where absent. */
  single?: number
  /** The shares of the rows between which the values lie; .05 and .95 where absent. */
  between?: readonly [low: number, high: number]
}

/** One mean prediction for each value, the curves of single rows, and the share of made-up rows far from any real one. */
export type Dependence = {
  feature: string
  values: Float64Array
  mean: Float64Array
  single: readonly Float64Array[]
  /** For each value: of the rows with that value put in, the share unlike any that is there. */
  far: Float64Array
  warnings: readonly Warning[]
}

/**
 * Partial dependence (Friedman 2001), the mean over all rows of the prediction with the feature set to a value, and single
 * curves (ICE; Goldstein et al. 2015). Values are quantiles of the feature with linear interpolation, or all its distinct
 * values where those are few; scikit-learn spaces them evenly instead, its means at the same values are the same. Curves
 * of single rows that cross or fan out say that the mean hides an interaction. Undefined for a feature that never changes.
 * Throws BadInput for an unknown feature and rows that are none. Costs rows x values predictions.
 */
export const partialDependence = (moving: Moving): Dependence | Undefined => {
  const { rows, predict, feature, on, points = 20, single = 0, between = [0.05, 0.95] } = moving
  demandMatrix(rows)
  demandWhole('points', points, 2)
  demandWhole('single', single, 0)
  demandWithin('between', between[0], 0, between[1])
  demandWithin('between', between[1], between[0], 1)
  const place = placeOf(rows, feature)
  const values = gridOf(featureOf(rows, place), points, between)
  if (values.length < 2) return undefinedFor(`${feature} has one value on nearly all rows.`)
  const count = rowsIn(rows)
  const shown = Array.from({ length: Math.min(single, count) }, (_, i) => ({
    row: Math.floor((i * count) / Math.min(single, count)),
    curve: new Float64Array(values.length),
  }))
  const moved: Matrix = { names: rows.names, values: rows.values.slice() }
  const mean = values.map((value, at) => {
    for (let cell = place; cell < moved.values.length; cell += rows.names.length) moved.values[cell] = value
    const found = predicted(predict, moved)
    for (const { row, curve } of shown) curve[at] = found[row] ?? 0
    return found.reduce((sum, one) => sum + one, 0) / count
  })
  const far = farShares(rows, place, values)
  return {
    feature,
    values,
    mean,
    single: shown.map(({ curve }) => curve),
    far,
    warnings: [
      ...warnOfCorrelated(
        correlatedFeatures(rows).filter(({ one, other }) => one === feature || other === feature),
        'Moving one and not the other makes rows that hardly occur, and the curve rests on them.',
      ),
      ...warnOfFar(far),
      ...warnOfRows(on),
      NOT_CAUSAL,
    ],
  }
}

/** About a twentieth of real rows is called far as well. */
const USUAL = 0.1

const warnOfFar = (far: Float64Array): Warning[] => {
  const share = far.reduce((sum, one) => sum + one, 0) / far.length
  if (share <= USUAL) return []
  const says = `${Math.round(share * 100)} % of the rows made up for this curve are unlike any real row, beside 5 % of real ones; what the model says there was never checked.`
  return [{ kind: 'extrapolation', says, share }]
}

const gridOf = (
  column: Float64Array,
  points: number,
  [low, high]: readonly [number, number],
): Float64Array => {
  const sorted = column.toSorted()
  const distinct = new Set<number>()
  for (const value of sorted) if (distinct.size <= points) distinct.add(value)
  if (distinct.size <= points) return Float64Array.from(distinct)
  const at = (i: number): number => quantile(sorted, low + ((high - low) * i) / (points - 1))
  return Float64Array.from(new Set(Array.from({ length: points }, (_, i) => at(i))))
}

const quantile = (sorted: Float64Array, share: number): number => {
  const at = share * (sorted.length - 1)
  const below = sorted[Math.floor(at)] ?? 0
  return below + ((sorted[Math.ceil(at)] ?? 0) - below) * (at - Math.floor(at))
}
