/** A situation in figures of a kind, made from a seed. */
import { COUNTS_FOR } from './counts.ts'
import { learningCurve } from './curve.ts'
import { type Draw, drawing } from './draw.ts'
import { bias, mismatch, variance } from './errors.ts'
import type { Exercise, ExerciseKind } from './exercise.ts'
import { leak, missingness } from './features.ts'
import { baseRate, offlineOnline } from './metrics.ts'

/** The same kind and seed make the same situation, with figures that leave no doubt of what they show. */
export const exerciseFor = (kind: ExerciseKind, seed: string): Exercise => ({
  kind,
  criteria: COUNTS_FOR[kind],
  ...MAKERS[kind](drawing(`${seed} ${kind}`)),
})

const MAKERS: Readonly<Record<ExerciseKind, (draw: Draw) => Omit<Exercise, 'kind' | 'criteria'>>> = {
  bias,
  variance,
  mismatch,
  'base-rate': baseRate,
  'offline-online': offlineOnline,
  leak,
  'learning-curve': learningCurve,
  missingness,
}
