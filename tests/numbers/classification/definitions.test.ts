/** Against the definitions, by brute force, and the values of known examples. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { majorityBaseline } from '../../../src/numbers/classification/baseline.ts'
import {
  calibrationCurve,
  expectedCalibrationError,
  maximumCalibrationError,
} from '../../../src/numbers/classification/calibration.ts'
import { accuracy, matthews } from '../../../src/numbers/classification/classes.ts'
import { matrixOf } from '../../../src/numbers/classification/confusion.ts'
import { cheapestThreshold, costThreshold, expectedCost } from '../../../src/numbers/classification/cost.ts'
import { countsAt, type countsOf } from '../../../src/numbers/classification/counts.ts'
import { baseEntropy, logLoss, normalisedEntropy } from '../../../src/numbers/classification/log-loss.ts'
import {
  gain,
  lift,
  recallAtFalsePositiveRate,
  recallAtPrecision,
  thresholdForCapacity,
} from '../../../src/numbers/classification/operating-point.ts'
import {
  averagePrecision,
  precisionRecallCurve,
} from '../../../src/numbers/classification/precision-recall.ts'
import { ranked, reweighted } from '../../../src/numbers/classification/ranked.ts'
import {
  falsePositiveRate,
  fBeta,
  negativePrecision,
  precision,
  precisionAtPrevalence,
  recall,
} from '../../../src/numbers/classification/rates.ts'
import { rocAuc, rocCurve } from '../../../src/numbers/classification/roc.ts'

type Row = { y: number; s: number; w: number }

/** Few distinct scores, so that ties are common; whole weights, so that a row can be written several times. */
const row = fc.record({ y: fc.nat(1), s: fc.nat(8).map((n) => n / 8), w: fc.nat(3) })
const some = fc
  .array(row, { minLength: 2, maxLength: 40 })
  .filter((all) => all.some(({ y, w }) => y === 1 && w > 0) && all.some(({ y, w }) => y === 0 && w > 0))

const columns = (all: readonly Row[]) =>
  [all.map((r) => r.y), all.map((r) => r.s), all.map((r) => r.w)] as const
const repeated = (all: readonly Row[]): Row[] =>
  all.flatMap((r) => Array.from({ length: r.w }, () => ({ ...r, w: 1 })))
const thresholds = (all: readonly Row[]): number[] =>
  [...new Set(all.filter(({ w }) => w > 0).map(({ s }) => s))].sort((a, b) => b - a)

test('the AUC is the share of pairs in the right order, a tie being half of one', () => {
  fc.assert(
    fc.property(some, (all) => {
      let [right, pairs] = [0, 0]
      for (const p of all.filter(({ y }) => y === 1)) {
        for (const n of all.filter(({ y }) => y === 0)) {
          pairs += p.w * n.w
          right += p.w * n.w * (p.s > n.s ? 1 : p.s === n.s ? 0.5 : 0)
        }
      }
      expect(rocAuc(ranked(...columns(all))).value).toBeCloseTo(right / pairs, 12)
    }),
  )
})

test('average precision adds up precision over the steps of recall', () => {
  fc.assert(
    fc.property(some, (all) => {
      const positives = all.reduce((sum, { y, w }) => sum + y * w, 0)
      let [area, before] = [0, 0]
      for (const threshold of thresholds(all)) {
        const counts = countsAt(...([columns(all)[0], columns(all)[1]] as const), threshold, columns(all)[2])
        area += (counts.tp / positives - before) * (precision(counts).value ?? 0)
        before = counts.tp / positives
      }
      expect(averagePrecision(ranked(...columns(all))).value).toBeCloseTo(area, 12)
    }),
  )
})

test('whole weights are rows written several times, and new weights need no new sorting', () => {
  fc.assert(
    fc.property(some, (all) => {
      const [y, s, w] = columns(all)
      const many = columns(repeated(all))
      const [weighted, written] = [ranked(y, s, w), ranked(many[0], many[1])]
      expect(reweighted(ranked(y, s), w)).toEqual(weighted)
      for (const of of [
        rocAuc,
        averagePrecision,
        (rows: typeof weighted) => lift(rows, 0.3),
        (rows: typeof weighted) => cheapestThreshold(rows, { falsePositive: 1, falseNegative: 3 }),
      ])
        expect(of(weighted).value).toBeCloseTo(of(written).value ?? Number.NaN, 12)
      for (const of of [logLoss, normalisedEntropy]) {
        expect(of(y, s, w).value).toBeCloseTo(of(many[0], many[1]).value ?? Number.NaN, 12)
      }
      expect(expectedCalibrationError(y, s, { weights: w }).value).toBeCloseTo(
        expectedCalibrationError(many[0], many[1]).value ?? Number.NaN,
        12,
      )
    }),
  )
})

test('the curve has an area, the AUC, whether points between equal steps are left out or not', () => {
  fc.assert(
    fc.property(some, (all) => {
      const rows = ranked(...columns(all))
      const areas = [true, false].map((every) => {
        const curve = rocCurve(rows, { every })
        if ('reason' in curve) throw new Error(curve.reason)
        let area = 0
        curve.falsePositiveRate.forEach((x, i) => {
          const dx = x - (curve.falsePositiveRate[i - 1] ?? 0)
          area += (dx * ((curve.truePositiveRate[i] ?? 0) + (curve.truePositiveRate[i - 1] ?? 0))) / 2
        })
        expect([curve.falsePositiveRate.at(-1), curve.truePositiveRate.at(-1)]).toEqual([1, 1])
        return area
      })
      for (const area of areas) expect(area).toBeCloseTo(rocAuc(rows).value ?? Number.NaN, 12)
    }),
  )
})

test('a point under a limit is the best of all thresholds', () => {
  fc.assert(
    fc.property(some, fc.nat(20), (all, twentieths) => {
      const limit = twentieths / 20
      const [y, s, w] = columns(all)
      const rows = ranked(y, s, w)
      const points = [Number.POSITIVE_INFINITY, ...thresholds(all)].map((t) => ({
        t,
        counts: countsAt(y, s, t, w),
      }))
      const best = (fits: (counts: ReturnType<typeof countsOf>) => boolean): number | undefined => {
        const found = points
          .filter(({ counts }) => fits(counts))
          .map(({ counts }) => recall(counts).value ?? 0)
        return found.length === 0 ? undefined : Math.max(...found)
      }
      const byPrecision = recallAtPrecision(rows, limit)
      const wanted = best((counts) => counts.tp > 0 && (precision(counts).value ?? -1) >= limit)
      if (wanted === undefined) expect(byPrecision.value).toBeUndefined()
      else expect(byPrecision.value).toBeCloseTo(wanted, 12)
      const byRate = recallAtFalsePositiveRate(rows, limit)
      expect(byRate.value).toBeCloseTo(
        best((counts) => (falsePositiveRate(counts).value ?? 1) <= limit) ?? 0,
        12,
      )
      const capacity = limit * 20
      const byCapacity = thresholdForCapacity(rows, capacity)
      expect(byCapacity.value).toBeCloseTo(best((counts) => counts.tp + counts.fp <= capacity) ?? 0, 12)
      for (const point of [byPrecision, byRate, byCapacity]) {
        if ('reason' in point) continue
        expect(countsAt(y, s, point.threshold, w)).toEqual(point.counts)
      }
    }),
  )
})

test('the cheapest threshold is the cheapest of all', () => {
  const cost = fc.integer({ min: -5, max: 20 })
  fc.assert(
    fc.property(some, cost, cost, cost, (all, falsePositive, falseNegative, truePositive) => {
      const costs = { falsePositive, falseNegative, truePositive }
      const [y, s, w] = columns(all)
      const found = cheapestThreshold(ranked(y, s, w), costs)
      const each = [Number.POSITIVE_INFINITY, ...thresholds(all)].map(
        (t) => expectedCost(countsAt(y, s, t, w), costs).value ?? Number.NaN,
      )
      expect(found.value).toBeCloseTo(Math.min(...each), 12)
      expect(countsAt(y, s, found.threshold, w)).toEqual(found.counts)
      expect(expectedCost(found.counts, costs).value).toBeCloseTo(found.value, 12)
    }),
  )
})

test('with probabilities that hold, the threshold of the costs is the cheapest', () => {
  // Of n rows scored k / n exactly k are positive.
  const all: Row[] = Array.from({ length: 21 }, (_, k) =>
    Array.from({ length: 20 }, (_, i) => ({ y: i < k ? 1 : 0, s: k / 20, w: 1 })),
  ).flat()
  for (const [falsePositive, falseNegative] of [
    [1, 9.1],
    [3, 1.1],
    [1, 1.01],
  ] as const) {
    const costs = { falsePositive, falseNegative }
    const theory = costThreshold(costs).value ?? Number.NaN
    const found = cheapestThreshold(ranked(...columns(all)), costs).threshold
    expect(found).toBeGreaterThanOrEqual(theory)
    expect(found - theory).toBeLessThan(0.05)
  }
})

test('lift and gain over the mean of all orders of ties', () => {
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 10 }), (all, tenths) => {
      const share = tenths / 10
      const rows = repeated(all)
      const positives = rows.filter(({ y }) => y === 1).length
      // A tie takes part with the share of it that fits.
      let [room, found] = [share * rows.length, 0]
      for (const t of thresholds(all)) {
        const tied = rows.filter(({ s }) => s === t)
        const part = Math.max(0, Math.min(1, room / tied.length))
        found += part * tied.filter(({ y }) => y === 1).length
        room -= tied.length
      }
      const ours = ranked(...columns(all))
      expect(gain(ours, share).value).toBeCloseTo(found / positives, 10)
      expect(lift(ours, share).value).toBeCloseTo(found / positives / share, 9)
    }),
  )
})

test('calibration errors from the bins, each row in one', () => {
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 12 }), fc.constantFrom('width', 'count'), (all, bins, by) => {
      const [y, s, weights] = columns(all)
      const curve = calibrationCurve(y, s, { bins, by, weights })
      const gaps = curve.map((bin) => {
        const inside = all.filter(
          ({ s: p }) => (p > bin.low || (p === bin.low && bin === curve[0])) && p <= bin.high,
        )
        const weight = inside.reduce((sum, { w }) => sum + w, 0)
        expect(bin.weight).toBe(weight)
        return Math.abs(inside.reduce((sum, r) => sum + r.w * (r.s - r.y), 0))
      })
      const total = weights.reduce((sum, w) => sum + w, 0)
      expect(expectedCalibrationError(y, s, { bins, by, weights }).value).toBeCloseTo(
        gaps.reduce((sum, one) => sum + one, 0) / total,
        12,
      )
      expect(maximumCalibrationError(y, s, { bins, by, weights }).value).toBeCloseTo(
        Math.max(...gaps.map((one, i) => one / (curve[i]?.weight ?? 1))),
        12,
      )
    }),
  )
})

describe('known values', () => {
  const y = [0, 0, 1, 1]
  const s = [0.1, 0.4, 0.35, 0.8]
  test('four rows', () => {
    expect(rocAuc(ranked(y, s)).value).toBe(0.75)
    expect(averagePrecision(ranked(y, s)).value).toBeCloseTo(0.833333, 6)
    expect(logLoss(y, s).value).toBeCloseTo(0.472288, 6)
    expect(rocAuc(ranked([0, 1, 0, 1], [0.5, 0.5, 0.2, 0.9])).value).toBe(0.875)
  })

  test('an accuracy that is barely above always saying no', () => {
    const counts = { tp: 80, fp: 40, fn: 20, tn: 9860 }
    expect(precision(counts).value).toBeCloseTo(0.6667, 4)
    expect(recall(counts).value).toBe(0.8)
    expect(fBeta(counts).value).toBeCloseTo(0.7273, 4)
    expect(accuracy(matrixOf(counts)).value).toBe(0.994)
    expect(matthews(matrixOf(counts)).value).toBeCloseTo(0.7273, 4)
    expect(falsePositiveRate(counts).value).toBeCloseTo(0.00404, 5)
    expect(negativePrecision(counts).value).toBeCloseTo(9860 / 9880, 12)
    expect(majorityBaseline([...Array(100).fill('bad'), ...Array(9900).fill('good')])).toMatchObject({
      label: 'good',
      accuracy: 0.99,
    })
  })

  test('base rates and costs', () => {
    const at = (prevalence: number, recall: number, falsePositiveRate: number) =>
      precisionAtPrevalence({ prevalence, recall, falsePositiveRate }).value
    expect(at(0.001, 0.9, 0.01)).toBeCloseTo(0.0826, 4)
    expect(at(0.0012, 0.8, 0.005)).toBeCloseTo(0.1612, 4)
    expect(costThreshold({ falsePositive: 12, falseNegative: 95 }).value).toBeCloseTo(0.1121, 4)
  })

  test('always saying the base rate has a normalised entropy of 1, a coin is above it', () => {
    const truth = [1, 0, 0, 0, 0]
    expect(normalisedEntropy(truth, Array(5).fill(0.2)).value).toBeCloseTo(1, 12)
    expect(baseEntropy(truth).value).toBeCloseTo(0.500402, 6)
    expect(normalisedEntropy(truth, Array(5).fill(0.5)).value).toBeCloseTo(Math.LN2 / 0.500402, 5)
  })

  test('constant scores: chance, the base rate, one step', () => {
    const rows = ranked([1, 0, 0, 0], [3, 3, 3, 3])
    expect(rocAuc(rows).value).toBe(0.5)
    expect(averagePrecision(rows).value).toBe(0.25)
    expect(lift(rows, 0.5).value).toBe(1)
    expect(rocCurve(rows)).toMatchObject({ falsePositiveRate: Float64Array.of(0, 1) })
    expect(precisionRecallCurve(rows)).toMatchObject({ precision: Float64Array.of(1, 0.25) })
  })

  test('a sure mistake has a large loss and no infinite one', () => {
    expect(logLoss([1, 0], [0, 0]).value).toBeCloseTo((52 * Math.LN2) / 2, 12)
  })

  test('a right precision is not lost to rounding', () => {
    const truth = Array.from({ length: 20 }, (_, i) => (i < 11 ? 1 : 0))
    expect(recallAtPrecision(ranked(truth, Array(20).fill(1)), 0.55).value).toBe(1)
  })
})
