/** An interview as whoever is asked to think sees it. */
import type { Flow } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import type { Context } from '../interview/context.ts'
import type { Entry } from '../interview/transcript.ts'

/** Where an interview stands, with the words that the context leaves to the transcript, and whose it is. */
export type Standing = {
  flow: Flow
  problem: Problem
  context: Context
  log: readonly Entry[]
  person: string
}
