/** Speaking in Discord. */
import type { Clock } from '../../../clock.ts'
import type { Log } from '../../log.ts'
import { outletOf } from '../../outlet.ts'
import type { Platform } from '../../platform.ts'
import type { Shelf } from '../../shelf.ts'
import { type About, aboutOf } from '../about.ts'
import type { Fresh } from '../fresh.ts'
import { keptPresses, type Presses } from '../kept.ts'
import { spotOf } from '../names.ts'
import { load } from './files.ts'
import { headingsOf } from './heading.ts'
import { openingOf } from './opening.ts'
import { postingOf } from './posting.ts'
import { removalOf } from './removing.ts'
import { revisingOf } from './revising.ts'
import { sayingOf } from './saying.ts'
import { channelsOf, type Target, targetOf } from './target.ts'
import { thoughtsOf } from './thinking.ts'
import { whisperOf } from './whisper.ts'
import { LONGEST_WAIT_MS, type Rest, wireOf } from './wire.ts'

export type Voice = Pick<Platform, 'open' | 'say' | 'revise' | 'think' | 'fetch' | 'remove'> & {
  /** Which guild a direct message is about. */
  about: About
  /** What was kept for buttons that do not carry it. */
  presses: Presses
  /** Shows nothing more of what is being thought, and gives no more names. */
  stop(): void
}

type Needs = {
  rest: Rest
  shelf: Shelf
  clock: Clock
  log: Log
  fresh: Fresh
  /** Where files are fetched from, where that is not Discord itself. */
  cdn?: readonly string[]
}

export const voiceOf = ({ rest, shelf, clock, log, fresh, cdn }: Needs): Voice => {
  const wire = wireOf({ rest, clock })
  const outlet = outletOf(clock, LONGEST_WAIT_MS, 'Discord')
  const about = aboutOf(shelf)
  const presses = keptPresses(shelf)
  const channels = channelsOf({ wire, about })
  const posting = postingOf({ wire, presses, log })
  const headings = headingsOf({ wire, clock, log })
  const thoughts = thoughtsOf({ wire, posting, outlet, clock, log })
  const whisper = whisperOf({ wire, posting, fresh })
  const saying = sayingOf({ outlet, channels, posting, headings, thoughts, whisper })
  const { open } = openingOf({ wire, outlet, channels, posting, headings, saying })
  const { revise } = revisingOf({ outlet, posting, headings, saying, clock, log })

  const targetAt = async (place: string): Promise<Target> => {
    const spot = spotOf(place)
    return spot.type === 'person' ? channels.direct(spot.tenant, spot.user) : targetOf(spot)
  }

  return {
    ...{ about, presses, revise },
    open: async (place, card, id, how) => open(spotOf(place), card, id, how),
    say: async (place, card, id, again) => saying.say(spotOf(place), card, id, again),
    think: (place, _person, id) => thoughts.think(place, id, () => targetAt(place)),
    fetch: (_place, ref, most) => load(wire, ref, most, cdn),
    remove: removalOf({ wire, posting }),
    stop() {
      thoughts.stop()
      headings.stop()
    },
  }
}
