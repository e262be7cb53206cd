/** Who says afterwards what could have been said: given a talk and the points that were not met, a sentence for some. */
import type { Flow } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import type { Lesson } from '../interview/lesson.ts'
import type { Entry } from '../interview/transcript.ts'
import type { Errand } from '../model/model.ts'
import type { OpenPoint } from '../prompt/teach.ts'

/** An attempt that is over and judged. */
export type Review = {
  /** What was not met, or in part; the most valuable first. */
  points: readonly OpenPoint[]
  flow: Flow
  problem: Problem
  /** Ids of the facts that were told. */
  revealed: readonly string[]
  log: readonly Entry[]
  /** Which attempt, 0 being the interview itself. */
  attempt: number
  /** As a code such as `de`; that of the candidate where it is absent. */
  language?: string | undefined
  /** The interview's id. */
  seed: string
}

export type Teacher = {
  /** Name and version. */
  by: string
  /** At most one for each point, each at a message of the candidate; none where nothing fits. */
  teach(review: Review, errand?: Errand): Promise<Lesson[]>
}
