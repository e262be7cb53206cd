import { describe, expect, test } from 'vitest'
import {
  huberLoss,
  meanAbsoluteError,
  meanSquaredError,
  medianAbsoluteError,
  pinballLoss,
  rootMeanSquaredError,
} from '../../../src/numbers/regression/errors.ts'
import {
  meanAbsolutePercentageError,
  rSquared,
  weightedAbsolutePercentageError,
} from '../../../src/numbers/regression/relative.ts'
import { expectNear, reference } from '../reference.ts'

type Case = {
  truth: number[]
  predicted: number[]
  weights: number[] | null
  expected: Record<string, number>
}
const cases = reference('regression') as Case[]

describe.each(cases.map((one, at) => [at, one] as const))('case %i as in scikit-learn', (_, one) => {
  const rest = [Float64Array.from(one.truth), one.predicted] as const
  const weights = one.weights ?? undefined
  test.each([
    ['mse', meanSquaredError(...rest, weights)],
    ['rmse', rootMeanSquaredError(...rest, weights)],
    ['mae', meanAbsoluteError(...rest, weights)],
    ['median', medianAbsoluteError(...rest, weights)],
    ['mape', meanAbsolutePercentageError(...rest, weights)],
    ['wape', weightedAbsolutePercentageError(...rest, weights)],
    ['r2', rSquared(...rest, weights)],
    ['huber', huberLoss(...rest, 1.35, weights)],
    ['pinball', pinballLoss(...rest, 0.9, weights)],
  ])('%s', (name, { value }) => {
    expect(one.expected[name]).toBeTypeOf('number')
    expectNear(value, one.expected[name])
  })
})
