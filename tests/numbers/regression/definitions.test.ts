import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadInput } from '../../../src/numbers/bad-input.ts'
import { intervalCoverage, intervalScore, intervalWidth } from '../../../src/numbers/regression/coverage.ts'
import {
  huberLoss,
  meanAbsoluteError,
  meanSquaredError,
  medianAbsoluteError,
  pinballLoss,
} from '../../../src/numbers/regression/errors.ts'
import {
  meanAbsolutePercentageError,
  rSquared,
  weightedAbsolutePercentageError,
} from '../../../src/numbers/regression/relative.ts'
import { weightedMean } from '../../../src/numbers/weighted-mean.ts'

const row = fc.record({ y: fc.integer({ min: 1, max: 9 }), p: fc.integer({ min: -9, max: 9 }), w: fc.nat(3) })
const rows = fc.array(row, { minLength: 1, maxLength: 30 }).filter((all) => all.some(({ w }) => w > 0))

test('whole weights are rows written several times, in every measure', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const written = all.flatMap((r) => Array.from({ length: r.w }, () => r))
      const of = (from: typeof all) => [from.map(({ y }) => y), from.map(({ p }) => p)] as const
      const weights = all.map(({ w }) => w)
      for (const measure of [
        meanSquaredError,
        meanAbsoluteError,
        medianAbsoluteError,
        meanAbsolutePercentageError,
        weightedAbsolutePercentageError,
        rSquared,
      ]) {
        const [weighted, plain] = [measure(...of(all), weights), measure(...of(written))]
        expect(weighted.value === undefined).toBe(plain.value === undefined)
        expect(weighted.value ?? 0).toBeCloseTo(plain.value ?? 0, 10)
      }
    }),
  )
})

test('Huber is half the square within delta and linear beyond; pinball at a half is half the absolute error', () => {
  expect(huberLoss([0, 0], [1, -4], 2).value).toBe((0.5 + 2 * (4 - 1)) / 2)
  fc.assert(
    fc.property(rows, (all) => {
      const [y, p] = [all.map((r) => r.y), all.map((r) => r.p)]
      expect(huberLoss(y, p, 100).value).toBeCloseTo((meanSquaredError(y, p).value ?? 0) / 2, 10)
      expect(pinballLoss(y, p, 0.5).value).toBeCloseTo((meanAbsoluteError(y, p).value ?? 0) / 2, 10)
    }),
  )
})

test('the pinball loss is least at the quantile', () => {
  const y = Array.from({ length: 101 }, (_, i) => i)
  const losses = y.map((guess) => pinballLoss(y, Array(101).fill(guess), 0.9).value ?? Number.NaN)
  expect(losses.indexOf(Math.min(...losses))).toBe(90)
})

test('the share, width and score of intervals', () => {
  const intervals = { truth: [1, 5, 9], low: [0, 5, 10], high: [2, 6, 12] }
  expect(intervalCoverage(intervals).value).toBeCloseTo(2 / 3, 12)
  expect(intervalCoverage({ ...intervals, weights: [1, 1, 2] }).value).toBe(0.5)
  expect(intervalWidth(intervals).value).toBeCloseTo(5 / 3, 12)
  expect(intervalScore(intervals, 0.9).value).toBeCloseTo((2 + 1 + 2 + 20) / 3, 10)
})

test('a mean keeps small values beside large ones', () => {
  const values = [1e16, 1, -1e16, 1]
  expect(weightedMean(4, undefined, (at) => values[at] ?? 0)).toBe(0.5)
})

describe('without a value', () => {
  test.each([
    ['a share of 0', meanAbsolutePercentageError([1, 0], [1, 1]), /truth\[1\] is 0/],
    ['a share of nothing', weightedAbsolutePercentageError([0, 0], [1, 1]), /Every truth is 0/],
    ['no spread', rSquared([2, 2, 2], [2, 2, 2]), /one value throughout/],
    ['no spread that is exact', rSquared([0.1, 0.1, 0.1], [1, 2, 3]), /one value throughout/],
    ['one row', rSquared([2], [2]), /one value throughout/],
  ])('%s', (_, found, reason) => {
    expect(found).toMatchObject({ value: undefined, reason: expect.stringMatching(reason) })
  })
  test('a row of weight 0 does not count', () => {
    expect(meanAbsolutePercentageError([2, 0], [1, 1], [1, 0]).value).toBe(0.5)
  })
})

test.each<[string, () => unknown, Partial<BadInput>]>([
  ['a gap', () => meanSquaredError([1, Number.NaN], [1, 1]), { column: 'truth', row: 1 }],
  ['lengths', () => rSquared([1, 2], [1]), { column: 'predicted', value: 1 }],
  ['a delta of none', () => huberLoss([1], [1], 0), { column: 'delta' }],
  ['a quantile in per cent', () => pinballLoss([1], [1], 90), { column: 'q', value: 90 }],
  [
    'ends crossed',
    () => intervalCoverage({ truth: [1, 1], low: [0, 3], high: [2, 2] }),
    { column: 'low', row: 1 },
  ],
  ['a level in per cent', () => intervalScore({ truth: [1], low: [0], high: [2] }, 90), { column: 'level' }],
])('%s is refused', (_, work, fault) => {
  expect(work).toThrow(BadInput)
  expect(work).toThrow(expect.objectContaining(fault))
})
