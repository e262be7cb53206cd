import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, test } from 'vitest'
import { BadInput } from '../../../src/numbers/bad-input.ts'
import { ranked, reweighted } from '../../../src/numbers/classification/ranked.ts'
import { rocAuc } from '../../../src/numbers/classification/roc.ts'
import { aucInterval } from '../../../src/numbers/intervals/auc.ts'
import { type Bootstrapped, bootstrap, type Drawing } from '../../../src/numbers/intervals/bootstrap.ts'
import { meanInterval } from '../../../src/numbers/intervals/mean.ts'
import { defined, isDefined, type Undefined, undefinedFor } from '../../../src/numbers/measure.ts'
import { weightedMean } from '../../../src/numbers/weighted-mean.ts'

const known = <T extends object>(found: T | Undefined): T => {
  if (!isDefined(found)) throw new Error(found.reason)
  return found
}

/** About normal values, the sum of twelve even ones. */
const drawn = (seed: number, rows: number): Float64Array => {
  const generator = xoroshiro128plus(seed)
  const one = (): number => uniformInt(generator, 0, 1e6) / 1e6
  return Float64Array.from({ length: rows }, () =>
    Array.from({ length: 12 }, one).reduce((sum, u) => sum + u, -6),
  )
}

const ofMean = (values: Float64Array, drawing: Drawing, change = (x: number): number => x): Bootstrapped =>
  known(
    bootstrap(
      values.length,
      (weights) => defined(weightedMean(values.length, weights, (row) => change(values[row] ?? 0))),
      drawing,
    ),
  )

test('the same seed gives the same interval, another one about the same', () => {
  const values = drawn(1, 100)
  const [one, again, other] = [7, 7, 8].map((seed) => ofMean(values, { seed }))
  expect(again).toEqual(one)
  expect(other).not.toEqual(one)
  expect(other?.low).toBeCloseTo(one?.low ?? Number.NaN, 1)
})

test.each(['percentile', 'bca'] as const)(
  'of a mean it is about the interval of the formula: %s',
  (method) => {
    const values = drawn(2, 400)
    const wanted = known(meanInterval(values, 0.9, 'normal'))
    const found = ofMean(values, { seed: 3, samples: 4000, level: 0.9, method })
    expect(found.value).toBeCloseTo(wanted.value, 12)
    expect(Math.abs(found.low - wanted.low)).toBeLessThan(0.01)
    expect(Math.abs(found.high - wanted.high)).toBeLessThan(0.01)
    expect(found.error).toBeCloseTo((wanted.high - wanted.low) / 2 / 1.6448536, 2)
  },
)

test('BCa moves the interval of a skewed figure to the side of its tail', () => {
  const values = drawn(4, 60)
  const [plain, corrected] = (['percentile', 'bca'] as const).map((method) =>
    ofMean(values, { seed: 5, samples: 2000, method }, (x) => Math.exp(1.5 * x)),
  )
  expect(corrected?.low).toBeGreaterThan(plain?.low ?? Number.NaN)
  expect(corrected?.high).toBeGreaterThan(plain?.high ?? Number.NaN)
})

test('of an AUC it is about the interval of DeLong', () => {
  const noise = drawn(6, 300)
  const truth = Uint8Array.from(noise, (_, i) => (i % 3 === 0 ? 1 : 0))
  const rows = ranked(
    truth,
    noise.map((x, i) => x + (truth[i] ?? 0)),
  )
  const found = known(bootstrap(300, (weights) => rocAuc(reweighted(rows, weights)), { seed: 1 }))
  const wanted = known(aucInterval(rows))
  expect(found.value).toBeCloseTo(wanted.value, 12)
  expect(Math.abs(found.low - wanted.low)).toBeLessThan(0.012)
  expect(Math.abs(found.high - wanted.high)).toBeLessThan(0.012)
})

test('rows of one user are drawn together, so that copies add nothing', () => {
  const values = drawn(8, 60)
  const twice = Float64Array.from({ length: 240 }, (_, i) => values[i >> 2] ?? 0)
  const groups = Array.from(twice, (_, i) => `user ${i >> 2}`)
  const single = ofMean(values, { seed: 2 })
  expect(ofMean(twice, { seed: 2, groups }).error).toBeCloseTo(single.error, 10)
  expect(ofMean(twice, { seed: 2 }).error).toBeLessThan(single.error * 0.7)
})

test('nine in ten intervals of 90 % hold the truth', () => {
  let held = 0
  for (let trial = 0; trial < 200; trial += 1) {
    const { low, high } = ofMean(drawn(100 + trial, 50), { seed: trial, samples: 200, level: 0.9 })
    if (low <= 0 && 0 <= high) held += 1
  }
  // Within three standard errors of 0.9, and the little that few rows make it too narrow.
  expect(held / 200).toBeGreaterThan(0.82)
  expect(held / 200).toBeLessThan(0.965)
})

test('who watches hears of every draw', () => {
  const heard: number[] = []
  ofMean(drawn(1, 5), { seed: 1, samples: 20, watch: (done, of) => heard.push(done / of) })
  expect(heard).toHaveLength(20)
  expect(heard.at(-1)).toBe(1)
})

describe('without a value, or refused', () => {
  const rows = ranked([1, 0, 0, 0], [4, 3, 2, 1])
  const auc = (weights: Float64Array) => rocAuc(reweighted(rows, weights))
  test('a figure that many draws do not have', () => {
    expect(bootstrap(4, auc, { seed: 1 })).toMatchObject({
      reason: expect.stringMatching(/undefined on \d+ of 1000/),
    })
  })
  test('a figure without a value, one unit, draws on one side', () => {
    expect(bootstrap(3, () => undefinedFor('No.'), { seed: 1 })).toMatchObject({ reason: 'No.' })
    expect(bootstrap(2, auc, { seed: 1, groups: ['a', 'a'] })).toMatchObject({ value: undefined })
    const most = (weights: Float64Array) => defined(weights.every((w) => w > 0) ? 1 : 0)
    expect(bootstrap(30, most, { seed: 1, method: 'bca' })).toMatchObject({
      reason: expect.stringContaining('one side'),
    })
  })
  test.each([
    ['a seed between numbers', { seed: 0.5 }, { column: 'seed', value: 0.5 }],
    ['a single draw', { seed: 1, samples: 1 }, { column: 'samples', value: 1 }],
    ['groups of other rows', { seed: 1, groups: ['a'] }, { column: 'groups' }],
  ])('%s', (_, drawing, fault) => {
    expect(() => bootstrap(4, auc, drawing)).toThrow(BadInput)
    expect(() => bootstrap(4, auc, drawing)).toThrow(expect.objectContaining(fault))
  })
})
