/** What has no value, and what is refused. */
import { describe, expect, test } from 'vitest'
import { BadInput } from '../../../src/numbers/bad-input.ts'
import { majorityBaseline } from '../../../src/numbers/classification/baseline.ts'
import { brierScore, calibrationCurve } from '../../../src/numbers/classification/calibration.ts'
import { averaged, balancedAccuracy, kappa, matthews } from '../../../src/numbers/classification/classes.ts'
import { confusionOf, matrixOf } from '../../../src/numbers/classification/confusion.ts'
import { cheapestThreshold, costThreshold, expectedCost } from '../../../src/numbers/classification/cost.ts'
import { countsAt, countsOf } from '../../../src/numbers/classification/counts.ts'
import { logLoss, logLossOfClasses, normalisedEntropy } from '../../../src/numbers/classification/log-loss.ts'
import {
  lift,
  recallAtFalsePositiveRate,
  recallAtPrecision,
  thresholdForCapacity,
} from '../../../src/numbers/classification/operating-point.ts'
import {
  averagePrecision,
  precisionRecallCurve,
} from '../../../src/numbers/classification/precision-recall.ts'
import { ranked } from '../../../src/numbers/classification/ranked.ts'
import {
  fBeta,
  negativePrecision,
  precision,
  recall,
  specificity,
} from '../../../src/numbers/classification/rates.ts'
import { rocAuc, rocCurve } from '../../../src/numbers/classification/roc.ts'
import { defined } from '../../../src/numbers/measure.ts'

const positive = ranked([1, 1], [0.2, 0.8])
const negative = ranked([0, 0], [0.2, 0.8])
const none = { tp: 0, fp: 0, fn: 0, tn: 0 }

describe('what has no value says why', () => {
  test.each<[string, { value?: unknown; reason?: string } | object, RegExp]>([
    ['AUC of positives', rocAuc(positive), /All rows are positive/],
    ['AUC of negatives', rocAuc(negative), /All rows are negative/],
    [
      'AUC where the other class has no weight',
      rocAuc(ranked([1, 0], [1, 2], [1, 0])),
      /All rows are positive/,
    ],
    ['ROC curve', rocCurve(negative), /All rows are negative/],
    ['average precision', averagePrecision(negative), /No row is positive/],
    ['precision-recall curve', precisionRecallCurve(negative), /No row is positive/],
    ['normalised entropy', normalisedEntropy([1, 1], [0.5, 0.9]), /one class/],
    ['recall at a precision', recallAtPrecision(negative, 0.1), /No row is positive/],
    ['recall at a precision out of reach', recallAtPrecision(ranked([0, 1], [2, 1]), 0.9), /No threshold/],
    ['recall at a rate', recallAtFalsePositiveRate(positive, 0.1), /All rows are positive/],
    ['capacity', thresholdForCapacity(negative, 1), /No row is positive/],
    ['lift', lift(negative, 0.1), /No row is positive/],
    ['precision', precision({ ...none, fn: 1 }), /Nothing was flagged/],
    ['recall', recall({ ...none, tn: 1 }), /No row is positive/],
    ['specificity', specificity({ ...none, tp: 1 }), /No row is negative/],
    ['negative precision', negativePrecision({ ...none, tp: 1 }), /Everything was flagged/],
    ['F', fBeta({ ...none, tn: 1 }), /No row is positive and nothing/],
    ['correlation', matthews(matrixOf({ tp: 1, fp: 2, fn: 0, tn: 0 })), /prediction is one class/],
    [
      'correlation of a constant truth',
      matthews(matrixOf({ tp: 1, fp: 0, fn: 3, tn: 0 })),
      /truth is one class/,
    ],
    ['kappa', kappa(matrixOf({ tp: 4, fp: 0, fn: 0, tn: 0 })), /one and the same class/],
    [
      'an average of nothing',
      averaged(matrixOf({ tp: 0, fp: 0, fn: 0, tn: 0 }), precision, 'macro'),
      /undefined for every/,
    ],
    ['balanced accuracy of nothing', balancedAccuracy(matrixOf(none)), /no rows/],
    ['cost of nothing', expectedCost(none, { falsePositive: 1, falseNegative: 1 }), /no rows/],
  ])('%s', (_, found, reason) => {
    expect(found).toHaveProperty('value', undefined)
    expect((found as { reason: string }).reason).toMatch(reason)
  })

  test('what has one nonetheless', () => {
    expect(averagePrecision(positive).value).toBe(1)
    expect(logLoss([1, 1], [0.5, 0.5]).value).toBeCloseTo(Math.LN2, 12)
    expect(fBeta({ ...none, fn: 1 }).value).toBe(0)
    expect(recallAtFalsePositiveRate(ranked([0, 1], [2, 1]), 0)).toMatchObject({
      value: 0,
      threshold: Number.POSITIVE_INFINITY,
      counts: { tp: 0, fp: 0, fn: 1, tn: 1 },
    })
    expect(cheapestThreshold(negative, { falsePositive: 1, falseNegative: 5 })).toMatchObject({
      value: 0,
      threshold: Number.POSITIVE_INFINITY,
    })
    expect(majorityBaseline([2, 1, 1, 2]).label).toBe(1)
  })

  test('no measure is NaN', () => expect(() => defined(Number.NaN)).toThrow(RangeError))
})

describe('what is refused names row, column, value and mend', () => {
  test.each<[string, () => unknown, Partial<BadInput>]>([
    ['no rows', () => ranked([], []), { column: 'truth' }],
    ['unequal lengths', () => ranked([0, 1], [1]), { column: 'scores', value: 1, row: 1 }],
    ['a gap', () => ranked([0, 1, 1], [1, 2, Number.NaN]), { column: 'scores', row: 2, value: Number.NaN }],
    [
      'a score without end',
      () => ranked([0, 1], [1, Number.POSITIVE_INFINITY]),
      { column: 'scores', row: 1 },
    ],
    ['a label outside', () => ranked([0, 2], [1, 1]), { column: 'truth', row: 1, value: 2 }],
    [
      'a label outside of bytes',
      () => countsOf(Uint8Array.of(0, 7), [1, 1]),
      { column: 'truth', row: 1, value: 7 },
    ],
    [
      'a label that a byte would swallow',
      () => countsOf([0, 256], [1, 1]),
      { column: 'truth', row: 1, value: 256 },
    ],
    ['a weight below 0', () => ranked([0, 1], [1, 1], [1, -1]), { column: 'weights', row: 1, value: -1 }],
    ['no weight at all', () => ranked([0, 1], [1, 1], [0, 0]), { column: 'weights' }],
    [
      'a logit as probability',
      () => logLoss([0, 1], [0.2, 1.3]),
      { column: 'probabilities', row: 1, value: 1.3 },
    ],
    ['a margin as probability', () => brierScore([0, 1], [-0.1, 1]), { column: 'probabilities', row: 0 }],
    ['no bins', () => calibrationCurve([0, 1], [0, 1], { bins: 0 }), { column: 'bins', value: 0 }],
    [
      'a label that is none of the classes',
      () => confusionOf(['a', 'b'], ['a', 'x'], { classes: ['a', 'b'] }),
      { column: 'predicted', row: 1, value: 'x' },
    ],
    ['words and numbers', () => confusionOf(['a', 1], ['a', 1]), { column: 'labels', value: 1 }],
    ['a class named twice', () => confusionOf(['a'], ['a'], { classes: ['a', 'a'] }), { column: 'classes' }],
    ['a label that is none', () => confusionOf([Number.NaN], [1]), { row: 0 }],
    [
      'chances that do not add up',
      () => logLossOfClasses(['a', 'b'], ['a', 'b'], [0.5, 0.5, 0.5, 0.6]),
      { column: 'probabilities', row: 1 },
    ],
    [
      'a class without a column',
      () => logLossOfClasses(['c'], ['a', 'b'], [0.5, 0.5]),
      { column: 'truth', row: 0 },
    ],
    ['a threshold that is none', () => countsAt([0, 1], [0, 1], Number.NaN), { column: 'threshold' }],
    ['a share of nothing', () => lift(positive, 0), { column: 'share', value: 0 }],
    ['a precision above 1', () => recallAtPrecision(positive, 90), { column: 'precision', value: 90 }],
    [
      'costs the wrong way round',
      () => costThreshold({ falsePositive: -1, falseNegative: 5 }),
      { column: 'falsePositive', value: -1 },
    ],
    [
      'a cost that is none',
      () => expectedCost(none, { falsePositive: Number.NaN, falseNegative: 5 }),
      { column: 'falsePositive' },
    ],
  ])('%s', (_, work, fault) => {
    let found: unknown
    try {
      work()
    } catch (error) {
      found = error
    }
    expect(found).toBeInstanceOf(BadInput)
    expect(found).toMatchObject(fault)
    const { mend, message, column } = found as BadInput
    if (column !== 'threshold') expect(message).toContain(mend ?? 'no mend')
  })
})

test('columns that are given are never written to', () => {
  const truth = Object.freeze([0, 1, 0, 1])
  const scores = Float64Array.of(0.3, -0, 0.9, 0)
  const weights = Float64Array.of(1, 2, 0, 1)
  const before = [scores.slice(), weights.slice()]
  const rows = ranked(truth, scores, weights)
  rocCurve(rows)
  calibrationCurve(truth, scores, { by: 'count', weights })
  expect([scores, weights]).toEqual(before)
  // -0 is 0, so that it ties.
  expect(rocAuc(ranked([0, 1], [-0, 0])).value).toBe(0.5)
})
