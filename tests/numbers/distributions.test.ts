import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as distributions from '../../src/numbers/distributions.ts'
import { expectNear, reference } from './reference.ts'

const {
  betaCdf,
  betaQuantile,
  binomialCdf,
  normalCdf,
  normalQuantile,
  normalTail,
  studentQuantile,
  studentTail,
} = distributions
const figures = reference('distributions') as Record<string, number[][]>

describe('as in SciPy', () => {
  test.each(Object.keys(figures))('%s', (name) => {
    const of = (distributions as unknown as Record<string, (...given: number[]) => number>)[name]
    const cases = figures[name] ?? []
    expect(cases.length).toBeGreaterThan(4)
    for (const one of cases) expectNear(of?.(...one.slice(0, -1)), one.at(-1))
  })
})

test('quantiles undo the tails', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
      fc.double({ min: 0.2, max: 300, noNaN: true }),
      fc.double({ min: 0.2, max: 300, noNaN: true }),
      (p, a, b) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12)
        expect(betaCdf(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 10)
        expect(1 - studentTail(studentQuantile(p, a), a)).toBeCloseTo(p, 10)
        expect(normalTail(1.3) + normalTail(-1.3)).toBeCloseTo(1, 14)
      },
    ),
    { numRuns: 60 },
  )
})

test("Student's t with one degree is Cauchy's, whose quantiles are tangents", () => {
  for (const p of [0.6, 0.9, 0.975, 0.9999]) expectNear(studentQuantile(p, 1), Math.tan(Math.PI * (p - 0.5)))
})

test('the binomial is the sum of its terms', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.nat(40),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (n, k, p) => {
        let [term, sum] = [(1 - p) ** n, 0]
        for (let i = 0; i <= Math.min(k, n); i += 1) {
          sum += term
          term *= ((n - i) / (i + 1)) * (p / (1 - p))
        }
        expect(binomialCdf(k, n, p)).toBeCloseTo(sum, 10)
      },
    ),
  )
})

test('a probability outside of 0 to 1 has no quantile', () => {
  for (const p of [-0.1, 1.1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError)
})
