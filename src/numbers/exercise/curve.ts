/** A learning curve: one on which more rows would help, or one on which they would not. */
import { numberText } from '../number-text.ts'
import type { Draw } from './draw.ts'
import type { Exercise } from './exercise.ts'

const SIZES = [5_000, 10_000, 20_000, 40_000, 80_000] as const

/** Errors in tenths of a per cent at each size. */
export const learningCurve = (draw: Draw): Omit<Exercise, 'kind' | 'criteria'> => {
  const helps = draw.whole(0, 1) === 1
  const target = draw.whole(20, 40)
  const floor = helps ? target - 10 : target + draw.whole(70, 110)
  const validation = SIZES.map((_, n) => floor + Math.round((helps ? 180 : 40) * (helps ? 0.7 : 0.35) ** n))
  const training = SIZES.map((_, n) => (helps ? 4 + 3 * n : floor - Math.round(50 * 0.3 ** n)))
  const percent = (tenths = 0): string => `${tenths / 10} %`
  const [least, most] = [numberText(SIZES[0]), numberText(SIZES[4])]
  const [v1, v5, t1, t5] = [validation[0], validation[4], training[0], training[4]].map((one) => percent(one))
  return {
    says: draw.one([
      `This is the error by the number of rows: at ${least} rows ${t1} in training and ${v1} in validation, at ${most} rows ${t5} and ${v5}. The target is ${percent(target)}. Would you pay for twice the data, and why?`,
      `From ${least} to ${most} rows, training error went from ${t1} to ${t5} and validation error from ${v1} to ${v5}; you need ${percent(target)}. Somebody offers you as many rows again. Do you take them, and why?`,
    ]),
    figures: {
      helps: helps ? 1 : 0,
      target: target / 1000,
      training: (training[4] ?? 0) / 1000,
      validation: (validation[4] ?? 0) / 1000,
    },
    derivation: [
      `gap at ${most} rows: ${v5} - ${t5} = ${percent((validation[4] ?? 0) - (training[4] ?? 0))}`,
      helps
        ? `the last doubling lowered validation by ${percent((validation[3] ?? 0) - (validation[4] ?? 0))}: it still falls`
        : `the last doubling lowered validation by ${percent((validation[3] ?? 0) - (validation[4] ?? 0))}: both have met, ${percent((training[4] ?? 0) - target)} above the target`,
    ],
    could: helps
      ? `Yes: the gap between ${t5} in training and ${v5} in validation is wide, and validation still falls with each doubling. That is variance, which more data lowers; meanwhile I would try regularisation, which is cheaper.`
      : `No: both curves have met at about ${v5} and are flat, far above ${percent(target)}. That is bias, and more rows of the same kind will not move it. I would take a larger model or better features first.`,
    exhibit: {
      kind: 'learning-curve',
      measure: 'error',
      examples: SIZES,
      training: training.map((one) => one / 1000),
      validation: validation.map((one) => one / 1000),
      goal: { name: 'target', value: target / 1000 },
    },
  }
}
