/** The clock of an interview: what was planned per stage, what was spent, what is left. All in milliseconds. */
import type { Flow, Stage } from '../flow/flow.ts'
import type { Context } from './context.ts'

const MINUTE = 60_000

/** What the stage may take when the whole interview takes `minutes`. */
export const planned = (flow: Flow, stage: Stage, minutes: number): number =>
  (stage.minutes / flow.minutes) * minutes * MINUTE

/** What the stage has taken until `at`, pauses left out. */
export const spentIn = (context: Context, stage: string, at: number): number =>
  (context.spent[stage] ?? 0) +
  (context.stage === stage && context.since !== null ? Math.max(0, at - context.since) : 0)

/** What all stages have taken until `at`. */
export const spentInAll = (context: Context, at: number): number =>
  context.opened.reduce((sum, stage) => sum + spentIn(context, stage, at), 0)
