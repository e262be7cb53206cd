/**
 * Columns as the metrics want them: checked once at the door, then plain typed arrays.
 *
 * A typed array of the right kind is taken as it is and never written to; anything else is copied. All throw
 * {@link BadInput} with the row (from 0), the column's name, the value and what mends it.
 */
import { BadInput } from './bad-input.ts'
import type { Numbers } from './measure.ts'

/** A column of finite numbers, with at least one row and, where `rows` is given, exactly so many. */
export const numbersIn = (column: string, values: Numbers, rows?: number): Float64Array => {
  demandRows(column, values, rows)
  const out = values instanceof Float64Array ? values : new Float64Array(values)
  for (let i = 0; i < out.length; i += 1) {
    if (!Number.isFinite(out[i])) throw notFinite(column, i, values[i])
  }
  return out
}

/** A column of 0 and 1; anything else throws. */
export const binaryIn = (column: string, values: Numbers, rows?: number): Uint8Array => {
  demandRows(column, values, rows)
  const out = values instanceof Uint8Array ? values : new Uint8Array(values.length)
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]
    if (value !== 0 && value !== 1) throw notBinary(column, i, value)
    if (out !== values) out[i] = value
  }
  return out
}

/** A column of probabilities, each from 0 to 1. */
export const probabilitiesIn = (column: string, values: Numbers, rows?: number): Float64Array => {
  const out = numbersIn(column, values, rows)
  for (let i = 0; i < out.length; i += 1) {
    const value = out[i] ?? 0
    if (value < 0 || value > 1) throw notProbability(column, i, value)
  }
  return out
}

/** Weights of rows: finite, none below 0, not all 0. Absent weights stay absent, and every row counts 1. */
export const weightsIn = (weights: Numbers | undefined, rows: number): Float64Array | undefined => {
  if (weights === undefined) return undefined
  const out = numbersIn('weights', weights, rows)
  let sum = 0
  for (let i = 0; i < out.length; i += 1) {
    const value = out[i] ?? 0
    if (value < 0) {
      throw new BadInput(`weights[${i}] is ${value}, and no row can count less than nothing.`, {
        row: i,
        column: 'weights',
        value,
        mend: 'Give weights of 0 or more.',
      })
    }
    sum += value
  }
  if (sum === 0) {
    throw new BadInput('All weights are 0, so that no row counts.', {
      column: 'weights',
      value: 0,
      mend: 'Give at least one row a weight above 0.',
    })
  }
  return out
}

/** A number that is an argument, held to a range: `demandWithin('share', 1.5, 0, 1)` throws. */
export const demandWithin = (name: string, value: number, low: number, high: number): void => {
  if (value >= low && value <= high) return
  const range = high === Number.POSITIVE_INFINITY ? `${low} or more` : `from ${low} to ${high}`
  throw new BadInput(`${name} is ${value}.`, { column: name, value, mend: `It has to be ${range}.` })
}

/** A whole number of at least `low` that is an argument. */
export const demandWhole = (name: string, value: number, low: number): void => {
  if (Number.isSafeInteger(value) && value >= low) return
  throw new BadInput(`${name} is ${value}.`, {
    column: name,
    value,
    mend: `It has to be a whole number, ${low} or more.`,
  })
}

/** At least one row, and exactly `rows` of them where that is given. */
export const demandRows = (column: string, values: ArrayLike<unknown>, rows?: number): void => {
  if (values.length === 0 && rows === undefined) {
    throw new BadInput(`${column} is empty.`, { column, mend: 'Give at least one row.' })
  }
  if (rows === undefined || values.length === rows) return
  throw new BadInput(`${column} has ${values.length} rows and the first column ${rows}.`, {
    row: Math.min(values.length, rows),
    column,
    value: values.length,
    mend: 'Every column needs one value for each row.',
  })
}

const notFinite = (column: string, row: number, value: unknown): BadInput =>
  new BadInput(`${column}[${row}] is ${String(value)}.`, {
    row,
    column,
    value,
    mend: 'Every value has to be a finite number; leave the row out or fill the gap first.',
  })

const notBinary = (column: string, row: number, value: unknown): BadInput =>
  new BadInput(`${column}[${row}] is ${String(value)}.`, {
    row,
    column,
    value,
    mend: 'Every value has to be 0 or 1; say which class is the positive one and turn it into 1.',
  })

const notProbability = (column: string, row: number, value: number): BadInput =>
  new BadInput(`${column}[${row}] is ${value} and no probability.`, {
    row,
    column,
    value,
    mend: 'Every value has to lie from 0 to 1; scores that are logits or margins go through a sigmoid or a calibrator first.',
  })
