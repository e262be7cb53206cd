/** Taking away what was opened for a talk. */
import { spotOf } from '../names.ts'
import { CODES, codeIn } from './fault.ts'
import type { Posting } from './posting.ts'
import type { Wire } from './wire.ts'

/** Deletes a thread with all that was said in it, and the message that it began with; nothing elsewhere. */
export const removalOf =
  ({ wire, posting }: { wire: Wire; posting: Posting }) =>
  async (place: string): Promise<void> => {
    const spot = spotOf(place)
    if (spot.type !== 'channel' || spot.thread === undefined) return
    try {
      await wire.call(
        { what: 'delete the thread', needs: ['ViewChannel', 'ManageThreads'] },
        { verb: 'delete', route: `/channels/${spot.thread}` },
      )
    } catch (fault) {
      if (codeIn(fault) !== CODES.noChannel) throw fault
    }
    await posting.discard(spot.channel, spot.thread)
  }
