/** What a learning curve says of more rows. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BadInput } from '../../../src/numbers/bad-input.ts'
import { readLearningCurve } from '../../../src/numbers/bias-variance/learning-curve.ts'
import { fitted } from '../../../src/numbers/bias-variance/power-law.ts'

const SIZES = [1_000, 2_000, 4_000, 8_000, 16_000]
const curve = (floor: number, scale: number, rate: number, train = 0.02) => ({
  examples: SIZES,
  training: SIZES.map(() => train),
  validation: SIZES.map((n) => floor + scale * n ** -rate),
})

describe('a learning curve', () => {
  it('that still falls says yes, with the error ahead', () => {
    const read = readLearningCurve(curve(0.02, 5, 0.5))
    expect(read.moreData).toBe('yes')
    expect(read.ahead[0]).toMatchObject({ times: 2, rows: 32_000 })
    expect(read.ahead[0]?.value).toBeCloseTo(0.02 + 5 * 32_000 ** -0.5, 6)
    expect(read.gap).toBeCloseTo(5 * 16_000 ** -0.5, 10)
  })

  it('that has flattened says no', () => {
    expect(readLearningCurve(curve(0.14, 30, 1)).moreData).toBe('no')
    expect(readLearningCurve({ ...curve(0, 0, 1), validation: [0.1, 0.1, 0.11, 0.12, 0.12] }).moreData).toBe(
      'no',
    )
  })

  it('of few or noisy points says that it cannot tell', () => {
    const few = { examples: [1, 2, 3], training: [0, 0, 0], validation: [3, 2, 1] }
    expect(readLearningCurve(few).moreData).toBe('cannot tell')
    expect(readLearningCurve({ ...few, target: 0.5 })).toMatchObject({ ahead: [] })
    expect(readLearningCurve({ ...few, target: 0.5 })).not.toHaveProperty('rowsForTarget')
    const noisy = { ...curve(0, 0, 1), validation: [0.2, 0.11, 0.19, 0.1, 0.16] }
    expect(readLearningCurve(noisy).moreData).toBe('cannot tell')
  })

  it('tells how many rows reach a target, or that none do', () => {
    const { rowsForTarget = 0 } = readLearningCurve({ ...curve(0.02, 5, 0.5), target: 0.04 })
    expect(rowsForTarget).toBeGreaterThan(61_000)
    expect(rowsForTarget).toBeLessThan(64_000)
    expect(readLearningCurve({ ...curve(0.1, 5, 0.5), target: 0.05 }).rowsForTarget).toBeNull()
  })

  it('names bias where both curves meet above the target', () => {
    const met = { ...curve(0.16, 3, 1, 0.159), target: 0.05 }
    expect(readLearningCurve(met).bias).toContain('that is bias')
    expect(readLearningCurve({ ...curve(0.02, 5, 0.5), target: 0.04 })).not.toHaveProperty('bias')
  })

  it('refuses columns that do not fit, and two points at one size', () => {
    const good = curve(0.02, 5, 0.5)
    expect(() => readLearningCurve({ ...good, training: [1] })).toThrow(BadInput)
    expect(() => readLearningCurve({ ...good, examples: [1, 1, 2, 3, 4] })).toThrow('two points')
    expect(() => readLearningCurve({ ...good, validation: [1, 1, 1, 1, -1] })).toThrow('validation[4]')
  })

  it('is the same whatever the order of its points', () => {
    const good = curve(0.02, 5, 0.5)
    const order = [3, 0, 4, 1, 2]
    const shuffled = {
      examples: order.map((n) => good.examples[n] ?? 0),
      training: order.map((n) => good.training[n] ?? 0),
      validation: order.map((n) => good.validation[n] ?? 0),
    }
    expect(readLearningCurve(shuffled).derivation).toEqual(readLearningCurve(good).derivation)
  })

  it('finds the law that it was made with, and never a floor or scale below nothing', () => {
    const law = fc.record({
      floor: fc.double({ min: 0, max: 0.3, noNaN: true }),
      scale: fc.double({ min: 1, max: 20, noNaN: true }),
      rate: fc.double({ min: 0.2, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(law, ({ floor, scale, rate }) => {
        const fit = fitted(
          Float64Array.from(SIZES),
          Float64Array.from(SIZES, (n) => floor + scale * n ** -rate),
        )
        for (const n of SIZES) expect(fit.at(n)).toBeCloseTo(floor + scale * n ** -rate, 4)
        expect(fit.floor).toBeGreaterThanOrEqual(0)
        expect(fit.scale).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 40 },
    )
  })
})
