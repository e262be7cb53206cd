/** What each situation counts for: ids of criteria, the one that it is about first. */
import type { ExerciseKind } from './exercise.ts'

export const COUNTS_FOR: Readonly<Record<ExerciseKind, readonly string[]>> = {
  bias: ['BV2', 'BV1'],
  variance: ['BV2', 'BV1'],
  mismatch: ['BV3', 'BV1'],
  'base-rate': ['ME2', 'ME3', 'ME1'],
  'offline-online': ['ME2', 'ME1', 'ME3'],
  leak: ['FI3', 'FI2'],
  'learning-curve': ['BV3', 'BV2'],
  missingness: ['DX4', 'DX5'],
}

/** The seed of the situation that is set in a stage of an interview: the same as often as it is made. */
export const seedOf = (interview: string, stage: string): string => `${interview} ${stage}`
