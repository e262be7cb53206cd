import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadInput } from '../../../src/numbers/bad-input.ts'
import { ranked } from '../../../src/numbers/classification/ranked.ts'
import { rocAuc } from '../../../src/numbers/classification/roc.ts'
import { chiSquaredTail } from '../../../src/numbers/distributions.ts'
import { aucDifference, aucInterval, hanleyMcNeil } from '../../../src/numbers/intervals/auc.ts'
import { discordant, mcnemar } from '../../../src/numbers/intervals/mcnemar.ts'
import { meanDifference, meanInterval } from '../../../src/numbers/intervals/mean.ts'
import {
  clopperPearson,
  shareDifference,
  shareTest,
  wilson,
} from '../../../src/numbers/intervals/proportion.ts'
import { sampleRatioMismatch } from '../../../src/numbers/intervals/sample-ratio.ts'
import { isDefined, type Undefined } from '../../../src/numbers/measure.ts'
import { expectNear, reference } from '../reference.ts'

const scipy = reference('intervals') as {
  tallies: { successes: number; trials: number; wilson: number[]; clopperPearson: number[] }[]
  mcnemar: [number, number, number, number][]
  means: { a: number[]; b: number[]; student90: number[]; welch: [number, number] }
  ratio: [number[], number][]
}

const known = <T extends object>(found: T | Undefined): T => {
  if (!isDefined(found)) throw new Error(found.reason)
  return found
}
const ends = (found: { low: number; high: number } | Undefined): number[] => {
  const { low, high } = known(found)
  return [low, high]
}

describe('as in SciPy', () => {
  test.each(scipy.tallies)('$successes of $trials', (tally) => {
    expectNear(ends(wilson(tally)), tally.wilson)
    expectNear(ends(clopperPearson(tally)), tally.clopperPearson)
  })

  test('McNemar', () => {
    for (const [onlyA, onlyB, exact, corrected] of scipy.mcnemar) {
      const found = known(mcnemar({ onlyA, onlyB }))
      expectNear([found.exact.p, found.corrected.p], [exact, corrected])
      expect(known(mcnemar({ onlyA: onlyB, onlyB: onlyA })).exact.p).toBe(found.exact.p)
    }
  })

  test('means', () => {
    const { a, b, student90, welch } = scipy.means
    expectNear(ends(meanInterval(a, 0.9)), student90, 1e-8)
    const found = known(meanDifference(a, b))
    expectNear([found.test.statistic, found.test.p], welch)
    expect(found.low < 0 === found.test.p > 0.05).toBe(true)
  })

  test('the ratio of arms', () => {
    for (const [counts, p] of scipy.ratio) expectNear(known(sampleRatioMismatch(counts)).p, p)
    expect(known(sampleRatioMismatch([900, 2100], [0.3, 0.7])).p).toBe(1)
  })
})

test('an exact interval ends where the binomial tail is what is left over', () => {
  // 0 of n: (1 - p)^n = 0.025.
  expectNear(ends(clopperPearson({ successes: 0, trials: 40 }))[1], 1 - 0.025 ** (1 / 40))
})

test('Newcombe 1998, table II: 56 of 70 and 48 of 80 differ by 0.2, 0.0524 to 0.3339', () => {
  const found = known(shareDifference({ successes: 48, trials: 80 }, { successes: 56, trials: 70 }))
  expect(found.value).toBeCloseTo(0.2, 12)
  expect(ends(found).map((end) => Number(end.toFixed(4)))).toEqual([0.0524, 0.3339])
})

test('the z-test of shares is the square root of chi-squared', () => {
  const found = known(shareTest({ successes: 30, trials: 100 }, { successes: 45, trials: 110 }))
  // Pearson's statistic of the table 30 70 45 65.
  const chi = (210 * (30 * 65 - 70 * 45) ** 2) / (100 * 110 * 75 * 135)
  expectNear(found.statistic ** 2, chi)
  expectNear(found.p, chiSquaredTail(chi, 1))
})

const row = fc.record({ y: fc.nat(1), a: fc.nat(6), b: fc.nat(6) })
const rows = fc
  .array(row, { minLength: 4, maxLength: 30 })
  .filter((all) => [0, 1].every((y) => all.filter((r) => r.y === y).length > 1))

/** Variance and covariance from all pairs, as the paper defines them. */
const byPairs = (all: { y: number; a: number; b: number }[]) => {
  const [p, n] = [all.filter(({ y }) => y === 1), all.filter(({ y }) => y === 0)]
  const wins = (x: number, y: number): number => (x > y ? 1 : x === y ? 0.5 : 0)
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const parts = (of: 'a' | 'b') => ({
    ofPositives: p.map((one) => mean(n.map((other) => wins(one[of], other[of])))),
    ofNegatives: n.map((other) => mean(p.map((one) => wins(one[of], other[of])))),
  })
  const [a, b] = [parts('a'), parts('b')]
  const cov = (x: number[], y: number[]): number =>
    x.reduce((sum, value, i) => sum + (value - mean(x)) * ((y[i] ?? 0) - mean(y)), 0) / (x.length - 1)
  const of = (x: typeof a, y: typeof a): number =>
    cov(x.ofPositives, y.ofPositives) / p.length + cov(x.ofNegatives, y.ofNegatives) / n.length
  return { a: of(a, a), difference: of(a, a) + of(b, b) - 2 * of(a, b) }
}

test("DeLong's variance from all pairs", () => {
  fc.assert(
    fc.property(rows, (all) => {
      const y = all.map((r) => r.y)
      const [a, b] = [
        ranked(
          y,
          all.map((r) => r.a),
        ),
        ranked(
          y,
          all.map((r) => r.b),
        ),
      ]
      const wanted = byPairs(all)
      const found = aucInterval(a)
      const auc = rocAuc(a).value ?? Number.NaN
      if (wanted.a < 1e-12) expect(found.value).toBeUndefined()
      else {
        const half = 1.959963984540054 * Math.sqrt(wanted.a)
        expect(ends(found)[0]).toBeCloseTo(Math.max(0, auc - half), 9)
        expect(ends(found)[1]).toBeCloseTo(Math.min(1, auc + half), 9)
      }
      const apart = aucDifference(a, b)
      if (wanted.difference < 1e-12) {
        expect(apart.value).toBeUndefined()
        return
      }
      const { test: z, value } = known(apart)
      expect(value).toBeCloseTo((rocAuc(b).value ?? 0) - auc, 12)
      expect(z.statistic).toBeCloseTo(value / Math.sqrt(wanted.difference), 7)
    }),
  )
})

test('the variance of Hanley and McNeil is exact for exponential scores', () => {
  for (const [rate, m, n] of [
    [0.2, 30, 50],
    [0.05, 3, 400],
    [1, 1, 1],
  ] as const) {
    // Negatives fall with rate 1, positives with this one: chances that one beats one, two beat one, one beats two.
    const auc = 1 / (1 + rate)
    const twoBeat = 1 / (1 + 2 * rate)
    const beatsTwo = 1 - (2 * rate) / (1 + rate) + rate / (2 + rate)
    const spread = auc * (1 - auc) + (m - 1) * (twoBeat - auc ** 2) + (n - 1) * (beatsTwo - auc ** 2)
    const error = Math.sqrt(spread / m / n)
    const found = known(hanleyMcNeil({ auc, positives: m, negatives: n }, 0.5))
    expect(found.high).toBeCloseTo(Math.min(1, auc + 0.6744897501960817 * error), 12)
    expect(found.low).toBeCloseTo(Math.max(0, auc - 0.6744897501960817 * error), 12)
  }
})

test('on which rows one of two is right', () => {
  expect(discordant(['a', 'b', 'a', 'b'], ['a', 'a', 'a', 'b'], ['b', 'b', 'a', 'a'])).toEqual({
    onlyA: 2,
    onlyB: 1,
  })
})

describe('without a value', () => {
  test.each<[string, object, RegExp]>([
    ['no trials', wilson({ successes: 0, trials: 0 }), /no trials/],
    [
      'an arm without trials',
      shareDifference({ successes: 0, trials: 0 }, { successes: 1, trials: 2 }),
      /no trials/,
    ],
    ['all alike', shareTest({ successes: 2, trials: 2 }, { successes: 3, trials: 3 }), /same way/],
    ['one value', meanInterval([3]), /no spread/],
    ['no spread', meanDifference([1, 1], [2, 2]), /any spread/],
    ['one positive', aucInterval(ranked([1, 0, 0], [1, 2, 3])), /single row/],
    ['classes parted', aucInterval(ranked([1, 1, 0, 0], [4, 3, 2, 1])), /variance is 0/],
    ['an AUC of 1', hanleyMcNeil({ auc: 1, positives: 3, negatives: 3 }), /comes out as 0/],
    [
      'the same model',
      aucDifference(ranked([1, 0, 1, 0], [1, 2, 3, 4]), ranked([1, 0, 1, 0], [1, 2, 3, 4])),
      /alike/,
    ],
    ['no difference', mcnemar({ onlyA: 0, onlyB: 0 }), /same rows/],
    ['no rows', sampleRatioMismatch([0, 0]), /No arm/],
  ])('%s', (_, found, reason) => {
    expect(found).toMatchObject({ value: undefined, reason: expect.stringMatching(reason) })
  })
})

test.each<[string, () => unknown, Partial<BadInput>]>([
  [
    'more successes than trials',
    () => wilson({ successes: 3, trials: 2 }),
    { column: 'successes', value: 3 },
  ],
  ['half a trial', () => clopperPearson({ successes: 0, trials: 1.5 }), { column: 'trials', value: 1.5 }],
  ['a level in per cent', () => wilson({ successes: 1, trials: 2 }, 95), { column: 'level', value: 95 }],
  ['weights', () => aucInterval(ranked([1, 0], [1, 2], [1, 2])), { column: 'weights' }],
  [
    'other rows',
    () => aucDifference(ranked([1, 0], [1, 2]), ranked([0, 1], [1, 2])),
    { column: 'truth', row: 0 },
  ],
  ['one arm', () => sampleRatioMismatch([5]), { column: 'counts' }],
  ['a gap', () => meanInterval([1, Number.NaN]), { column: 'values', row: 1 }],
])('%s is refused', (_, work, fault) => {
  expect(work).toThrow(BadInput)
  expect(work).toThrow(expect.objectContaining(fault))
})
