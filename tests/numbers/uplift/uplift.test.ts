import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadInput } from '../../../src/numbers/bad-input.ts'
import { auuc, qini } from '../../../src/numbers/uplift/areas.ts'
import { areaUnder, qiniCurve, upliftCurve, upliftRows } from '../../../src/numbers/uplift/curve.ts'

type Row = { y: number; t: number; s: number; w: number }
const row = fc.record({ y: fc.nat(1), t: fc.nat(1), s: fc.nat(5), w: fc.nat(3) })
const some = fc
  .array(row, { minLength: 2, maxLength: 12 })
  .filter((all) => [0, 1].every((arm) => all.some(({ t, w }) => t === arm && w > 0)))

const of = (all: readonly Row[]) =>
  upliftRows(
    all.map((r) => r.y),
    all.map((r) => r.t),
    all.map((r) => r.s),
    all.map((r) => r.w),
  )

/** The definitions, at every score anew. */
const curves = (all: readonly Row[]) => {
  const sum = (rows: readonly Row[]): number => rows.reduce((n, { w }) => n + w, 0)
  const points = [...new Set(all.filter(({ w }) => w > 0).map(({ s }) => s))].sort((a, b) => b - a)
  const found = points.map((score) => {
    const top = all.filter(({ s }) => s >= score)
    const arm = (t: number) => top.filter((r) => r.t === t)
    const [nt, nc] = [sum(arm(1)), sum(arm(0))]
    const [yt, yc] = [1, 0].map((t) => sum(arm(t).filter(({ y }) => y === 1))) as [number, number]
    const mean = (y: number, n: number): number => (n === 0 ? 0 : y / n)
    return { n: nt + nc, uplift: (mean(yt, nt) - mean(yc, nc)) * (nt + nc), qini: yt - mean(yc, nc) * nt }
  })
  return [{ n: 0, uplift: 0, qini: 0 }, ...found]
}

test('the curves at every score, and the area under them', () => {
  fc.assert(
    fc.property(some, (all) => {
      const wanted = curves(all)
      for (const [curve, name] of [
        [upliftCurve(of(all)), 'uplift'],
        [qiniCurve(of(all)), 'qini'],
      ] as const) {
        if ('reason' in curve) throw new Error(curve.reason)
        expect([...curve.rows]).toEqual(wanted.map(({ n }) => n))
        curve.added.forEach((value, i) => {
          expect(value).toBeCloseTo(wanted[i]?.[name] ?? Number.NaN, 10)
        })
        const area = wanted.reduce((sum, point, i) => {
          const before = wanted[i - 1] ?? point
          return sum + ((point.n - before.n) * (point[name] + before[name])) / 2
        }, 0)
        expect(areaUnder(curve)).toBeCloseTo(area, 9)
      }
    }),
  )
})

/** The responses of a treatment that helps those with a high score and harms those with a low one. */
const experiment: Row[] = Array.from({ length: 400 }, (_, i) => {
  const s = i % 10
  const t = Math.floor(i / 10) % 2
  const chance = t === 1 ? s / 10 : 0.45
  return { y: (Math.floor(i / 20) * 0.618034) % 1 < chance ? 1 : 0, t, s, w: 1 }
})

test('the right order is above 0 and at most 1, the same turned over below 0, one score 0', () => {
  for (const measure of [auuc, qini]) {
    const right = measure(of(experiment)).value ?? Number.NaN
    expect(right).toBeGreaterThan(0.1)
    expect(right).toBeLessThanOrEqual(1)
    expect(measure(of(experiment.map((r) => ({ ...r, s: -r.s })))).value).toBeLessThan(-0.1)
    expect(measure(of(experiment.map((r) => ({ ...r, s: 1 })))).value).toBeCloseTo(0, 12)
    // The order that is taken for the best has 1.
    const best = experiment.map((r) => ({
      ...r,
      s: measure === qini ? r.y * (2 * r.t - 1) : (r.y === r.t ? 2 : 0) + (isMoreOutcomes ? r.y : r.t),
    }))
    expect(measure(of(best)).value).toBeCloseTo(1, 12)
  }
})
const isMoreOutcomes =
  experiment.filter((r) => r.y === 1 && r.t === 0).length >
  experiment.filter((r) => r.y === 0 && r.t === 1).length

test('six rows by hand', () => {
  // By score: treated 1, untreated 0, treated 1, untreated 1, treated 0, untreated 0.
  const rows = upliftRows([1, 0, 1, 1, 0, 0], [1, 0, 1, 0, 1, 0], [6, 5, 4, 3, 2, 1])
  expect(upliftCurve(rows)).toMatchObject({ added: Float64Array.of(0, 1, 2, 3, 2, (2 / 3 - 1 / 2) * 5, 2) })
  expect(qiniCurve(rows)).toMatchObject({ added: Float64Array.of(0, 1, 1, 2, 1, 2 - 3 / 2, 1) })
  // The area is 6 - that is 0.5 + 1 + 1.5 + 1.5 + 0.75 + 0.75 - of which random has 3, over 36.
  expect(qini(rows).area).toBeCloseTo((6 - 3) / 36, 12)
})

describe('without a value, or refused', () => {
  test('an arm that is missing, an outcome that nobody has', () => {
    expect(qini(upliftRows([0, 1], [1, 1], [1, 2]))).toMatchObject({
      value: undefined,
      reason: expect.stringContaining('is untreated'),
    })
    expect(auuc(upliftRows([0, 1], [0, 0], [1, 2]))).toMatchObject({
      reason: expect.stringContaining('is treated'),
    })
    expect(qini(upliftRows([0, 0], [0, 1], [1, 2]))).toMatchObject({
      reason: expect.stringContaining('No order'),
    })
  })
  test('a treatment that is neither', () => {
    expect(() => upliftRows([0, 1], [0, 2], [1, 2])).toThrow(BadInput)
    expect(() => upliftRows([0, 1], [0], [1, 2])).toThrow(BadInput)
  })
})
