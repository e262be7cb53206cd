import fc from 'fast-check'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, test } from 'vitest'
import { BadInput } from '../../../src/numbers/bad-input.ts'
import { normalQuantile } from '../../../src/numbers/distributions.ts'
import { alwaysValid, alwaysValidSequence } from '../../../src/numbers/intervals/always-valid.ts'
import { falseAlarmsOfPeeking, groupSequential } from '../../../src/numbers/intervals/peeking.ts'
import {
  detectableChange,
  durationOf,
  powerForShares,
  sampleSizeForMeans,
  sampleSizeForShares,
} from '../../../src/numbers/intervals/sample-size.ts'
import { gaussLegendre } from '../../../src/numbers/quadrature.ts'

const even = (looks: number): number[] => Array.from({ length: looks }, (_, i) => (i + 1) / looks)

describe('how many rows', () => {
  test('2.4 % to 2.448 % needs 1.61 million an arm', () => {
    const { a, b, total } = sampleSizeForShares({ from: 0.024, to: 0.02448 })
    expect(a / 1e6).toBeCloseTo(1.61, 2)
    expect([b, total]).toEqual([a, 2 * a])
    // The rule of thumb, 16 p (1 - p) / change², is near.
    expect((16 * 0.024 * 0.976) / 0.00048 ** 2 / 1e6).toBeCloseTo(1.63, 2)
  })

  test('half a standard deviation needs 63 an arm, by the normal form', () => {
    expect(sampleSizeForMeans({ change: 0.5, deviation: 1 })).toEqual({ a: 63, b: 63, total: 126 })
    expect(sampleSizeForMeans({ change: 5, deviation: 10, correlation: 0.6 }).a).toBe(
      Math.ceil(62.791 * 0.64),
    )
  })

  test('power, rows and change undo one another', () => {
    const share = fc.integer({ min: 2, max: 98 }).map((n) => n / 100)
    const demand = fc.record({
      alpha: fc.constantFrom(0.01, 0.05, 0.1),
      power: fc.constantFrom(0.7, 0.8, 0.95),
      sides: fc.constantFrom<1 | 2>(1, 2),
      ratio: fc.constantFrom(0.25, 1, 3),
    })
    fc.assert(
      fc.property(share, share, demand, (from, to, demands) => {
        fc.pre(from !== to)
        const { a } = sampleSizeForShares({ from, to }, demands)
        const { power, ...rest } = demands
        expect(powerForShares({ from, to, a }, rest).value).toBeGreaterThanOrEqual(power - 1e-9)
        if (a > 1) expect(powerForShares({ from, to, a: a - 1 }, rest).value).toBeLessThan(power)
        const means = sampleSizeForMeans({ change: to - from, deviation: 1, correlation: 0.3 }, demands)
        const change = (rows: number): number =>
          detectableChange({ a: rows, deviation: 1, correlation: 0.3 }, demands).value ?? Number.NaN
        expect(change(means.a)).toBeLessThanOrEqual(Math.abs(to - from) + 1e-12)
        if (means.a > 1) expect(change(means.a - 1)).toBeGreaterThan(Math.abs(to - from))
      }),
    )
  })

  test('days and whole weeks', () => {
    const size = { a: 500, b: 500, total: 1000 }
    expect(durationOf(size, 100)).toEqual({ days: 10, weeks: 2 })
    expect(durationOf(size, 100, 0.5)).toEqual({ days: 20, weeks: 3 })
    expect(durationOf(size, 1e6)).toEqual({ days: 1, weeks: 1 })
  })

  test.each<[string, () => unknown, string]>([
    ['no change', () => sampleSizeForShares({ from: 0.1, to: 0.1 }), 'change'],
    ['a share in per cent', () => sampleSizeForShares({ from: 2.4, to: 2.5 }), 'from'],
    ['a power below alpha', () => sampleSizeForMeans({ change: 1, deviation: 1 }, { power: 0.01 }), 'power'],
    ['nobody comes', () => durationOf({ a: 1, b: 1, total: 2 }, 0), 'perDay'],
    ['no spread', () => detectableChange({ a: 10, deviation: 0 }), 'deviation'],
  ])('%s is refused', (_, work, column) => {
    expect(work).toThrow(BadInput)
    expect(work).toThrow(expect.objectContaining({ column }))
  })
})

describe('peeking', () => {
  test.each([
    // Armitage, McPherson and Rowe 1969, table 2.
    [1, 0.05],
    [2, 0.083],
    [3, 0.107],
    [4, 0.126],
    [5, 0.142],
    [10, 0.193],
    [20, 0.248],
    [50, 0.32],
  ])('%i even looks make so many false alarms of 5 %%: %f', (looks, wanted) => {
    expect(falseAlarmsOfPeeking(even(looks)).value).toBeCloseTo(wanted, 3)
  })

  test('the lines of five looks are those of the tables', () => {
    const z = (spending: 'obrien-fleming' | 'pocock') =>
      groupSequential(even(5), spending).map((look) => Number(look.z.toFixed(3)))
    expect(z('obrien-fleming')).toEqual([4.877, 3.357, 2.68, 2.29, 2.031])
    expect(z('pocock')).toEqual([2.438, 2.427, 2.41, 2.397, 2.386])
  })

  test('all is spent at the end and not before, and one look is an ordinary test', () => {
    for (const spending of ['obrien-fleming', 'pocock'] as const) {
      const looks = groupSequential([0.1, 0.3, 0.35, 0.9, 1], spending, 0.1)
      expect(looks.map(({ spent }) => spent)).toEqual(
        looks.map(({ spent }) => spent).toSorted((a, b) => a - b),
      )
      expect(looks.at(-1)?.spent).toBeCloseTo(0.1, 12)
      expect(groupSequential([1], spending)[0]?.z).toBeCloseTo(1.959964, 6)
    }
  })

  test('simulated tests without a difference cross the lines as often as was promised', () => {
    const generator = xoroshiro128plus(11)
    const normal = (): number => normalQuantile((uniformInt(generator, 0, 999_999) + 0.5) / 1e6)
    const looks = groupSequential(even(4), 'pocock', 0.2)
    let [alarms, naive] = [0, 0]
    const trials = 4000
    for (let trial = 0; trial < trials; trial += 1) {
      let sum = 0
      const z = looks.map((_, i) => {
        sum += normal()
        return Math.abs(sum / Math.sqrt(i + 1))
      })
      if (z.some((value, i) => value > (looks[i]?.z ?? 0))) alarms += 1
      if (z.some((value) => value > 1.2815516)) naive += 1
    }
    const error = 3 * Math.sqrt((0.2 * 0.8) / trials)
    expect(Math.abs(alarms / trials - 0.2)).toBeLessThan(error)
    expect(Math.abs(naive / trials - (falseAlarmsOfPeeking(even(4), 0.2).value ?? 0))).toBeLessThan(
      1.3 * error,
    )
  })

  test('looks that do not rise are refused', () => {
    for (const shares of [
      [],
      [0.5, 0.5],
      [0.5, 1.2],
      [0, 1],
      Array.from({ length: 61 }, (_, i) => (i + 1) / 61),
    ])
      expect(() => falseAlarmsOfPeeking(shares)).toThrow(BadInput)
  })
})

describe('always valid', () => {
  test('the interval leaves out 0 exactly when p is below what it leaves over', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: 0.01, max: 3, noNaN: true }),
        fc.double({ min: 0.01, max: 3, noNaN: true }),
        (value, error, scale) => {
          const { low, high, p } = alwaysValid({ value, error }, scale)
          expect(p).toBeLessThanOrEqual(1)
          if (Math.abs(p - 0.05) < 1e-9) return
          expect(low > 0 || high < 0).toBe(p < 0.05)
          // A single planned look has a narrower one.
          expect(high - low).toBeGreaterThan(2 * 1.96 * error)
        },
      ),
    )
  })

  test('the ratio of likelihoods, by the integral over what the difference may be', () => {
    const [value, error, scale] = [0.7, 0.3, 0.5]
    const density = (x: number, mean: number, deviation: number): number =>
      Math.exp(-(((x - mean) / deviation) ** 2) / 2) / deviation / Math.sqrt(2 * Math.PI)
    const { nodes, weights } = gaussLegendre(80, -6, 6)
    let mixed = 0
    nodes.forEach((difference, i) => {
      mixed += (weights[i] ?? 0) * density(value, difference, error) * density(difference, 0, scale)
    })
    expect(alwaysValid({ value, error }, scale).p).toBeCloseTo(density(value, 0, error) / mixed, 9)
  })

  test('looked at after every row, no difference raises few alarms', () => {
    const generator = xoroshiro128plus(3)
    const normal = (): number => normalQuantile((uniformInt(generator, 0, 999_999) + 0.5) / 1e6)
    let alarms = 0
    for (let trial = 0; trial < 200; trial += 1) {
      let sum = 0
      const looks = Array.from({ length: 200 }, (_, i) => {
        sum += normal()
        return { value: sum / (i + 1), error: 1 / Math.sqrt(i + 1) }
      })
      const p = alwaysValidSequence(looks, 0.3)
      expect(p).toEqual(p.toSorted((a, b) => b - a))
      if ((p.at(-1) ?? 1) < 0.1) alarms += 1
    }
    expect(alarms).toBeGreaterThan(0)
    expect(alarms / 200).toBeLessThan(0.1 + 3 * Math.sqrt(0.09 / 200))
  })

  test('an error of nothing is refused, one out of all proportion gives no alarm', () => {
    expect(() => alwaysValid({ value: 1, error: 0 }, 1)).toThrow(BadInput)
    expect(alwaysValid({ value: 1, error: 1e300 }, 1e-100).p).toBe(1)
  })
})

test('the rule of quadrature is exact for the degree that it promises', () => {
  for (const n of [1, 2, 5, 12]) {
    const { nodes, weights } = gaussLegendre(n, 0, 2)
    for (let degree = 0; degree < 2 * n; degree += 1) {
      const sum = nodes.reduce((all, x, i) => all + (weights[i] ?? 0) * x ** degree, 0)
      expect(sum / (2 ** (degree + 1) / (degree + 1))).toBeCloseTo(1, 11)
    }
  }
})
