/** A situation in figures that the interviewer sets, and what its figures show. */

/** What is wrong in the situation; the candidate is to find it and to say what helps. */
export const EXERCISES = [
  'bias',
  'variance',
  'mismatch',
  'base-rate',
  'offline-online',
  'leak',
  'learning-curve',
  'missingness',
] as const
export type ExerciseKind = (typeof EXERCISES)[number]

/** A picture that belongs to the situation; shares and errors from 0 to 1. */
export type Exhibit =
  | {
      kind: 'learning-curve'
      measure: string
      examples: readonly number[]
      training: readonly number[]
      validation: readonly number[]
      goal: { name: string; value: number }
    }
  | { kind: 'confusion'; labels: readonly string[]; counts: readonly (readonly number[])[] }
  | { kind: 'importance'; measure: string; features: readonly { name: string; value: number }[] }

export type Exercise = {
  kind: ExerciseKind
  /** Ids of the criteria that its answer counts for, the most fitting first. */
  criteria: readonly string[]
  /** The situation with its figures and one question, as the interviewer says it. */
  says: string
  /** The figures by name, such as `training` and `validation`, as shares from 0 to 1 or as counts. */
  figures: Readonly<Record<string, number>>
  /** What the figures show, line by line, for the report. */
  derivation: readonly string[]
  /** What a full answer would have said, in two or three sentences. */
  could: string
  exhibit?: Exhibit
}
