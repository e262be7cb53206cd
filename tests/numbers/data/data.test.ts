/** What is amiss in columns: counted as defined, and nothing found where nothing is. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BadInput } from '../../../src/numbers/bad-input.ts'
import { balanceOf } from '../../../src/numbers/data/balance.ts'
import type { Column } from '../../../src/numbers/data/column.ts'
import { driftOf, kolmogorov, psiOf } from '../../../src/numbers/data/drift.ts'
import { conflictsIn, duplicatesIn } from '../../../src/numbers/data/duplicates.ts'
import { within } from '../../../src/numbers/data/edits.ts'
import { suspectsFor } from '../../../src/numbers/data/leakage.ts'
import { gapsOf, together } from '../../../src/numbers/data/missing.ts'
import { halvesBy, partsBy } from '../../../src/numbers/data/parts.ts'
import { splitFaults } from '../../../src/numbers/data/split.ts'
import { unexpectedIn } from '../../../src/numbers/data/unexpected.ts'

const numbers = (name: string, values: readonly (number | null)[]): Column => ({
  ...{ kind: 'number', name, values: Float64Array.from(values, (value) => value ?? Number.NaN) },
})
const text = (name: string, values: readonly (string | null)[]): Column => {
  const dictionary = [...new Set(values.filter((value) => value !== null))]
  return {
    kind: 'text',
    name,
    codes: Int32Array.from(values, (value) => (value === null ? -1 : dictionary.indexOf(value))),
    dictionary,
  }
}
const many = <T>(count: number, value: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => value(n))

describe('balance', () => {
  it('is that of classes, the most frequent first, or of a quantity', () => {
    expect(balanceOf(numbers('y', [0, 0, 0, 1, null]))).toEqual({
      ...{ kind: 'classes', baseline: 0.75, missing: 1 },
      classes: [
        { name: '0', count: 3, share: 0.75 },
        { name: '1', count: 1, share: 0.25 },
      ],
    })
    expect(balanceOf(numbers('y', [0.5, 1.5, 2.5, 0]))).toMatchObject({
      kind: 'quantity',
      mean: 1.125,
      median: 1,
      zeros: 0.25,
    })
    expect(balanceOf(text('y', [null]))).toBeNull()
  })
})

describe('gaps', () => {
  it('are held against the label, as a chi-squared test does', () => {
    // SciPy 1.x: chi2_contingency([[10, 90], [40, 60], [5, 45]], correction=False)
    const rows = [
      ...many(100, (n) => ['a', n < 10]),
      ...many(100, (n) => ['b', n < 40]),
      ...many(50, (n) => ['c', n < 5]),
    ] as [string, boolean][]
    const x = numbers(
      'x',
      rows.map(([, gap]) => (gap ? null : 1)),
    )
    const [found] = gapsOf(
      [x],
      text(
        'y',
        rows.map(([label]) => label),
      ),
    )
    expect(found).toMatchObject({ column: 'x', rows: 55, share: 0.22 })
    expect(found?.related?.chi2).toBeCloseTo(31.46853146853147, 9)
    expect(found?.related?.p).toBeCloseTo(1.467895755883797e-7, 12)
    expect(found?.related?.byClass[1]).toEqual({ name: 'b', share: 0.4, rows: 100 })
  })

  it('that come together are told, with the rows that have any', () => {
    const [a, b, c] = [
      numbers('a', [null, 1, null]),
      text('b', [null, 'x', null]),
      numbers('c', [1, null, 1]),
    ]
    expect(together([a, b, c])).toEqual({ rows: 3, groups: [['a', 'b']] })
    expect(gapsOf([numbers('a', [1, 2])])).toEqual([])
  })
})

describe('an unexpected value', () => {
  const kinds = (column: Column): string[] => unexpectedIn(column).map(({ kind }) => kind)

  it.each<[string, Column, string[]]>([
    ['constant', numbers('a', [3, 3, 3]), ['constant']],
    ['a mark for a gap', numbers('age', [...many(200, (n) => 20 + (n % 40)), 999, 999]), ['sentinel']],
    [
      'a mark in a column of counts',
      numbers('age', [...many(200, (n) => 20 + (n % 40)), -1, -1, -1]),
      ['sentinel'],
    ],
    [
      'ids',
      numbers(
        'id',
        many(100, (n) => 1_000 + n),
      ),
      ['identifier'],
    ],
    ['another unit', numbers('income', [...many(200, (n) => 2_000 + 10 * n), 3e6, 2.9e6, 3.1e6]), ['unit']],
    ['far out', numbers('x', [...many(200, (n) => n % 40), 1_234.5]), ['outliers']],
    ['words among numbers', text('x', [...many(50, (n) => String(n)), 'unknown']), ['mixed']],
    [
      'a name for each row',
      text(
        'id',
        many(50, (n) => `u${n}x`),
      ),
      ['identifier'],
    ],
    [
      'a slip',
      text('city', [...many(100, (n) => (n % 2 ? 'Berlin' : 'Hamburg')), 'Berlni', 'hamburg ']),
      ['spelling', 'spelling'],
    ],
    ['rare', text('city', [...many(3_000, (n) => (n % 2 ? 'Berlin' : 'Hamburg')), 'Oslo']), ['rare']],
  ])('is found: %s', (_, column, expected) => {
    expect(kinds(column)).toEqual(expected)
  })

  it('is none where values are as they should be', () => {
    expect(
      kinds(
        numbers(
          'x',
          many(500, (n) => Math.sin(n) * 10),
        ),
      ),
    ).toEqual([])
    expect(
      kinds(
        text(
          'city',
          many(300, (n) => ['Berlin', 'Hamburg', 'Munich'][n % 3] ?? ''),
        ),
      ),
    ).toEqual([])
    expect(
      kinds(
        text(
          'plan',
          many(300, (n) => (n < 10 ? 'plan 2' : 'plan 1')),
        ),
      ),
    ).toEqual([])
  })

  it('is measured by edits as they are defined', () => {
    const brute = (a: string, b: string): number => {
      if (a === '' || b === '') return a.length + b.length
      const swapped =
        a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]
          ? 1 + brute(a.slice(2), b.slice(2))
          : 99
      return Math.min(
        brute(a.slice(1), b) + 1,
        brute(a, b.slice(1)) + 1,
        brute(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
        swapped,
      )
    }
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        expect(within(a, b, most)).toBe(brute(a, b) <= most)
      }),
    )
  })
})

describe('duplicates', () => {
  it('are rows alike in all, as comparing each with each finds them', () => {
    const cell = fc.option(fc.integer({ min: 0, max: 2 }))
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, fc.integer({ min: 0, max: 1 })), { maxLength: 12 }),
        (rows) => {
          const columns = [
            numbers(
              'a',
              rows.map(([a]) => a),
            ),
            text(
              'b',
              rows.map(([, b]) => (b === null ? null : `v${b}`)),
            ),
          ]
          const label = numbers(
            'y',
            rows.map(([, , y]) => y),
          )
          const key = ([a, b]: (typeof rows)[number]): string => `${a} ${b}`
          const firsts = (at: number): number =>
            rows.findIndex((row) => key(row) === key(rows[at] ?? [null, null, 0]))
          const again = rows.map((_, at) => at).filter((at) => firsts(at) < at)
          expect(duplicatesIn(columns).rows).toBe(again.length)
          const other = again.filter((at) => rows[at]?.[2] !== rows[firsts(at)]?.[2])
          expect(conflictsIn([...columns, label], label).rows).toBe(other.length)
        },
      ),
    )
  })
})

describe('drift', () => {
  it('has the statistic of SciPy, and the chance of its limiting distribution', () => {
    const { statistic, p } = kolmogorov(
      Float64Array.of(1, 2, 3, 4, 5.5),
      Float64Array.of(3, 4, 5, 6, 7, 8, 9),
    )
    expect(statistic).toBeCloseTo(0.5714285714285714, 12)
    expect(p).toBeCloseTo(0.29673421491026475, 9)
  })

  it('is nothing between equal parts, and the same either way', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const size = Math.min(a.length, b.length)
        const [one, other] = [Float64Array.from(a.slice(0, size)), Float64Array.from(b.slice(0, size))]
        expect(psiOf(one, one)).toBe(0)
        expect(psiOf(one, other)).toBeCloseTo(psiOf(other, one), 10)
        expect(psiOf(one, other)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('tells a shifted column from one that is not', () => {
    const column = numbers(
      'x',
      many(2_000, (n) => (n * 7919) % 1000),
    )
    const shifted = numbers(
      'x',
      many(2_000, (n) => ((n * 7919) % 1000) + (n < 1_000 ? 0 : 400)),
    )
    const [one, other] = [many(1_000, (n) => n), many(1_000, (n) => 1_000 + n)]
    expect(driftOf(column, one, other)?.psi).toBeLessThan(0.02)
    expect(driftOf(shifted, one, other)?.psi).toBeGreaterThan(0.25)
    expect(
      driftOf(
        numbers(
          'x',
          many(4, () => null),
        ),
        [0, 1],
        [2, 3],
      ),
    ).toBeUndefined()
  })
})

describe('a leak', () => {
  it('is a column that alone tells the label, or is called like what comes after', () => {
    const y = numbers(
      'y',
      many(400, (n) => (n % 4 === 0 ? 1 : 0)),
    )
    const columns = [
      numbers(
        'refund_amount',
        many(400, (n) => (n % 4 === 0 ? 5 + n : 0)),
      ),
      numbers(
        'age',
        many(400, (n) => (n * 31) % 60),
      ),
      text(
        'city',
        many(400, (n) => ['a', 'b'][(n >> 3) % 2] ?? ''),
      ),
    ]
    const [first, ...rest] = suspectsFor([...columns, y], y)
    expect(first).toMatchObject({ column: 'refund_amount', auc: 1, hint: 'refund' })
    for (const { auc = 1 } of rest) expect(auc).toBeLessThan(0.6)
  })
})

describe('a split', () => {
  const split = text('split', ['train', 'train', 'test', 'test'])

  it('is held against time, groups and rows in both parts', () => {
    const time = text('day', ['2027-01-01', '2027-01-05', '2027-01-03', '2027-01-09'])
    const group = text('user', ['u', 'v', 'u', 'w'])
    const same = numbers('x', [1, 2, 1, 3])
    const faults = splitFaults([same, split], partsBy(split), { time, group, split })
    expect(faults).toEqual({
      older: { rows: 1, share: 0.5 },
      shared: { groups: 1, of: 2, examples: ['u'] },
      same: 1,
    })
  })

  it('counts test rows that stand in training, however often they do there', () => {
    const part = text('split', ['test', 'train', 'train', 'test', 'test'])
    const x = numbers('x', [1, 1, 1, 2, 1])
    expect(splitFaults([x, part], partsBy(part), { split: part }).same).toBe(2)
  })

  it('takes a row without a time for neither newer nor older', () => {
    const time = text('day', [null, '2027-01-05', '2027-01-03', '2027-01-09'])
    expect(splitFaults([time, split], partsBy(split), { time, split }).older).toEqual({ rows: 1, share: 0.5 })
  })

  it('by time takes the earlier half first', () => {
    const { train, test } = halvesBy(numbers('t', [3, 1, null, 2, 4]))
    expect([[...train], [...test]]).toEqual([
      [1, 3],
      [0, 4],
    ])
  })

  it('that a column does not name is refused', () => {
    expect(() => partsBy(text('part', ['a', 'b']))).toThrow(BadInput)
    expect(() => halvesBy(text('day', ['soon', 'later']))).toThrow('holds no dates')
  })
})
