/** One answer, judged by itself: the same for `mlsd grade` and for the evaluation. */
import type { Flow } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import { upheld } from '../grader/evidence.ts'
import type { Case, Grader } from '../grader/grader.ts'
import { planOf } from '../interview/plan.ts'
import { answerScore } from '../interview/score/answer-score.ts'
import type { Agreement, Flagged, Verdict } from '../interview/verdict.ts'

export type Single = {
  flow: Flow
  /** The id of a stage of the flow. */
  stage: string
  /** What it is about, where that is known. */
  problem?: Problem | undefined
  /** The question that is answered, beside the stage's own. */
  asked?: string | undefined
  /** What was said, one message after another. */
  messages: readonly string[]
}

export type SingleGrade = {
  /** From 0 to 1; null when the answer is in a language that the grader does not know. */
  score: number | null
  verdicts: Verdict[]
  /** What was said that is wrong; each of them costs. */
  flags: Flagged[]
  /** How far a judge that asks twice agreed with itself. */
  agreement?: Agreement
}

/** All that a grader is told of an answer; throws when the flow has no such stage. */
export const caseOf = ({ flow, stage: id, problem, asked, messages }: Single): Case => {
  const stage = planOf(flow).stage(id)
  return {
    criteria: stage.criteria.filter(({ measured }) => measured === undefined),
    answers: messages.map((text, entry) => ({ entry, at: entry, stage: id, text, attempt: 0 })),
    given: [...(problem ? [problem.opening] : []), stage.opening, ...(asked === undefined ? [] : [asked])],
    problem,
    synonyms: flow.synonyms,
  }
}

/**
 * Judges an answer against the criteria of its stage, as its problem asks for them; every mark rests on words that were
 * said. Throws when the flow has no such stage.
 */
export const gradeSingle = async (
  grader: Grader,
  single: Single,
  errand?: Parameters<Grader['judge']>[1],
): Promise<SingleGrade> => {
  const told = caseOf(single)
  const judgement = await grader.judge(told, errand)
  const { verdicts, flags, assessed, agreement } = upheld(judgement, told.answers)
  const score = assessed ? answerScore(planOf(single.flow).stage(single.stage), verdicts, flags.length) : null
  return { score, verdicts, flags, ...(agreement && { agreement }) }
}
