/** The score of one single answer, for practice with one question at a time. */
import type { Stage } from '../../flow/flow.ts'
import type { Verdict } from '../verdict.ts'
import { SCORING } from './scoring.ts'
import { marksOf, worth } from './stage-mark.ts'

/**
 * From 0 to 1: under .25 nothing of use, .25 to .5 weak, .5 to .75 solid, from .75 outstanding.
 *
 * No message of 40 to 220 words can hold a whole stage, so the score is no share of it: every two points of weight
 * (one heavy criterion, or two usual ones, clear) close half of what is left to 1. Never falls when a verdict rises.
 */
export const answerScore = (stage: Stage, verdicts: readonly Verdict[]): number => {
  const marks = marksOf(verdicts)
  const points = stage.criteria.reduce((sum, criterion) => sum + worth(criterion, marks), 0)
  return 1 - 2 ** (-points / SCORING.answer.halving)
}
