/** The score of one single answer, for practice with one question at a time. */
import type { Stage } from '../../flow/flow.ts'
import type { Mark, Verdict } from '../verdict.ts'
import { SCORING } from './scoring.ts'
import { marksOf } from './stage-mark.ts'

/**
 * From 0 to 1: under .25 nothing of use, .25 to .5 weak, .5 to .75 solid, from .75 outstanding.
 *
 * No message of 40 to 220 words can hold a whole stage, so the score is no share of it: every `halving` points of weight
 * close half of what is left to 1. What is only named adds up to `named` at most, and each of the `flags`, things said
 * that are wrong, costs `flagged`. Never falls when a verdict rises.
 */
export const answerScore = (stage: Stage, verdicts: readonly Verdict[], flags = 0): number => {
  const { halving, partial, named, flagged } = SCORING.answer
  const marks = marksOf(verdicts)
  const weight = (mark: Mark): number =>
    stage.criteria.reduce((sum, { id, weight }) => sum + (marks.get(id) === mark ? weight : 0), 0)
  const points = weight(2) + Math.min(named, partial * weight(1)) - flagged * flags
  return 1 - 2 ** (-Math.max(0, points) / halving)
}
