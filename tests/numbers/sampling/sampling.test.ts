import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadInput } from '../../../src/numbers/bad-input.ts'
import {
  correctedProbabilities,
  correctedProbability,
  distortedProbability,
  movedThreshold,
} from '../../../src/numbers/sampling/correction.ts'
import { oversample, undersample } from '../../../src/numbers/sampling/draw.ts'
import { effectOf } from '../../../src/numbers/sampling/effect.ts'
import { oddsFactor, type Resampling, trainedPrior } from '../../../src/numbers/sampling/resampling.ts'
import { balancedWeights } from '../../../src/numbers/sampling/weights.ts'

const share = fc.double({ min: 0.001, max: 0.999, noNaN: true })
const amount = fc.double({ min: 0.01, max: 1000, noNaN: true })
const resamplings: fc.Arbitrary<Resampling> = fc.oneof(
  fc.record({ kind: fc.constant('kept-negatives' as const), share }),
  fc.record({ kind: fc.constant('repeated-positives' as const), times: amount }),
  fc.record({ kind: fc.constant('class-weights' as const), positive: amount, negative: amount }),
  fc.record({ kind: fc.constant('prior' as const), used: share, trained: share }),
)

describe('probabilities', () => {
  test('negatives kept at 2 % make .01112 of .36', () => {
    const kept: Resampling = { kind: 'kept-negatives', share: 0.02 }
    expect(correctedProbability(0.36, kept)).toBeCloseTo(0.01112, 5)
    expect(correctedProbability(0.36, kept)).toBeCloseTo(0.36 / (0.36 + 0.64 / 0.02), 12)
    expect([...correctedProbabilities([0, 0.36, 1], kept)]).toEqual([0, correctedProbability(0.36, kept), 1])
  })

  test('every way agrees with Bayes over a table of counts', () => {
    // 30 positives and 970 negatives that share one feature value, 20 and 980 that share the other.
    const bayes = (yes: number, no: number): number => yes / (yes + no)
    expect(correctedProbability(bayes(30, 97), { kind: 'kept-negatives', share: 0.1 })).toBeCloseTo(0.03, 12)
    expect(correctedProbability(bayes(90, 970), { kind: 'repeated-positives', times: 3 })).toBeCloseTo(
      0.03,
      12,
    )
    const weights = { kind: 'class-weights', positive: 12, negative: 0.5 } as const
    expect(correctedProbability(bayes(360, 485), weights)).toBeCloseTo(0.03, 12)
    // 50 of 2,000 rows are positive; after keeping a tenth of the negatives 50 of 245.
    const prior = { kind: 'prior', used: 50 / 2000, trained: 50 / 245 } as const
    expect(correctedProbability(bayes(20, 98), prior)).toBeCloseTo(0.02, 12)
  })

  test('back and forth is where one began, the order stays, and a prior goes where it was sent', () => {
    fc.assert(
      fc.property(share, share, resamplings, (p, q, resampling) => {
        const there = distortedProbability(p, resampling)
        expect(there).toBeGreaterThan(0)
        expect(correctedProbability(there, resampling)).toBeCloseTo(p, 9)
        if (p < q) expect(there).toBeLessThanOrEqual(distortedProbability(q, resampling))
        // Above the moved threshold are the rows that were above the threshold.
        if (Math.abs(p - q) > 1e-6) expect(there > movedThreshold(q, resampling)).toBe(p > q)
        if (resampling.kind === 'prior')
          expect(trainedPrior(resampling.used, resampling)).toBeCloseTo(resampling.trained, 9)
      }),
    )
  })

  test('what is out of range is refused', () => {
    expect(() => correctedProbability(1.2, { kind: 'kept-negatives', share: 0.1 })).toThrow(BadInput)
    expect(() => oddsFactor({ kind: 'kept-negatives', share: 2 })).toThrow(/share is 2/)
    expect(() => oddsFactor({ kind: 'prior', used: 0, trained: 0.5 })).toThrow(/used is 0/)
    expect(() => correctedProbabilities([0.1, 7], { kind: 'repeated-positives', times: 2 })).toThrow(
      expect.objectContaining({ row: 1 }),
    )
  })

  test('the effect says figures and what to do', () => {
    const effect = effectOf({ kind: 'kept-negatives', share: 0.1 }, 0.02)
    expect(effect.factor).toBe(10)
    expect(effect.trained).toBeCloseTo(0.2 / 1.18, 12)
    expect(effect.half).toBeCloseTo(10 / 11, 12)
    expect(effect.says.join(' ')).toContain('Divide the odds by 10')
  })
})

describe('drawing', () => {
  const labels = fc.array(fc.constantFrom(0, 1), { minLength: 1, maxLength: 60 })

  test('undersampling keeps every positive and so many distinct negatives', () => {
    fc.assert(
      fc.property(labels, share, fc.integer(), (known, keep, seed) => {
        const { rows, kept } = undersample(known, { keep, seed })
        const negatives = known.filter((label) => label === 0).length
        const drawn = [...rows].filter((row) => known[row] === 0)
        expect([...rows]).toEqual([...new Set(rows)].sort((a, b) => a - b))
        expect(rows.length - drawn.length).toBe(known.length - negatives)
        expect(drawn.length).toBe(negatives === 0 ? 0 : Math.max(1, Math.round(keep * negatives)))
        expect(kept).toBe(negatives === 0 ? 1 : drawn.length / negatives)
        expect(undersample(known, { keep, seed }).rows).toEqual(rows)
      }),
    )
  })

  test('every negative has the same chance to stay', () => {
    const counts = new Array<number>(10).fill(0)
    for (let seed = 0; seed < 2000; seed += 1)
      for (const row of undersample(new Array(10).fill(0), { keep: 0.3, seed }).rows)
        counts[row] = (counts[row] ?? 0) + 1
    // Each is expected 600 times, with a standard deviation of 20.
    for (const count of counts) expect(Math.abs(count - 600)).toBeLessThan(100)
  })

  test('oversampling keeps every row, adds positives only, and reaches the share', () => {
    fc.assert(
      fc.property(labels, share, fc.integer(), (known, wanted, seed) => {
        fc.pre(known.includes(1))
        const { rows, times } = oversample(known, { share: wanted, seed })
        expect([...rows.slice(0, known.length)]).toEqual(known.map((_, row) => row))
        for (const row of rows.slice(known.length)) expect(known[row]).toBe(1)
        const positives = [...rows].filter((row) => known[row] === 1).length
        expect(times).toBe(positives / known.filter((label) => label === 1).length)
        const missing = wanted * rows.length - positives
        expect(missing).toBeLessThanOrEqual(1)
      }),
    )
    expect(() => oversample([0, 0], { share: 0.5, seed: 1 })).toThrow(/no positive row/)
    expect(() => oversample([0, 1], { share: 0.5, seed: 0.5 })).toThrow(/seed/)
  })
})

test('balanced weights make the classes count the same', () => {
  expect(balancedWeights(['a', 'b', 'a', 'a', 'c', 'a'])).toEqual(
    new Map([
      ['a', 0.5],
      ['b', 2],
      ['c', 2],
    ]),
  )
  expect(() => balancedWeights([])).toThrow(BadInput)
})
