/** An interview as it stands at a moment, with all that its cards speak of. */
import type { Flow } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import type { Context } from '../interview/context.ts'
import { type Phase, phaseOf } from '../interview/phase.ts'
import type { Words } from '../words/words.ts'
import { wordsOf } from './language.ts'
import type { InterviewRecord } from './record.ts'
import type { World } from './world.ts'

export type Scene = {
  flow: Flow
  problem: Problem
  context: Context
  phase: Phase
  now: number
  /** In the language of the talk. */
  words: Words
}

/** The scene of a stored interview, now. */
export const sceneOf = async (
  { library, clock }: Pick<World, 'library' | 'clock'>,
  record: Pick<InterviewRecord, 'flow' | 'problem' | 'interview'>,
): Promise<Scene> => ({
  flow: await library.flow(record.flow),
  problem: await library.problem(record.problem),
  context: record.interview.snapshot.context,
  phase: phaseOf(record.interview),
  now: clock.now(),
  words: wordsOf(record),
})
