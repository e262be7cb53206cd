/** An estimate with the range that its uncertainty leaves. */
import { demandWithin } from '../columns.ts'
import type { Defined } from '../measure.ts'

/** The estimate `value`, the ends of its interval, the confidence `level` (0.95 is 95 %), and how it was made. */
export type Interval = Defined & { low: number; high: number; level: number; method: string }

/** Two-sided p and the statistic it comes from. */
export type Test = { statistic: number; p: number; method: string }

/** Throws BadInput for a confidence level that does not lie between 0 and 1. */
export const demandLevel = (level: number): void =>
  demandWithin('level', level, Number.EPSILON, 1 - Number.EPSILON)

/** Throws BadInput for a probability, such as a power or a rate, that does not lie between 0 and 1. */
export const demandBetween = (name: string, value: number): void =>
  demandWithin(name, value, Number.MIN_VALUE, 1 - Number.EPSILON)
