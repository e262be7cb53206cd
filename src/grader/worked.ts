/** Situations in figures, graded in code and added to what a judge said. */
import type { Answer } from '../interview/transcript.ts'
import type { Judgement, Verdict } from '../interview/verdict.ts'
import type { Exercise } from '../numbers/exercise/exercise.ts'
import { gradeExercise } from './exercise/exercise.ts'
import type { Case } from './grader.ts'

/** A situation that was set, with the messages that answer it. */
export type Posing = { exercise: Exercise; answers: readonly Answer[] }

/**
 * The judgement with what the answers to situations in figures come to: of two verdicts on a criterion the better one
 * stands, and only criteria that were asked for are touched.
 */
export const withWorked = (
  judgement: Judgement,
  { criteria }: Pick<Case, 'criteria'>,
  posings: readonly Posing[],
): Judgement => {
  if (posings.length === 0) return judgement
  const graded = posings.map(({ exercise, answers }) => ({
    exercise,
    ...gradeExercise(exercise, answers.map(({ text }) => text).join('\n\n')),
  }))
  const asked = new Set(criteria.map(({ id }) => id))
  const best = new Map<string, Verdict>()
  for (const verdict of graded.flatMap(({ verdicts }) => verdicts))
    if (asked.has(verdict.criterion) && verdict.verdict > (best.get(verdict.criterion)?.verdict ?? 0))
      best.set(verdict.criterion, verdict)
  const verdicts = judgement.verdicts.map((verdict) => {
    const other = best.get(verdict.criterion)
    return other !== undefined && other.verdict > verdict.verdict ? other : verdict
  })
  const worked = graded.map(({ exercise: { kind }, diagnosis, remedy, quotes }) => ({
    kind,
    diagnosis,
    remedy,
    quote: quotes.diagnosis ?? quotes.remedy ?? '',
  }))
  return { ...judgement, verdicts, worked }
}
