/** Rows of features as one array, and a model as what it says of such rows. */
import { BadInput } from '../bad-input.ts'
import { demandRows, numbersIn } from '../columns.ts'
import type { Numbers } from '../measure.ts'

/** Rows one after another: feature f of row r stands at `values[r * names.length + f]`. `names` names the features. */
export type Matrix = { names: readonly string[]; values: Float64Array }

/** What a model predicts for each row, in the order of the rows. It may not write to the rows. */
export type Predict = (rows: Matrix) => Numbers

/** How many rows a matrix has. */
export const rowsIn = ({ names, values }: Matrix): number => values.length / names.length

/** Checks a matrix: features with distinct names, at least one whole row, finite numbers. Throws BadInput. */
export const demandMatrix = ({ names, values }: Matrix): void => {
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (names.length === 0 || twice !== undefined) {
    throw new BadInput(
      twice === undefined ? 'The rows have no features.' : `Two features are called ${twice}.`,
      { column: twice ?? 'names', mend: 'Give each feature a name of its own.' },
    )
  }
  demandRows('values', values)
  if (values.length % names.length !== 0) {
    throw new BadInput(`${values.length} values are not whole rows of ${names.length} features.`, {
      row: Math.floor(values.length / names.length),
      column: 'values',
      value: values.length,
      mend: 'Every row needs one value for each feature.',
    })
  }
  const bad = values.findIndex((value) => !Number.isFinite(value))
  if (bad === -1) return
  const row = Math.floor(bad / names.length)
  const column = names[bad % names.length] ?? ''
  throw new BadInput(`${column} is ${values[bad]} in row ${row}.`, {
    row,
    column,
    value: values[bad],
    mend: 'Every value has to be a finite number; encode text and fill gaps first.',
  })
}

/** The place of a feature by its name. Throws BadInput for one that is not there. */
export const placeOf = ({ names }: Matrix, feature: string): number => {
  const place = names.indexOf(feature)
  if (place !== -1) return place
  throw new BadInput(`There is no feature ${feature}.`, {
    column: feature,
    mend: `There are ${names.join(', ')}.`,
  })
}

/** One feature of all rows, as a column of its own. */
export const featureOf = (matrix: Matrix, place: number): Float64Array =>
  Float64Array.from(
    { length: rowsIn(matrix) },
    (_, row) => matrix.values[row * matrix.names.length + place] ?? 0,
  )

/** What the model predicts, checked: one finite number for each row. Throws BadInput. */
export const predicted = (predict: Predict, rows: Matrix): Float64Array =>
  numbersIn('prediction', predict(rows), rowsIn(rows))

/** Rows spread evenly over all, at most so many. */
export const someRows = (matrix: Matrix, most: number): Matrix => {
  const [rows, width] = [rowsIn(matrix), matrix.names.length]
  if (rows <= most) return matrix
  const values = new Float64Array(most * width)
  for (let i = 0; i < most; i += 1) {
    const row = Math.floor((i * rows) / most)
    values.set(matrix.values.subarray(row * width, (row + 1) * width), i * width)
  }
  return { names: matrix.names, values }
}
