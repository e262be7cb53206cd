/** Every measure of a ranking is its mean over all orders of what ties; here all of them are tried. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadInput } from '../../../src/numbers/bad-input.ts'
import {
  hitRateAt,
  meanAveragePrecision,
  precisionAt,
  recallAt,
  reciprocalRank,
} from '../../../src/numbers/ranking/at-depth.ts'
import { ndcg } from '../../../src/numbers/ranking/ndcg.ts'
import { rankings } from '../../../src/numbers/ranking/rankings.ts'

type Item = { grade: number; score: number }
type Of = (grades: readonly number[], at: number) => number

const item = fc.record({ grade: fc.nat(2), score: fc.nat(2) })
const list = fc
  .array(item, { minLength: 1, maxLength: 6 })
  .filter((all) => all.some(({ grade }) => grade > 0))

const orders = <T>(all: readonly T[]): T[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((one, at) =>
        orders([...all.slice(0, at), ...all.slice(at + 1)]).map((rest) => [one, ...rest]),
      )

/** The mean over all orders that the scores allow. */
const overTies = (items: readonly Item[], of: Of, at: number): number => {
  const allowed = orders(items).filter((all) =>
    all.every(({ score }, i) => i === 0 || score <= (all[i - 1]?.score ?? 9)),
  )
  const values = allowed.map((all) =>
    of(
      all.map(({ grade }) => grade),
      at,
    ),
  )
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

const relevant = (grades: readonly number[]): number => grades.filter((grade) => grade > 0).length
const dcg = (grades: readonly number[], at: number): number =>
  grades.slice(0, at).reduce((sum, grade, i) => sum + grade / Math.log2(i + 2), 0)
const ap: Of = (grades, at) =>
  grades
    .slice(0, at)
    .reduce((sum, grade, i) => sum + (grade > 0 ? relevant(grades.slice(0, i + 1)) / (i + 1) : 0), 0) /
  Math.min(at, relevant(grades))
const rr: Of = (grades, at) => {
  const first = grades.slice(0, at).findIndex((grade) => grade > 0)
  return first < 0 ? 0 : 1 / (first + 1)
}
const gains = (grades: readonly number[]): number[] => grades.map((grade) => 2 ** grade - 1)
const down = (grades: readonly number[]): number[] => grades.toSorted((a, b) => b - a)

const MEASURES: [
  string,
  (ranks: ReturnType<typeof rankings>, at: number) => { value?: number | undefined },
  Of,
][] = [
  ['NDCG', (ranks, at) => ndcg(ranks, { at }), (grades, at) => dcg(grades, at) / dcg(down(grades), at)],
  [
    'NDCG, exponential',
    (ranks, at) => ndcg(ranks, { at, gain: 'exponential' }),
    (grades, at) => dcg(gains(grades), at) / dcg(down(gains(grades)), at),
  ],
  ['MAP', (ranks, at) => meanAveragePrecision(ranks, { at }), ap],
  ['MRR', (ranks, at) => reciprocalRank(ranks, { at }), rr],
  [
    'precision',
    (ranks, at) => precisionAt(ranks, { at }),
    (grades, at) => relevant(grades.slice(0, at)) / at,
  ],
  [
    'recall',
    (ranks, at) => recallAt(ranks, { at }),
    (grades, at) => relevant(grades.slice(0, at)) / relevant(grades),
  ],
  [
    'hit rate',
    (ranks, at) => hitRateAt(ranks, { at }),
    (grades, at) => Math.min(1, relevant(grades.slice(0, at))),
  ],
]

test.each(MEASURES)('%s', (_, ours, of) => {
  fc.assert(
    fc.property(
      fc.array(list, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 7 }),
      (lists, at) => {
        const rows = lists.flatMap((items, q) => items.map((one) => ({ q, ...one })))
        const ranks = rankings(
          rows.map(({ q }) => q),
          rows.map(({ grade }) => grade),
          rows.map(({ score }) => score),
        )
        const wanted = lists.reduce((sum, items) => sum + overTies(items, of, at), 0) / lists.length
        expect(ours(ranks, at).value).toBeCloseTo(wanted, 12)
      },
    ),
    { numRuns: 60 },
  )
})

test('known values', () => {
  const ranks = rankings(Array(6).fill('q'), [3, 2, 3, 0, 1, 2], [6, 5, 4, 3, 2, 1])
  expect(ndcg(ranks).value).toBeCloseTo(0.960808, 6)
  expect(ndcg(ranks, { gain: 'exponential' }).value).toBeCloseTo(0.948811, 6)
  expect(ndcg(ranks, { at: 3 }).value).toBeCloseTo(0.977781, 6)
  expect(ndcg(ranks, { at: 3, gain: 'exponential' }).value).toBeCloseTo(0.959454, 6)
})

describe('queries without relevant rows', () => {
  const ranks = rankings(['a', 'b', 'a', 'b'], [0, 1, 0, 0], [1, 2, 3, 4])
  test('are left out and named, or count 0', () => {
    expect(ndcg(ranks)).toMatchObject({ queries: ['b'], skipped: ['a'] })
    expect(reciprocalRank(ranks)).toMatchObject({ value: 0.5, values: Float64Array.of(0.5), skipped: ['a'] })
    expect(reciprocalRank(ranks, { without: 'zero' })).toMatchObject({
      value: 0.25,
      queries: ['a', 'b'],
      values: Float64Array.of(0, 0.5),
      skipped: [],
    })
  })
  test('and nothing else give no mean', () => {
    expect(ndcg(rankings(['a'], [0], [1]))).toMatchObject({
      value: undefined,
      reason: 'No query has a relevant row.',
      skipped: ['a'],
    })
  })
})

describe('refused', () => {
  test.each<[string, () => unknown, Partial<BadInput>]>([
    [
      'a negative grade',
      () => rankings(['a', 'a'], [1, -1], [1, 1]),
      { column: 'relevance', row: 1, value: -1 },
    ],
    ['no rows', () => rankings([], [], []), { column: 'query' }],
    ['lengths', () => rankings(['a'], [1], [1, 2]), { column: 'scores', value: 2 }],
    ['a query without a name', () => rankings([Number.NaN], [1], [1]), { column: 'query', row: 0 }],
    ['a depth of none', () => ndcg(rankings(['a'], [1], [1]), { at: 0 }), { column: 'at', value: 0 }],
    [
      'a gain beyond numbers',
      () => ndcg(rankings(['a'], [2000], [1]), { gain: 'exponential' }),
      { value: 2000 },
    ],
  ])('%s', (_, work, fault) => {
    expect(work).toThrow(BadInput)
    expect(work).toThrow(expect.objectContaining(fault))
  })
})
