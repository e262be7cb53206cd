/** Values that look wrong: out of range, of another type, in another unit, rare or misspelt. */
import type { Column, TextColumn } from './column.ts'
import { countsOf } from './distinct.ts'
import type { Unexpected } from './odd.ts'
import { numbersOdd } from './odd-numbers.ts'
import { misspelt } from './spelling.ts'

const SHOWN = 5

/** What is odd about a column, each once. */
export const unexpectedIn = (column: Column): Unexpected[] => {
  if (column.kind === 'number') return numbersOdd(column.name, column.values)
  const counts = countsOf(column) as Map<string, number>
  const rows = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (rows < 2) return []
  if (counts.size === 1) return [{ column: column.name, kind: 'constant', values: shown(counts), rows }]
  return textOdd(column, counts, rows)
}

const shown = (counts: Iterable<readonly [number | string, number]>): { value: string; count: number }[] =>
  [...counts].slice(0, SHOWN).map(([value, count]) => ({ value: String(value), count }))

const textOdd = ({ name }: TextColumn, counts: ReadonlyMap<string, number>, rows: number): Unexpected[] => {
  const values = [...counts]
  const numeric = values.filter(([value]) => value !== '' && Number.isFinite(Number(value)))
  const inNumbers = numeric.reduce((sum, [, count]) => sum + count, 0)
  if (inNumbers > 0.5 * rows) {
    const words = values.filter(([value]) => !Number.isFinite(Number(value)))
    return [
      {
        column: name,
        kind: 'mixed',
        values: shown(words.sort((a, b) => b[1] - a[1])),
        rows: rows - inNumbers,
      },
    ]
  }
  if (counts.size > 0.9 * rows) return [{ column: name, kind: 'identifier', values: shown(values), rows }]
  if (counts.size > MOST_NAMES) return []
  const spelt = misspelt(values)
  const known = new Set(spelt.map(({ value }) => value))
  const rare = values.filter(([value, count]) => count <= Math.max(1, RARE * rows) && !known.has(value))
  return [
    ...spelt.map(
      ({ value, count, meant }): Unexpected => ({
        ...{ column: name, kind: 'spelling', values: [{ value, count }], rows: count, meant },
      }),
    ),
    ...(rare.length > 0 && counts.size > 2
      ? [
          {
            column: name,
            kind: 'rare' as const,
            values: shown(rare.sort((a, b) => a[1] - b[1])),
            rows: rare.reduce((sum, [, count]) => sum + count, 0),
          },
        ]
      : []),
  ]
}

const MOST_NAMES = 500
const RARE = 0.001
