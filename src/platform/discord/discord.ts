/** Discord as a place to talk: channels and their threads, and direct messages. */
import type { Clock } from '../../clock.ts'
import { reasonOf } from '../../reason.ts'
import { complaintsOf } from '../complaints.ts'
import type { Log } from '../log.ts'
import type { Platform } from '../platform.ts'
import type { PersonalShelf } from '../shelf.ts'
import { waitsOf } from '../waits.ts'
import { restOf, type Shard } from './hearing/client.ts'
import { type Hearing, hearingOf } from './hearing/hearing.ts'
import { recentOf } from './hearing/recent.ts'
import { LIMITS } from './limits.ts'
import { isAlone } from './names.ts'
import { SLASH } from './registration.ts'
import { voiceOf } from './saying/voice.ts'

export type DiscordOptions = {
  token: string
  /** The one guild in which the commands are registered; everywhere when absent. */
  guild?: string
  /** Another base of the REST API, from which the gateway is learned: a proxy, a test. */
  apiUrl?: string
  /** Where files are fetched from, where that is not Discord itself. */
  cdn?: readonly string[]
  /** Calls a second in all, where Discord lets this bot make more than the usual 50. */
  perSecond?: number
  /** The one shard that this process listens to, of so many; all that Discord wants when absent. */
  shard?: Shard
  /** Others may speak for this process, or it for others: what they need for that is kept on the shelf. */
  shared?: true
  /** Where small things are kept. */
  shelf: PersonalShelf
  clock: Clock
  log: Log
  /** A call is made once more, since Discord failed at it. */
  again?: () => void
}

export const discord = (options: DiscordOptions): Platform => {
  const { token, apiUrl, shelf, clock, log } = options
  const waits = waitsOf(clock)
  const complaints = complaintsOf({ log, clock, unsecret: (text) => text.replaceAll(token, '(secret)') })
  const again = (reason: string): void => {
    options.again?.()
    complaints.complain('warn', AGAIN, { reason })
  }
  const api = restOf({ ...options, again })
  const recent = recentOf(clock, options.shared && shelf)
  const voice = voiceOf({
    ...{ rest: api.rest, shelf, clock, log, fresh: recent.fresh },
    ...(options.cdn && { cdn: options.cdn }),
  })
  let hearing: Hearing | undefined

  const end = async (): Promise<void> => {
    waits.stop()
    await hearing?.stop()
    voice.stop()
    api.stop()
    complaints.close()
  }
  let ended: Promise<void> | undefined
  const stop = (): Promise<void> => {
    ended ??= end()
    return ended
  }

  const { open, say, revise, think, fetch, remove } = voice
  return {
    ...{ name: 'discord', limits: LIMITS, open, say, revise, think, fetch, remove, stop },
    away: () => hearing?.away(),
    prefix: (place) => (isAlone(place) ? '' : `/${SLASH} `),
    async start(hear, desk) {
      if (hearing) throw new Error('Discord is listened to already.')
      hearing = hearingOf({
        ...{ token, apiUrl, guild: options.guild, shard: options.shard, rest: api.rest, shelf, clock },
        ...{ voice, recent, waits, complaints, hear, desk },
      })
      try {
        await hearing.start()
      } catch (error) {
        await stop().catch((fault: unknown) => log('warn', reasonOf(fault)))
        throw error
      }
    },
  }
}

const AGAIN = 'Discord failed at something that was asked of it; it is asked again.'
