/** An answer judged outside of an interview, at once. */
import { upheld } from '../grader/evidence.ts'
import type { Case } from '../grader/grader.ts'
import type { Judgement } from '../interview/verdict.ts'
import { unsaid } from './unsaid.ts'
import type { World } from './world.ts'

/** By whom is configured; where that fails, by the one that needs no model. */
export const judged = async (
  { grader, log }: Pick<World, 'grader' | 'log'>,
  task: Case,
): Promise<Judgement> => {
  const judge = async (by: World['grader']['usual']) => upheld(await by.judge(task), task.answers)
  try {
    return await judge(grader.usual)
  } catch (error) {
    const written = task.answers.map(({ text }) => text)
    log('warn', 'the grader failed, and the stand-in graded an answer', {
      reason: unsaid(String(error), written),
    })
    return judge(grader.standIn)
  }
}
