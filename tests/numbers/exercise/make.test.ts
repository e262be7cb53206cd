/** Situations in figures: consistent in themselves, beyond doubt, and silent about what they are about. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../src/numbers/bias-variance/diagnose.ts'
import { readLearningCurve } from '../../../src/numbers/bias-variance/learning-curve.ts'
import { COUNTS_FOR } from '../../../src/numbers/exercise/counts.ts'
import { EXERCISES } from '../../../src/numbers/exercise/exercise.ts'
import { exerciseFor } from '../../../src/numbers/exercise/make.ts'

const GIVEN_AWAY =
  /\b(?:bias|variance|overfit\w*|underfit\w*|mismatch|leak\w*|base rate|calibrat\w*|precision|imbalance\w*|at random|indicator|plateau\w*)\b/i

describe.each(EXERCISES)('%s', (kind) => {
  it('says it in at most sixty words with one question, and does not give away what it looks for', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const { says, criteria, could, derivation } = exerciseFor(kind, seed)
        expect(says.split(/\s+/).length).toBeLessThanOrEqual(60)
        expect(says.split('?')).toHaveLength(2)
        expect(says).not.toMatch(GIVEN_AWAY)
        expect(`${says}${could}${derivation.join('')}`).not.toMatch(/NaN|undefined|Infinity/)
        expect(could.split(/\s+/).length).toBeLessThanOrEqual(90)
        expect(criteria).toEqual(COUNTS_FOR[kind])
      }),
    )
  })

  it('is the same for the same seed, and another one for most others', () => {
    const all = Array.from({ length: 60 }, (_, n) => exerciseFor(kind, `i${n} model`).says)
    expect(Array.from({ length: 60 }, (_, n) => exerciseFor(kind, `i${n} model`).says)).toEqual(all)
    expect(new Set(all).size).toBeGreaterThan(40)
  })
})

it.each(['bias', 'variance', 'mismatch'] as const)('%s is what its errors show', (kind) => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { figures } = exerciseFor(kind, seed)
      const { human, training = 0, validation = 0, 'train-dev': trainDev } = figures
      const found = diagnose({
        ...{ train: training, validation },
        ...(human !== undefined && { target: human }),
        ...(trainDev !== undefined && { trainDev }),
      })
      expect(found).toMatchObject({ dominant: kind, also: null })
    }),
  )
})

it('a learning curve shows whether more rows help, as one that reads it would say', () => {
  const kinds = new Set<number>()
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { exhibit, figures } = exerciseFor('learning-curve', seed)
      if (exhibit?.kind !== 'learning-curve') throw new Error('it has no curve')
      kinds.add(figures.helps ?? -1)
      const { moreData } = readLearningCurve({ ...exhibit, target: exhibit.goal.value })
      expect(moreData).toBe(figures.helps === 1 ? 'yes' : 'no')
    }),
    { numRuns: 30 },
  )
  expect(kinds).toEqual(new Set([0, 1]))
})

it('a confusion matrix adds up, and its precision is low while its accuracy is not', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { exhibit, figures } = exerciseFor('base-rate', seed)
      if (exhibit?.kind !== 'confusion') throw new Error('it has no matrix')
      const { rows = 0, positives = 0, accuracy = 0, precision = 1, baseline = 0 } = figures
      const cells = exhibit.counts.flat()
      expect(cells.every((count) => Number.isInteger(count) && count >= 0)).toBe(true)
      expect(cells.reduce((all, count) => all + count, 0)).toBe(rows)
      const [[right = 0] = [], [missed = 0, hit = 0] = []] = exhibit.counts
      expect(missed + hit).toBe(positives)
      expect((right + hit) / rows).toBeCloseTo(accuracy, 12)
      expect(accuracy).toBeGreaterThan(0.97)
      expect(accuracy).toBeLessThan(baseline)
      expect(precision).toBeLessThan(0.25)
    }),
  )
})

it('gaps of a column add up over both classes, and are far more frequent among positives', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { positive = 0, negative = 1, all = 0 } = exerciseFor('missingness', seed).figures
      expect(positive / negative).toBeGreaterThan(3)
      expect(all).toBeGreaterThan(negative)
      expect(all).toBeLessThan(positive)
    }),
  )
})
