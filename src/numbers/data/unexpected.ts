/** Values that look wrong: out of range, of another type, in another unit, rare or misspelt. */
import { quantile } from './balance.ts'
import type { Column, NumberColumn, TextColumn } from './column.ts'
import { countsOf } from './distinct.ts'
import { misspelt } from './spelling.ts'

export type Unexpected = {
  column: string
  kind: 'constant' | 'identifier' | 'outliers' | 'sentinel' | 'unit' | 'mixed' | 'rare' | 'spelling'
  /** A few of the values, with how often each occurs. */
  values: readonly { value: string; count: number }[]
  /** Rows that it is about. */
  rows: number
  /** For a unit: how many times the rest it is; for spelling: what was probably meant. */
  factor?: number
  meant?: string
}

const SHOWN = 5

/** What is odd about a column, each once. */
export const unexpectedIn = (column: Column): Unexpected[] => {
  const counts = countsOf(column)
  const rows = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (rows < 2) return []
  if (counts.size === 1) return [{ column: column.name, kind: 'constant', values: shown(counts), rows }]
  if (column.kind === 'number') return numbersOdd(column, counts as Map<number, number>)
  return textOdd(column, counts as Map<string, number>, rows)
}

const shown = (counts: Iterable<readonly [number | string, number]>): { value: string; count: number }[] =>
  [...counts].slice(0, SHOWN).map(([value, count]) => ({ value: String(value), count }))

/** Whole numbers that often stand for nothing. */
const SENTINELS = new Set([-1, -9, -99, -999, -9999, 999, 9999, 99_999, 999_999])
/** Beyond so many times the spread of the middle half, a value is far out (Tukey's outer fence is 3). */
const FAR = 6
/** More of the rows than this are no exceptions. */
const MOST_FAR = 0.05
const UNITS = [1000, 100, 60, 24]

const numbersOdd = ({ name, values }: NumberColumn, counts: ReadonlyMap<number, number>): Unexpected[] => {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(sorted, share)) as [
    number,
    number,
    number,
  ]
  const fence = FAR * (high - low)
  const far = fence === 0 ? [] : [...counts].filter(([value]) => value < low - fence || value > high + fence)
  // Where many are far from the middle, the middle half is no measure of them.
  if (far.reduce((sum, [, count]) => sum + count, 0) > MOST_FAR * sorted.length) return []
  const sentinels = far.filter(([value, count]) => SENTINELS.has(value) && count > 1)
  const rest = far.filter((one) => !sentinels.includes(one))
  const unit = unitOf(
    rest.map(([value]) => value),
    middle,
  )
  const about = (found: readonly (readonly [number, number])[]) => ({
    column: name,
    values: shown([...found].sort((a, b) => b[1] - a[1])),
    rows: found.reduce((sum, [, count]) => sum + count, 0),
  })
  return [
    ...(sentinels.length > 0 ? [{ ...about(sentinels), kind: 'sentinel' as const }] : []),
    ...(rest.length > 0
      ? [
          unit === undefined
            ? { ...about(rest), kind: 'outliers' as const }
            : { ...about(rest), kind: 'unit' as const, factor: unit },
        ]
      : []),
  ]
}

/** The factor between the middle of far values and the middle of the column, where it is that of a unit. */
const unitOf = (far: readonly number[], middle: number): number | undefined => {
  if (far.length < 3 || middle === 0) return undefined
  const sorted = [...far].sort((a, b) => a - b)
  const ratio = quantile(sorted, 0.5) / middle
  return UNITS.find((unit) => ratio > unit / 1.5 && ratio < unit * 1.5)
}

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
