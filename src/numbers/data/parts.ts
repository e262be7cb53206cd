/** Two parts of the rows: those to train on and those to test on, or earlier and later ones. */
import { BadInput } from '../bad-input.ts'
import type { Column } from './column.ts'
import { codesOf } from './distinct.ts'

/** Row numbers, counted from 0. */
export type Parts = { train: Int32Array; test: Int32Array; names: readonly [train: string, test: string] }

const TRAIN = /^(?:train(?:ing)?|fit|0|false)$/i
/** The first that a column has. */
const TEST = [/^(?:test(?:ing)?|holdout)$/i, /^(?:val(?:id(?:ation)?)?|dev|eval)$/i, /^(?:1|true)$/i]

/** The two parts that a column names, such as `train` and `test`. Throws BadInput where it names no such two. */
export const partsBy = (column: Column): Parts => {
  const { codes, names } = codesOf(column)
  const place = (pattern: RegExp): number => names.findIndex((name) => pattern.test(name))
  const train = place(TRAIN)
  const test = TEST.map(place).find((at) => at >= 0 && at !== train) ?? -1
  if (train < 0 || test < 0)
    throw new BadInput(`"${column.name}" does not say which rows are for training and which for testing.`, {
      column: column.name,
      value: names.slice(0, 5).join(', '),
      mend: 'Write train and test in it.',
    })
  return {
    train: rowsWith(codes, train),
    test: rowsWith(codes, test),
    names: [names[train] ?? '', names[test] ?? ''],
  }
}

/** The earlier and the later half of the rows by a column of times. */
export const halvesBy = (time: Column): Parts => {
  const at = timesOf(time)
  const order = Int32Array.from({ length: at.length }, (_, row) => row)
    .filter((row) => !Number.isNaN(at[row]))
    .sort((one, other) => (at[one] ?? 0) - (at[other] ?? 0) || one - other)
  const half = order.length >> 1
  return {
    train: order.slice(0, half),
    test: order.slice(half),
    names: ['the earlier half', 'the later half'],
  }
}

const rowsWith = (codes: Int32Array, wanted: number): Int32Array => {
  const rows: number[] = []
  codes.forEach((code, row) => {
    if (code === wanted) rows.push(row)
  })
  return Int32Array.from(rows)
}

/** Moments in milliseconds, from numbers as they are or dates as text; NaN where there is none. Throws BadInput where no text is a date. */
export const timesOf = (column: Column): Float64Array => {
  if (column.kind === 'number') return column.values
  const known = column.dictionary.map((text) => Date.parse(text))
  if (known.every((time) => Number.isNaN(time)))
    throw new BadInput(`"${column.name}" holds no dates.`, {
      ...{ column: column.name, value: column.dictionary[0] },
      mend: 'Write them as 2027-03-28 or 2027-03-28T09:00.',
    })
  return Float64Array.from(column.codes, (code) => known[code] ?? Number.NaN)
}
