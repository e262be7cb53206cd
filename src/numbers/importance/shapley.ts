/** What each feature adds to one prediction, shared out fairly and exactly. */
import { BadInput } from '../bad-input.ts'
import { correlatedFeatures } from './correlated.ts'
import { demandMatrix, type Matrix, type Predict, predicted, rowsIn } from './matrix.ts'
import { NOT_CAUSAL, type Warning, warnOfCorrelated } from './warning.ts'

/** Which prediction is shared out. */
export type Explaining = {
  /** The features of the row, in the order of the background's. */
  row: ArrayLike<number>
  /** The rows it is compared with; what is explained is the difference to their mean prediction. */
  background: Matrix
  predict: Predict
}

/** `base` and all values sum to `prediction`, in the unit of the prediction; features in the order of the matrix. */
export type Shares = {
  base: number
  prediction: number
  features: readonly { name: string; value: number }[]
  warnings: readonly Warning[]
}

/**
 * Exact Shapley values (Shapley 1953; interventional, as in Janzing, Minorics and Bloebaum 2020): with v(S) the mean
 * prediction over the background rows in which the features of S come from the row,
 * `phi_i = sum over S without i of |S|! (d - |S| - 1)! / d! (v(S + i) - v(S))`. It asks for 2^d predictions a background
 * row, so d is at most 12, and 2^d times the background rows at most 4 million. Throws BadInput for more, for a row of
 * another width and for rows that are none.
 */
export const shapleyValues = ({ row, background, predict }: Explaining): Shares => {
  demandMatrix(background)
  const { names } = background
  const width = names.length
  demandSmall(background)
  if (row.length !== width) throw otherWidth(row.length, width)
  demandMatrix({ names, values: Float64Array.from(row) })
  const worth = worthOfAll(row, background, predict)
  const weights = Array.from({ length: width }, (_, size) => 1 / (width * choose(width - 1, size)))
  const features = names.map((name, i) => {
    let value = 0
    for (let set = 0; set < worth.length; set += 1) {
      if ((set & (1 << i)) !== 0) continue
      value += (weights[sizeOf(set)] ?? 0) * ((worth[set | (1 << i)] ?? 0) - (worth[set] ?? 0))
    }
    return { name, value }
  })
  return {
    base: worth[0] ?? 0,
    prediction: worth[worth.length - 1] ?? 0,
    features,
    warnings: [
      ...warnOfCorrelated(
        correlatedFeatures(background),
        'Rows are mixed from both sides, also where they cannot occur, and features that go together share what is theirs.',
      ),
      NOT_CAUSAL,
    ],
  }
}

/** The mean prediction for every set of features taken from the row; bit i of the place stands for feature i. */
const worthOfAll = (row: ArrayLike<number>, background: Matrix, predict: Predict): Float64Array => {
  const width = background.names.length
  const worth = new Float64Array(1 << width)
  for (let set = 0; set < worth.length; set += 1) {
    const values = background.values.map((value, at) =>
      (set & (1 << (at % width))) === 0 ? value : (row[at % width] ?? 0),
    )
    const found = predicted(predict, { names: background.names, values })
    worth[set] = found.reduce((sum, one) => sum + one, 0) / found.length
  }
  return worth
}

const MOST_FEATURES = 12
const MOST_PREDICTIONS = 4_000_000

const demandSmall = (background: Matrix): void => {
  const [width, rows] = [background.names.length, rowsIn(background)]
  if (width > MOST_FEATURES) {
    throw new BadInput(`There are ${width} features, and ${MOST_FEATURES} are the most for exact values.`, {
      column: 'names',
      value: width,
      mend: 'Group features that belong together, or leave out those that the model hardly uses.',
    })
  }
  if (rows * 2 ** width > MOST_PREDICTIONS) {
    throw new BadInput(
      `${rows} background rows and ${width} features ask for ${rows * 2 ** width} predictions.`,
      {
        column: 'background',
        value: rows,
        mend: `Draw at most ${Math.floor(MOST_PREDICTIONS / 2 ** width)} background rows.`,
      },
    )
  }
}

const otherWidth = (value: number, width: number): BadInput =>
  new BadInput(`The row has ${value} values and the background ${width} features.`, {
    column: 'row',
    value,
    mend: 'Give one value for each feature.',
  })

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)

const sizeOf = (set: number): number => (set === 0 ? 0 : (set & 1) + sizeOf(set >> 1))
