/** What is missing, how much of it, and whether a gap says something of the label. */
import { chiSquaredTail } from '../distributions.ts'
import { type Column, isMissing, rowsOf } from './column.ts'
import { codesOf } from './distinct.ts'

export type Gaps = {
  column: string
  rows: number
  share: number
  /** Whether the label depends on the gap: by Pearson's chi-squared test, where the label has few classes. */
  related?: {
    /** Share of gaps in each class of the label. */
    byClass: readonly { name: string; share: number; rows: number }[]
    chi2: number
    freedom: number
    p: number
    /** Cramer's V: 0 for none, 1 for a gap that gives the label away. */
    strength: number
  }
}

const MOST_CLASSES = 20

/** The gaps of each column that has some, the most first. */
export const gapsOf = (columns: readonly Column[], label?: Column): Gaps[] =>
  columns
    .flatMap((column): Gaps[] => {
      let gaps = 0
      const all = rowsOf(column)
      for (let row = 0; row < all; row += 1) if (isMissing(column, row)) gaps += 1
      if (gaps === 0) return []
      const related = label && label !== column ? relatedTo(column, label) : undefined
      return [{ column: column.name, rows: gaps, share: gaps / all, ...(related && { related }) }]
    })
    .sort((one, other) => other.share - one.share)

const relatedTo = (column: Column, label: Column): Gaps['related'] => {
  const { codes, names } = codesOf(label)
  if (names.length < 2 || names.length > MOST_CLASSES) return undefined
  const gaps = new Float64Array(names.length)
  const rows = new Float64Array(names.length)
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? -1
    if (code < 0) continue
    rows[code] = (rows[code] ?? 0) + 1
    if (isMissing(column, row)) gaps[code] = (gaps[code] ?? 0) + 1
  }
  const all = sum(rows)
  const share = sum(gaps) / all
  if (share === 0 || share === 1) return undefined
  let chi2 = 0
  rows.forEach((count, code) => {
    const [gap, expected] = [gaps[code] ?? 0, count * share]
    if (count > 0) chi2 += (gap - expected) ** 2 / expected + (gap - expected) ** 2 / (count - expected)
  })
  const freedom = rows.filter((count) => count > 0).length - 1
  return {
    byClass: names.map((name, code) => ({
      name,
      share: (gaps[code] ?? 0) / (rows[code] || 1),
      rows: rows[code] ?? 0,
    })),
    ...{
      chi2,
      freedom,
      p: freedom === 0 ? 1 : chiSquaredTail(chi2, freedom),
      strength: Math.sqrt(chi2 / all),
    },
  }
}

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0)

/** Rows with at least one gap, and columns that are missing in the very same rows. */
export const together = (columns: readonly Column[]): { rows: number; groups: string[][] } => {
  const all = columns[0] ? rowsOf(columns[0]) : 0
  let rows = 0
  for (let row = 0; row < all; row += 1) if (columns.some((column) => isMissing(column, row))) rows += 1
  const groups = new Map<string, string[]>()
  for (const column of columns) {
    let [hash, gaps] = [0x811c9dc5, 0]
    for (let row = 0; row < all; row += 1)
      if (isMissing(column, row)) {
        hash = Math.imul(hash ^ row, 0x01000193)
        gaps += 1
      }
    if (gaps > 0) groups.set(`${gaps} ${hash}`, [...(groups.get(`${gaps} ${hash}`) ?? []), column.name])
  }
  return { rows, groups: [...groups.values()].filter(({ length }) => length > 1) }
}
