/** Tables in Markdown that can also be read as they are, and figures as they are written in them. */

/** A table; columns are right, and those of words (the first one, where nothing is said) are left. */
export const tableOf = (
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  left: readonly number[] = [0],
): string => {
  const cells = [head, ...rows.map((row) => row.map(figure))]
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length), 3))
  const padded = (cell: string, n: number): string =>
    left.includes(n) ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)
  const line = (row: readonly string[]): string =>
    `| ${head.map((_, n) => padded(row[n] ?? '', n)).join(' | ')} |`
  const rule = widths.map((width, n) => (left.includes(n) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [line(head), `| ${rule.join(' | ')} |`, ...cells.slice(1).map(line)].join('\n')
}

/** A figure to two decimals, a dash where there is none; words stay as they are. */
export const figure = (value: string | number | null): string =>
  value === null ? '-' : typeof value === 'string' ? value : value.toFixed(2)

/** A share in per cent. */
export const percent = (value: number | null): string => {
  if (value === null) return '-'
  const hundred = 100 * value
  // Never rounded up to all or down to none: one answer that moved is not none.
  return `${hundred > 99.9 && hundred < 100 ? '99.9' : hundred > 0 && hundred < 0.1 ? '0.1' : Number(hundred.toFixed(1))} %`
}
