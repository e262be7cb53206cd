import { describe, expect, test } from 'vitest'
import { brierScore, calibrationCurve } from '../../../src/numbers/classification/calibration.ts'
import {
  accuracy,
  averaged,
  balancedAccuracy,
  kappa,
  matthews,
} from '../../../src/numbers/classification/classes.ts'
import { confusionOf, type Label, matrixOf } from '../../../src/numbers/classification/confusion.ts'
import { countsAt } from '../../../src/numbers/classification/counts.ts'
import { logLoss, logLossOfClasses } from '../../../src/numbers/classification/log-loss.ts'
import {
  averagePrecision,
  precisionRecallCurve,
} from '../../../src/numbers/classification/precision-recall.ts'
import { ranked } from '../../../src/numbers/classification/ranked.ts'
import { fBeta, precision, recall, specificity } from '../../../src/numbers/classification/rates.ts'
import { rocAuc, rocCurve } from '../../../src/numbers/classification/roc.ts'
import { isDefined, type Undefined } from '../../../src/numbers/measure.ts'
import { expectNear, reference } from '../reference.ts'

type Binary = {
  truth: number[]
  scores: number[]
  weights: number[] | null
  threshold: number
  expected: Record<string, number> & {
    roc: number[][]
    rocFull: number[][]
    pr: number[][]
    confusion: number[]
    calibration?: Record<'uniform' | 'quantile', { observed: number[]; predicted: number[] }>
  }
}
type Multi = {
  truth: Label[]
  predicted: Label[]
  weights: number[] | null
  classes: Label[]
  probabilities: number[]
  expected: Record<string, number> &
    Record<'macro' | 'micro' | 'weighted', Record<string, number>> & { confusion: number[] }
}

const { binary, classes } = reference('classification') as { binary: Binary[]; classes: Multi[] }

const curveOf = <T extends object>(curve: T | Undefined): T => {
  if (!isDefined(curve)) throw new Error('there is no curve')
  return curve
}

describe.each(binary.map((one, at) => [at, one] as const))('binary case %i as in scikit-learn', (_, one) => {
  const weights = one.weights ?? undefined
  const { expected } = one
  const rows = ranked(Uint8Array.from(one.truth), Float64Array.from(one.scores), weights)

  test('areas and losses', () => {
    expectNear(rocAuc(rows).value, expected.auc)
    expectNear(averagePrecision(rows).value, expected.ap)
    expectNear(logLoss(one.truth, one.scores, weights).value, expected.logLoss)
    expectNear(brierScore(one.truth, one.scores, weights).value, expected.brier)
  })

  test('every point of the curves', () => {
    for (const [every, wanted] of [
      [false, expected.roc],
      [true, expected.rocFull],
    ] as const) {
      const curve = curveOf(rocCurve(rows, { every }))
      expect(curve.thresholds[0]).toBe(Number.POSITIVE_INFINITY)
      expectNear(
        [[...curve.falsePositiveRate], [...curve.truePositiveRate], [...curve.thresholds.slice(1)]],
        wanted,
      )
    }
    const curve = curveOf(precisionRecallCurve(rows))
    expectNear([[...curve.precision], [...curve.recall], [...curve.thresholds.slice(1)]], expected.pr)
  })

  test('what a threshold gives', () => {
    const counts = countsAt(one.truth, one.scores, one.threshold, weights)
    const matrix = matrixOf(counts)
    expectNear([...matrix.counts], expected.confusion)
    expectNear(precision(counts).value, expected.precision)
    expectNear(recall(counts).value, expected.recall)
    expectNear(specificity(counts).value, expected.specificity)
    expectNear(fBeta(counts).value, expected.f1)
    expectNear(fBeta(counts, 2).value, expected.f2)
    expectNear(fBeta(counts, 0.5).value, expected.fHalf)
    expectNear(accuracy(matrix).value, expected.accuracy)
    expectNear(balancedAccuracy(matrix).value, expected.balanced)
    expectNear(matthews(matrix).value, expected.matthews)
    expectNear(kappa(matrix).value, expected.kappa)
  })

  test('the calibration curve, where there are no weights', () => {
    if (expected.calibration === undefined) return expect(one.weights).not.toBeNull()
    for (const [by, bins, wanted] of [
      ['width', 10, expected.calibration.uniform],
      ['count', 7, expected.calibration.quantile],
    ] as const) {
      const curve = calibrationCurve(one.truth, one.scores, { by, bins })
      expectNear(
        curve.map((bin) => bin.predicted),
        wanted.predicted,
      )
      expectNear(
        curve.map((bin) => bin.observed),
        wanted.observed,
      )
      expectNear(
        curve.reduce((sum, bin) => sum + bin.weight, 0),
        one.truth.length,
      )
    }
  })
})

describe.each(classes.map((one, at) => [at, one] as const))(
  'case %i of classes as in scikit-learn',
  (_, one) => {
    const weights = one.weights ?? undefined
    const matrix = confusionOf(one.truth, one.predicted, weights === undefined ? {} : { weights })
    const { expected } = one

    test('the matrix and what it says', () => {
      expect(matrix.classes).toEqual(one.classes)
      expectNear([...matrix.counts], expected.confusion)
      expectNear(accuracy(matrix).value, expected.accuracy)
      expectNear(balancedAccuracy(matrix).value, expected.balanced)
      expectNear(matthews(matrix).value, expected.matthews)
      expectNear(kappa(matrix).value, expected.kappa)
      expectNear(kappa(matrix, 'linear').value, expected.kappaLinear)
      expectNear(kappa(matrix, 'quadratic').value, expected.kappaQuadratic)
      expectNear(logLossOfClasses(one.truth, one.classes, one.probabilities, weights).value, expected.logLoss)
    })

    test.each(['macro', 'micro', 'weighted'] as const)('%s averages', (how) => {
      const of = expected[how]
      expectNear(averaged(matrix, precision, how).value, of.precision)
      expectNear(averaged(matrix, recall, how).value, of.recall)
      expectNear(averaged(matrix, fBeta, how).value, of.f1)
      expectNear(averaged(matrix, (counts) => fBeta(counts, 2), how).value, of.f2)
    })
  },
)
