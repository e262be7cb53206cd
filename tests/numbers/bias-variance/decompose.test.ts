/** Bias, variance and noise of small models. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import { BadInput } from '../../../src/numbers/bad-input.ts'
import { decompose } from '../../../src/numbers/bias-variance/decompose.ts'
import { neighbours, ridge, tree } from '../../../src/numbers/bias-variance/learners.ts'

const truth = (x: number): number => Math.sin(3 * x)
/** Rows of a curve with noise of deviation .3. */
const rows = (count: number, seed: number) => {
  const generator = xoroshiro128plus(seed)
  const draw = (): number => uniformFloat64(generator)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw())
  const x = Array.from({ length: count }, () => 2 * draw())
  return { x, y: x.map((value) => truth(value) + 0.3 * normal()), truth: x.map(truth) }
}
const train = rows(60, 1)
const asked = rows(200, 2)
const of = (learner: Parameters<typeof decompose>[0]) =>
  decompose(learner, train, asked, { seed: 3, draws: 60 })

describe('a decomposition', () => {
  it('adds up: exactly without a truth, and up to chance with one', () => {
    const { truth: _, ...blind } = asked
    const exact = decompose(neighbours(5), train, blind, { seed: 3, draws: 60 })
    expect(exact.bias2 + exact.variance).toBeCloseTo(exact.error, 10)
    expect(exact.noise).toBeUndefined()
    const known = of(neighbours(5))
    expect(known.noise).toBeCloseTo(0.09, 1)
    expect(Math.abs(known.bias2 + known.variance + (known.noise ?? 0) - known.error)).toBeLessThan(0.02)
  })

  it('shows less bias and more variance with fewer neighbours, a higher degree', () => {
    for (const [stiff, free] of [
      [neighbours(40), neighbours(1)],
      [ridge(1, 1), ridge(9, 1e-6)],
    ] as const) {
      const [one, other] = [of(stiff), of(free)]
      expect(other.bias2).toBeLessThan(one.bias2)
      expect(other.variance).toBeGreaterThan(one.variance)
    }
  })

  it('is the same for the same seed', () => {
    expect(of(tree(3))).toEqual(of(tree(3)))
  })
})

describe('the small models', () => {
  const x = Float64Array.from([0, 1, 2, 3, 4])
  const y = Float64Array.from([1, 3, 5, 7, 9])

  it('ridge without a penalty goes through a line, and with one shrinks towards the mean', () => {
    const line = ridge(1, 0)(x, y)
    for (const at of [0, 2.5, 10]) expect(line(at)).toBeCloseTo(1 + 2 * at, 9)
    // By hand: five rows of deviation 1, so that a penalty of 5 halves the slope.
    expect(ridge(1, 5)(x, y)(4)).toBeCloseTo(7, 9)
  })

  it('neighbours take the mean of the nearest, and a tree the mean of a leaf', () => {
    expect(neighbours(2)(x, y)(0.4)).toBe(2)
    expect(neighbours(5)(x, y)(100)).toBe(5)
    const split = tree(1)(Float64Array.from([0, 1, 10, 11]), Float64Array.from([0, 0, 4, 4]))
    expect([split(5.4), split(5.6)]).toEqual([0, 4])
    expect(tree(3)(x, Float64Array.from([2, 2, 2, 2, 2]))(9)).toBe(2)
  })

  it('refuse settings that are none', () => {
    expect(() => neighbours(0)).toThrow(BadInput)
    expect(() => neighbours(9)(x, y)).toThrow('9 neighbours')
    expect(() => ridge(13, 1)).toThrow(BadInput)
    expect(() => tree(1.5)).toThrow(BadInput)
  })
})
