/** Words to one person alone. */
import type { Card } from '../platform/card.ts'
import { type Heard, PlatformFault } from '../platform/platform.ts'
import { voiceAt } from './voice.ts'
import type { World } from './world.ts'

/** The place, or our leave to speak there, is gone for good. */
export const isLost = (error: unknown): error is PlatformFault =>
  error instanceof PlatformFault && error.kind === 'gone'

/** Tells somebody something where they are; once that place is gone, in their direct messages. */
export const tell = async (
  world: Pick<World, 'platforms' | 'log'>,
  { person, place }: Pick<Heard, 'person' | 'place'>,
  card: Card,
  id: string,
  again: boolean,
): Promise<void> => {
  try {
    await voiceAt(world, place)({ ...card, only: person }, id, again)
  } catch (error) {
    if (!isLost(error)) throw error
    if (place !== person) return tell(world, { person, place: person }, card, id, again)
    world.log('warn', 'somebody cannot be told something any more', { person, reason: error.message })
  }
}
