/** What is shown beside a situation in figures: its curve, its table of counts, its ranking of features. */
import { seedOf } from '../numbers/exercise/counts.ts'
import type { ExerciseKind } from '../numbers/exercise/exercise.ts'
import { exerciseFor } from '../numbers/exercise/make.ts'
import type { Attachment } from '../platform/card.ts'
import { drawHere, picturesFor } from './attached.ts'
import type { InterviewRecord } from './record.ts'
import { platformAt } from './voice.ts'
import type { World } from './world.ts'

/** The picture of a situation that was set in the stage of the talk; none where it has none. */
export const exhibitOf = async (
  world: Pick<World, 'platforms' | 'log' | 'draw'>,
  { id, place, interview }: InterviewRecord,
  kind: ExerciseKind,
): Promise<Attachment[]> => {
  const { stage, options } = interview.snapshot.context
  const { exhibit } = exerciseFor(kind, seedOf(id, stage))
  if (exhibit === undefined) return []
  return picturesFor(
    { log: world.log, draw: world.draw ?? drawHere },
    [{ name: exhibit.kind, picture: exhibit }],
    {
      of: `exercise-${id}`,
      files: platformAt(world, place).limits.files === true,
      language: options.language,
    },
  )
}
