/** How much worse a model gets when one feature is shuffled. */
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { demandWhole } from '../columns.ts'
import { studentQuantile } from '../distributions.ts'
import { demandLevel, type Interval } from '../intervals/interval.ts'
import { defined, type Measure, type Undefined } from '../measure.ts'
import { correlatedFeatures } from './correlated.ts'
import { demandMatrix, type Matrix, type Predict, predicted, rowsIn } from './matrix.ts'
import { NOT_CAUSAL, type Rows, type Warning, warnOfCorrelated, warnOfRows } from './warning.ts'

/** What is shuffled, and how it is judged. */
export type Shuffling = {
  rows: Matrix
  predict: Predict
  /** Judges one prediction a row against a truth that it knows, such as `(p) => rocAuc(ranked(truth, p))`. */
  measure: (predictions: Float64Array) => Measure
  better: 'higher' | 'lower'
  on: Rows
  seed: number
  /** How often each feature is shuffled; 5 where absent. */
  repeats?: number
  level?: number
}

/** What is lost without a feature: mean over the shuffles, interval of that mean, deviation, and each single loss. */
export type FeatureLoss = Interval & { name: string; deviation: number; losses: readonly number[] }

/** The measure as it was, the features with the greatest loss first, and what this cannot show. */
export type Permutation = {
  base: number
  features: readonly FeatureLoss[]
  warnings: readonly Warning[]
}

/**
 * Permutation importance (Breiman 2001; scikit-learn's `permutation_importance`): the loss in the measure, above 0 for
 * worse, when one feature's values change rows. In the unit of the measure. `deviation` divides by the number of shuffles,
 * as scikit-learn's does; the interval is Student's for the mean over shuffles and says how well chance is averaged out,
 * not how other rows would differ. Undefined where the measure is. Throws BadInput for rows that are none, fewer than 2
 * repeats, or predictions that are not one number a row.
 */
export const permutationImportance = (shuffling: Shuffling): Permutation | Undefined => {
  const { rows, predict, measure, better, on, seed, repeats = 5, level = 0.95 } = shuffling
  demandMatrix(rows)
  demandWhole('repeats', repeats, 2)
  demandWhole('seed', seed, Number.MIN_SAFE_INTEGER)
  demandLevel(level)
  const base = measure(predicted(predict, rows))
  if (base.value === undefined) return base
  const features: FeatureLoss[] = []
  const generator = xoroshiro128plus(seed)
  const shuffled: Matrix = { names: rows.names, values: rows.values.slice() }
  for (const [place, name] of rows.names.entries()) {
    const losses: number[] = []
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      shuffle(shuffled, place, generator)
      const found = measure(predicted(predict, shuffled))
      if (found.value === undefined) return found
      losses.push(better === 'higher' ? base.value - found.value : found.value - base.value)
    }
    putBack(rows, shuffled, place)
    features.push({ name, ...summary(losses, level), losses })
  }
  return {
    base: base.value,
    features: features.sort((a, b) => b.value - a.value),
    warnings: [...warnOfCorrelated(correlatedFeatures(rows), HARM), ...warnOfRows(on), NOT_CAUSAL],
  }
}

const HARM =
  'Shuffle one and the model still has the other, so that both may look unimportant, and rows arise that cannot occur: shuffle or drop them together.'

type Generator = ReturnType<typeof xoroshiro128plus>

/** Fisher and Yates' shuffle of one feature, in place. */
const shuffle = ({ names, values }: Matrix, place: number, generator: Generator): void => {
  const width = names.length
  for (let row = values.length / width - 1; row > 0; row -= 1) {
    const [here, there] = [row * width + place, uniformInt(generator, 0, row) * width + place]
    const held = values[here] ?? 0
    values[here] = values[there] ?? 0
    values[there] = held
  }
}

const putBack = (from: Matrix, to: Matrix, place: number): void => {
  for (let row = 0; row < rowsIn(from); row += 1) {
    const at = row * from.names.length + place
    to.values[at] = from.values[at] ?? 0
  }
}

const summary = (losses: readonly number[], level: number): Interval & { deviation: number } => {
  const n = losses.length
  const mean = losses.reduce((sum, loss) => sum + loss, 0) / n
  const squares = losses.reduce((sum, loss) => sum + (loss - mean) ** 2, 0)
  const half = -studentQuantile((1 - level) / 2, n - 1) * Math.sqrt(squares / (n - 1) / n)
  const ends = { low: mean - half, high: mean + half, level }
  return { ...defined(mean), ...ends, method: "Student's t over shuffles", deviation: Math.sqrt(squares / n) }
}
