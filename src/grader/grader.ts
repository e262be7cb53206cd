/** Who judges: given criteria and the candidate's words, a verdict and a verbatim quote for each criterion. */
import type { Criterion, Flow } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import type { Plan } from '../interview/plan.ts'
import type { Answer } from '../interview/transcript.ts'
import type { Judgement } from '../interview/verdict.ts'
import type { Errand } from '../model/model.ts'
import type { Spoken } from '../prompt/spoken.ts'

export type Case = {
  criteria: readonly Criterion[]
  /** The candidate's messages, oldest first. */
  answers: readonly Answer[]
  /** Words that are not the candidate's own: the problem's opening and what the interviewer said. */
  given: readonly string[]
  /** The talk in which they were said, for whoever reads the questions as well. */
  talk?: readonly Spoken[] | undefined
  /** Why an earlier verdict is not accepted, where one is judged anew. */
  appeal?: string | undefined
  /** The language of the reasons, for whoever can choose; quotes stay as they were said. */
  language?: string | undefined
  /** The problem that is talked about; its facts tell what is specific to it. */
  problem?: Problem | undefined
  /** The stage of each criterion; what was said in another one has to speak of its subject more plainly. */
  homes?: Plan['criteria']
  /** Words that mean the same, as the flow lists them. */
  synonyms?: Flow['synonyms'] | undefined
}

export type Grader = {
  /** Name and version, such as `lexical 1.0.0`. */
  by: string
  /** True when judging only computes: nothing is sent anywhere and it may be repeated at will. */
  local: boolean
  /** One verdict per criterion, in their order. */
  judge(task: Case, errand?: Errand): Promise<Judgement>
}
