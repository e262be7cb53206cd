/** All that the judge's prompt may tell of what is to be judged; a grader's case has it all but the talk and the appeal. */
import type { Criterion } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import type { Answer } from '../interview/transcript.ts'
import type { Spoken } from './spoken.ts'

export type Task = {
  criteria: readonly Criterion[]
  /** The candidate's messages, oldest first. */
  answers: readonly Answer[]
  /** Words that are not the candidate's own, shown where there is no talk. */
  given: readonly string[]
  problem?: Problem | undefined
  /** What was said to and fro, so that each answer stands below its question; only the `answers` of it are shown as such. */
  talk?: readonly Spoken[] | undefined
  /** Why the person does not accept a verdict. */
  appeal?: string | undefined
  /** The language of the reasons, by its English name or its code; English when absent. */
  language?: string | undefined
}
