/** An interview as it stands at a moment, with all that its cards speak of. */
import type { Flow } from '../flow/flow.ts'
import type { Problem } from '../flow/problem.ts'
import type { Context } from '../interview/context.ts'
import type { InterviewRecord } from './record.ts'
import type { World } from './world.ts'

export type Scene = {
  flow: Flow
  problem: Problem
  context: Context
  value: InterviewRecord['interview']['snapshot']['value']
  now: number
}

/** The scene of a stored interview, now. */
export const sceneOf = async (
  { library, clock }: Pick<World, 'library' | 'clock'>,
  { flow, problem, interview }: Pick<InterviewRecord, 'flow' | 'problem' | 'interview'>,
): Promise<Scene> => ({
  flow: await library.flow(flow),
  problem: await library.problem(problem),
  ...interview.snapshot,
  now: clock.now(),
})
