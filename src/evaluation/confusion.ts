/** Labels against graded levels, as a picture made of characters. */
import { LABELS } from './labelled.ts'

const BAR = 6
const CELL = 5 + BAR

/** A row for each label and a column for each level; beside every count a bar of its share of the row. */
export const confusionText = (counts: readonly (readonly number[])[]): string => {
  const name = Math.max(...LABELS.map((label) => label.length)) + 2
  const head = `${'label'.padEnd(name)}${LABELS.map((_, level) => `graded ${level}`.padStart(CELL)).join('')}${'all'.padStart(6)}`
  const rows = counts.map((row, label) => {
    const all = row.reduce((sum, count) => sum + count, 0)
    const cells = row.map((count) => `${barOf(count, all)}${String(count).padStart(5)}`)
    return `${`${label} ${LABELS[label] ?? ''}`.padEnd(name)}${cells.join('')}${String(all).padStart(6)}`
  })
  return ['```', head, ...rows, '```'].join('\n')
}

const barOf = (count: number, all: number): string =>
  '█'.repeat(count === 0 ? 0 : Math.max(1, Math.round((BAR * count) / all))).padStart(BAR)
