/** Rows that come more than once, and rows alike in everything but the label. */
import { type Column, rowsOf } from './column.ts'

export type Duplicates = {
  /** Rows beyond the first of their kind. */
  rows: number
  /** Pairs of row numbers, counted from 0: one that comes again, and the first of its kind. */
  examples: readonly { row: number; like: number }[]
}

const SHOWN = 3

/** Whole rows that come again; two rows are alike where every value is, gaps among them. */
export const duplicatesIn = (columns: readonly Column[]): Duplicates => {
  const found = { rows: 0, examples: [] as { row: number; like: number }[] }
  eachAgain(columns, (row, like) => {
    found.rows += 1
    if (found.examples.length < SHOWN) found.examples.push({ row, like })
  })
  return found
}

/** Rows that are like an earlier one in everything but the label, and bear another label. */
export const conflictsIn = (columns: readonly Column[], label: Column): Duplicates => {
  const found = { rows: 0, examples: [] as { row: number; like: number }[] }
  eachAgain(
    columns.filter((column) => column !== label),
    (row, like) => {
      if (equal(label, row, like)) return
      found.rows += 1
      if (found.examples.length < SHOWN) found.examples.push({ row, like })
    },
  )
  return found
}

/** Visits each row that is like an earlier one, with the first of its kind: rows of one hash are compared value by value. */
export const eachAgain = (columns: readonly Column[], visit: (row: number, like: number) => void): void => {
  const rows = columns[0] ? rowsOf(columns[0]) : 0
  const first = new Map<number, number | number[]>()
  for (let row = 0; row < rows; row += 1) {
    const hash = hashOf(columns, row)
    const known = first.get(hash)
    const same = (typeof known === 'number' ? [known] : (known ?? [])).find((other) =>
      columns.every((column) => equal(column, row, other)),
    )
    if (same !== undefined) visit(row, same)
    else if (known === undefined) first.set(hash, row)
    else first.set(hash, typeof known === 'number' ? [known, row] : [...known, row])
  }
}

const BITS = new DataView(new ArrayBuffer(8))

const hashOf = (columns: readonly Column[], row: number): number => {
  let hash = 0x811c9dc5
  for (const column of columns) {
    if (column.kind === 'text') hash = Math.imul(hash ^ (column.codes[row] ?? -1), 0x01000193)
    else {
      BITS.setFloat64(0, column.values[row] ?? Number.NaN)
      hash = Math.imul(hash ^ BITS.getInt32(0), 0x01000193)
      hash = Math.imul(hash ^ BITS.getInt32(4), 0x01000193)
    }
    hash ^= hash >>> 15
  }
  return hash
}

const equal = (column: Column, one: number, other: number): boolean =>
  column.kind === 'text'
    ? column.codes[one] === column.codes[other]
    : Object.is(column.values[one], column.values[other])
