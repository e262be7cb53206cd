/**
 * A table of data as columns, each either numbers or text, with one row in common.
 *
 * A gap is NaN in a column of numbers and the code -1 in a column of text. Text is kept once per distinct value, as the
 * place of it in the dictionary, so that a column of a million rows with ten values costs four bytes a row.
 */
export type Column = NumberColumn | TextColumn

export type NumberColumn = { kind: 'number'; name: string; values: Float64Array }

export type TextColumn = { kind: 'text'; name: string; codes: Int32Array; dictionary: readonly string[] }

/** How many rows a column has. */
export const rowsOf = (column: Column): number =>
  column.kind === 'number' ? column.values.length : column.codes.length

/** Whether nothing stands in a row of a column. */
export const isMissing = (column: Column, row: number): boolean =>
  column.kind === 'number' ? Number.isNaN(column.values[row]) : column.codes[row] === -1
