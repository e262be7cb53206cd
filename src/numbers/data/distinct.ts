/** How often each value of a column occurs. */
import { type Column, rowsOf } from './column.ts'

/** Counts by value, in the order in which values first occur; gaps are left out. Values of numbers are those numbers. */
export const countsOf = (column: Column): Map<number | string, number> => {
  const counts = new Map<number | string, number>()
  if (column.kind === 'text') {
    const byCode = new Uint32Array(column.dictionary.length)
    for (const code of column.codes) if (code >= 0) byCode[code] = (byCode[code] ?? 0) + 1
    column.dictionary.forEach((name, code) => {
      const count = byCode[code] ?? 0
      if (count > 0) counts.set(name, count)
    })
    return counts
  }
  for (const value of column.values) if (!Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** A number for each row that tells values apart; -1 for a gap. Numbers get theirs in the order of size. */
export const codesOf = (column: Column): { codes: Int32Array; names: readonly string[] } => {
  if (column.kind === 'text') return { codes: column.codes, names: column.dictionary }
  const values = [...countsOf(column).keys()].map(Number).sort((a, b) => a - b)
  const places = new Map(values.map((value, place) => [value, place]))
  const codes = Int32Array.from(
    { length: rowsOf(column) },
    (_, row) => places.get(column.values[row] ?? Number.NaN) ?? -1,
  )
  return { codes, names: values.map(String) }
}
