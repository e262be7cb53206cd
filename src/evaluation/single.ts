/** One answer, judged by itself: the same for `mlsd grade` and for the evaluation. */
import type { Flow } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import { upheld } from '../grader/evidence.ts'
import type { Grader } from '../grader/grader.ts'
import { planOf } from '../interview/plan.ts'
import { answerScore } from '../interview/score/answer-score.ts'
import type { Flagged, Verdict } from '../interview/verdict.ts'

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
}

/**
 * Judges an answer against the criteria of its stage, as its problem asks for them; every mark rests on words that were
 * said. Throws when the flow has no such stage.
 */
export const gradeSingle = async (
  grader: Grader,
  { flow, stage: id, problem, asked, messages }: Single,
): Promise<SingleGrade> => {
  const stage = planOf(flow).stage(id)
  const answers = messages.map((text, entry) => ({ entry, at: entry, stage: id, text, attempt: 0 }))
  const judgement = await grader.judge({
    criteria: stage.criteria.filter(({ measured }) => measured === undefined),
    answers,
    given: [...(problem ? [problem.opening] : []), stage.opening, ...(asked === undefined ? [] : [asked])],
    problem,
    synonyms: flow.synonyms,
  })
  const { verdicts, flags, assessed } = upheld(judgement, answers)
  return { score: assessed ? answerScore(stage, verdicts, flags.length) : null, verdicts, flags }
}
