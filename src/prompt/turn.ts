/** All that the interviewer's prompt may tell of one turn; a brief has it all but the talk and the language. */
import type { Flow, Stage } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import type { Coverage, Options } from '../interview/context.ts'
import type { Purpose } from '../interview/effects.ts'
import type { Spoken } from './spoken.ts'

export type Turn = {
  purpose: Purpose
  flow: Flow
  problem: Problem
  stage: Stage
  options: Options
  covered: Coverage
  probed: Readonly<Record<string, number>>
  skipped: readonly string[]
  focus: string | null
  revealed: readonly string[]
  /** The whole talk so far, the messages of this turn among it. */
  talk: readonly Spoken[]
  /** Share of the stage's time that has passed; 1 is its plan. */
  elapsed: number
  /** The language to speak, by its English name or its code; that of the candidate's last message when absent. */
  language?: string | undefined
  /** The change of requirement to be told, where it is not the problem's own. */
  twist?: string | undefined
  /** What was wrong with the reply just given, where it is asked for once more. */
  fault?: string | undefined
}
