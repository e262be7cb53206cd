/** Speaking in Slack. */
import type { Clock } from '../../../clock.ts'
import type { Log } from '../../log.ts'
import { outletOf } from '../../outlet.ts'
import { type Platform, tenantOf } from '../../platform.ts'
import { type Api, LONGEST_WAIT_MS } from '../api/api.ts'
import type { Locales } from '../hearing/locales.ts'
import { spotOf } from '../names.ts'
import { abilitiesOf } from './abilities.ts'
import { draftsOf } from './draft.ts'
import { easelOf } from './easel.ts'
import { load } from './files.ts'
import { openingOf } from './opening.ts'
import { postingOf } from './posting.ts'
import { revisingOf } from './revising.ts'
import { sayingOf } from './saying.ts'
import type { Channels, Target } from './target.ts'
import { thoughtsOf } from './thinking.ts'
import { whisperOf } from './whisper.ts'

export type Voice = Pick<Platform, 'open' | 'say' | 'revise' | 'think' | 'fetch'> & {
  /** The latest message of a person at a place: it may bear the sign that an answer is on its way. */
  noted(place: string, user: string, ts: string): void
  /** Shows nothing more of what is being thought. */
  stop(): void
}

type Needs = {
  api: Api
  channels: Channels
  locales: Pick<Locales, 'known'>
  clock: Clock
  log: Log
}

export const voiceOf = ({ api, channels, locales, clock, log }: Needs): Voice => {
  const outlet = outletOf(clock, LONGEST_WAIT_MS, 'Slack')
  const abilities = abilitiesOf({ clock, log })
  const easel = easelOf(abilities)
  const drafts = draftsOf({ api, abilities, easel })
  const thoughts = thoughtsOf({ api, abilities, drafts, outlet, locales, clock, log })
  const posting = postingOf({ api, easel, drafts, log })
  const whisper = whisperOf({ api, easel })
  const saying = sayingOf({ api, outlet, channels, posting, thoughts, whisper })
  const { open } = openingOf({ outlet, channels, posting, saying })
  const { revise } = revisingOf({ api, outlet, easel, posting, saying, log })

  const targetOf = async (place: string): Promise<Target> => {
    const spot = spotOf(place)
    if (spot.type === 'channel') return spot
    return { tenant: spot.tenant, channel: await channels.direct(spot.tenant, spot.user) }
  }

  return {
    revise,
    open: async (place, card, id, how) => open(spotOf(place), card, id, how?.again),
    say: async (place, card, id, again) => saying.say(spotOf(place), card, id, again),
    think(place, person, id) {
      const reader = spotOf(person)
      const user = reader.type === 'channel' ? '' : reader.user
      return thoughts.think(place, user, id, () => targetOf(place))
    },
    fetch: (place, ref, most) => load(api, tenantOf(place), ref, most),
    noted: thoughts.noted,
    stop: thoughts.stop,
  }
}
