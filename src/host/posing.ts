/** Situations in figures: whether one may be set, and what was said to those that were. */
import type { Posing } from '../grader/worked.ts'
import type { Context } from '../interview/context.ts'
import type { Answer } from '../interview/transcript.ts'
import { seedOf } from '../numbers/exercise/counts.ts'
import { exerciseFor } from '../numbers/exercise/make.ts'
import type { Standing } from './standing.ts'

/** One in each stage, and none in another go at it. */
export const mayPose = ({ retrying, posed = [] }: Context, stage: string): boolean =>
  retrying === null && !posed.some((one) => one.stage === stage)

/** The situations that some of these messages answer, each with the messages that do. */
export const posingsOf = ({ context: { id, posed = [] } }: Standing, answers: readonly Answer[]): Posing[] =>
  posed.flatMap(({ kind, stage, entry, until = Number.POSITIVE_INFINITY }) => {
    const own = answers.filter((one) => one.attempt === 0 && one.entry > entry && one.entry < until)
    return own.length === 0 ? [] : [{ exercise: exerciseFor(kind, seedOf(id, stage)), answers: own }]
  })
