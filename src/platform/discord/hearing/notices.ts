/** Words of the edge itself about what could not be kept, said where it was said. */
import { reasonOf } from '../../../reason.ts'
import { recallOf } from '../../../recall.ts'
import type { Heard, Platform } from '../../platform.ts'
import { spotOf } from '../names.ts'

export type Notices = {
  /** Tells it, once for as long as nothing goes well at that place. */
  tell(heard: Heard, text: string): void
  /** Something was kept there. */
  well(place: string): void
  /** Somebody could not be told. */
  unsaid(error: unknown): void
}

type Needs = {
  say: Platform['say']
  busy(work: Promise<unknown>): void
  complain(what: string, details: { reason: string }): void
}

const REMEMBERED = 1_000

export const noticesOf = ({ say, busy, complain }: Needs): Notices => {
  const told = recallOf<string>(REMEMBERED)
  const unsaid = (error: unknown): void => complain(UNSAID, { reason: reasonOf(error) })
  return {
    unsaid,
    tell(heard, text) {
      if (told.get(heard.place) === text || !isOurs(heard)) return
      told.set(heard.place, text)
      busy(say(heard.place, { tone: 'notice', text }, `${heard.id}.${text.length}.unstored`).catch(unsaid))
    },
    well: (place) => told.delete(place),
  }
}

const UNSAID = 'Somebody could not be told what is wrong.'

/** Among people who talk in a channel without the bot, it says nothing. */
const isOurs = (heard: Heard): boolean => {
  const spot = spotOf(heard.place)
  const among = spot.type === 'channel' && spot.thread === undefined
  return !among || ('manner' in heard && heard.manner === 'direct')
}
