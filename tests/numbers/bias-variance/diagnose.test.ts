/** Errors side by side: the largest gap is named, with what helps and what would not. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BadInput } from '../../../src/numbers/bad-input.ts'
import { diagnose } from '../../../src/numbers/bias-variance/diagnose.ts'

describe('a diagnosis', () => {
  it.each([
    [{ train: 0.02, validation: 0.11, target: 0.015 }, 'variance'],
    [{ train: 0.14, validation: 0.15, target: 0.02 }, 'bias'],
    [{ train: 0.03, trainDev: 0.04, validation: 0.12, target: 0.025 }, 'mismatch'],
    [{ train: 0.02, validation: 0.03, test: 0.12, target: 0.015 }, 'overfit to validation'],
    [{ train: 0.02, validation: 0.11 }, 'variance'],
  ] as const)('of %o is %s', (errors, dominant) => {
    const found = diagnose(errors)
    expect(found.dominant).toBe(dominant)
    expect(found.matching.length).toBeGreaterThan(0)
    expect(found.wrong.length).toBeGreaterThan(0)
  })

  it('shows each gap as a subtraction', () => {
    expect(diagnose({ train: 0.02, validation: 0.11, target: 0.015 }).derivation).toEqual([
      'training 0.02 - target 0.015 = 0.005: avoidable bias',
      'validation 0.11 - training 0.02 = 0.09: variance',
    ])
  })

  it('calls a gap nothing that so few rows make by chance', () => {
    expect(diagnose({ train: 0.1, validation: 0.13, target: 0.1 }, { rows: 100 }).dominant).toBe('none')
    expect(diagnose({ train: 0.1, validation: 0.13, target: 0.1 }, { rows: 10_000 }).dominant).toBe(
      'variance',
    )
    expect(diagnose({ train: 0.1, validation: 0.1, target: 0.1 }).dominant).toBe('none')
  })

  it('names a second gap that is nearly as large', () => {
    expect(diagnose({ train: 0.1, validation: 0.18, target: 0.01 })).toMatchObject({
      dominant: 'bias',
      also: 'variance',
    })
    expect(diagnose({ train: 0.1, validation: 0.13, target: 0.01 }).also).toBeNull()
  })

  it('says what cannot be told, and what is odd', () => {
    expect(diagnose({ train: 0.02, validation: 0.11 }).notes.join(' ')).toMatch(/cannot be told.*train-dev/s)
    expect(diagnose({ train: 0.1, validation: 0.05, target: 0.02 }).notes.join(' ')).toContain(
      'look for a leak',
    )
    expect(diagnose({ train: 0.01, validation: 0.05, target: 0.02 }).notes.join(' ')).toContain('no bound')
  })

  it('without a target names a gap only where no bias could be larger', () => {
    expect(diagnose({ train: 0.4, validation: 0.42 })).toMatchObject({ dominant: 'unknown', matching: [] })
    expect(diagnose({ train: 0.02, validation: 0.11 }).dominant).toBe('variance')
  })

  it('refuses what is no error', () => {
    expect(() => diagnose({ train: -0.1, validation: 0.1 })).toThrow(BadInput)
    expect(() => diagnose({ train: 0.1, validation: Number.NaN })).toThrow(BadInput)
    expect(() => diagnose({ train: 0.1, validation: 0.1 }, { rows: 0.5 })).toThrow(BadInput)
  })

  it('has gaps that add up, of which the largest above nothing dominates, in whatever unit', () => {
    const error = fc.integer({ min: 0, max: 400 }).map((n) => n / 1000)
    const errors = fc.record({ train: error, validation: error, trainDev: error, test: error, target: error })
    fc.assert(
      fc.property(errors, fc.constantFrom(0.5, 2, 100), (one, scale) => {
        const { gaps, dominant } = diagnose(one)
        const sum = gaps.reduce((all, { size }) => all + size, 0)
        expect(sum).toBeCloseTo(one.test - one.target, 12)
        const largest = Math.max(...gaps.map(({ size }) => size))
        if (largest <= 0) expect(dominant).toBe('none')
        else expect(gaps.filter(({ size }) => size === largest).map(({ kind }) => kind)).toContain(dominant)
        const scaled = Object.fromEntries(Object.entries(one).map(([name, value]) => [name, value * scale]))
        expect(diagnose({ train: 0, validation: 0, ...scaled }).gaps.map(({ size }) => size > 1e-12)).toEqual(
          gaps.map(({ size }) => size > 1e-12 / scale),
        )
      }),
    )
  })
})
