/** Words of the edge itself, to one person alone. */

import { reasonOf } from '../../../reason.ts'
import { recallOf } from '../../../recall.ts'
import type { Complaints } from '../../complaints.ts'
import type { Platform } from '../../platform.ts'
import { messagesOf } from '../drawing/blocks.ts'
import type { Door } from './door.ts'
import type { At } from './whose.ts'

/** What can be answered at once to a command, or at its response address. */
export type Answer = ReturnType<typeof answerOf>

/** An answer that nobody else sees, in what every workspace can show: nobody learns here what one cannot. */
export const answerOf = (text: string) => ({
  response_type: 'ephemeral' as const,
  replace_original: false,
  ...(messagesOf({ tone: 'answer', text }, { plain: true })[0] ?? { text }),
})

export type Tell = (at: Pick<At, 'person' | 'place'>, text: string, id: string) => void

/** What was told lately is not told again when the same is tried again. */
const REMEMBERED = 1_000

/** Tells a person something where they are, without anybody waiting for it. */
export const tellOf = (needs: {
  say: Platform['say']
  door: Pick<Door, 'busy' | 'isClosed'>
  complaints: Pick<Complaints, 'complain'>
}): Tell => {
  const told = recallOf<true>(REMEMBERED)
  return ({ person, place }, text, id) => {
    // What is not taken because the bot stops is taken when it runs again.
    if (told.get(id) || needs.door.isClosed()) return
    told.set(id, true)
    const telling = needs.say(place, { tone: 'notice', text, only: person }, id).catch((error: unknown) => {
      told.delete(id)
      needs.complaints.complain('warn', 'Somebody could not be told what is wrong.', {
        reason: reasonOf(error),
      })
    })
    needs.door.busy(telling)
  }
}
