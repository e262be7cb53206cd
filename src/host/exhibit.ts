/** What is shown beside a situation in figures: its curve, its table of counts, its ranking of features. */
import { seedOf } from '../numbers/exercise/counts.ts'
import type { ExerciseKind } from '../numbers/exercise/exercise.ts'
import { exerciseFor } from '../numbers/exercise/make.ts'
import type { Attachment } from '../platform/card.ts'
import type { InterviewRecord } from './record.ts'
import { picturesFor } from './tools/pictures.ts'
import type { World } from './world.ts'

/** The picture of a situation that was set in the stage of the talk; none where it has none. */
export const exhibitOf = async (
  world: Pick<World, 'platforms' | 'log' | 'draw'>,
  { id, place, interview }: InterviewRecord,
  kind: ExerciseKind,
): Promise<Attachment[]> => {
  const { exhibit } = exerciseFor(kind, seedOf(id, interview.snapshot.context.stage))
  return exhibit === undefined ? [] : picturesFor(world, place, `exercise-${id}`, [exhibit])
}
