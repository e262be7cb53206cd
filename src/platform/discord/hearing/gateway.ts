/** Listening to Discord: whatever happens to a connection, there will be another one. */
import type { Complaints } from '../../complaints.ts'
import { reasonOf } from '../../reason.ts'
import { growing, type Waits } from '../../waits.ts'
import { INTENTS } from '../needs.ts'
import { type ClientOptions, type Connection, connectionOf } from './client.ts'
import type { Known } from './known.ts'

export type Gateway = {
  /** Resolves once it is listened; rejects where Discord does not take the token. */
  start(): Promise<void>
  stop(): Promise<void>
  known: Known
  /** Whether the words of what is said in channels are told. */
  content(): boolean
}

type Needs = Pick<ClientOptions, 'token' | 'apiUrl' | 'told'> & {
  complaints: Pick<Complaints, 'complain'>
  /** For as long as the bot runs. */
  waits: Waits
  /** For its end. */
  lastWaits: Waits
  /** From now on something may be said that is not heard. */
  deaf(): void
  /** It is listened again, by all shards. */
  listening(): void
  /** Between 0 and 1, for pauses that are not the same everywhere. */
  chance?: () => number
}

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

/** The other side has so long to confirm an end. */
const FAREWELL_MS = 1_000

/** Where Discord turns the bot away, only a person can mend it. */
const REFUSED_PAUSE_MS = 60_000
const LONGEST_REFUSED_PAUSE_MS = 600_000

export const gatewayOf = (needs: Needs): Gateway => {
  const { complaints, waits, lastWaits, chance = Math.random } = needs
  let content = true
  let current: Connection | undefined
  let stopped = false
  let keeping: Promise<void> = Promise.resolve()
  const ending = Promise.withResolvers<false>()

  /** One connection with what becomes of it; `lost` resolves with why, once the library has given it up. */
  const attempt = () => {
    const lost = Promise.withResolvers<number>()
    const away = new Set<number>()
    let opened = false
    const connection = connectionOf({
      ...{ token: needs.token, apiUrl: needs.apiUrl, content, told: needs.told },
      deaf(shard) {
        away.add(shard)
        if (opened && !stopped) needs.deaf()
      },
      listening(shard) {
        away.delete(shard)
        if (opened && away.size === 0) needs.listening()
      },
      ended: (code) => lost.resolve(code),
      failed: (error) => {
        if (opened) complaints.complain('warn', SHAKEN, { reason: reasonOf(error) })
      },
    })
    const open = async (): Promise<boolean> => {
      const opening = connection.open()
      opening.catch(() => undefined)
      const done = await Promise.race([opening.then(() => true), lost.promise, ending.promise])
      if (typeof done === 'number') throw new Rejected(done)
      opened = done
      return done
    }
    return { connection, open, lost: lost.promise }
  }

  /** Whether to try again, after a pause; throws where a first attempt shows that nothing will come of it. */
  const goesOn = async (error: unknown, failures: number, first: boolean): Promise<boolean> => {
    if (error instanceof Rejected && error.code === DISALLOWED && content) {
      content = false
      complaints.complain('error', WORDLESS)
      return true
    }
    const refused = refusalOf(error)
    if (refused !== undefined && first) throw new Error(refused, { cause: error })
    if (stopped) return false
    complaints.complain('error', refused ?? UNREACHED, { reason: reasonOf(error) })
    return waits.pause(pauseAfter(refused, failures, chance()))
  }

  /** Connects, however often it takes; nothing once the bot stops. */
  const connect = async (first: boolean): Promise<Opened | undefined> => {
    for (let failures = 1; !stopped; failures++) {
      const { connection, open, lost } = attempt()
      current = connection
      try {
        if (await open()) return { lost }
      } catch (error) {
        await connection.close().catch(() => undefined)
        if (!(await goesOn(error, failures, first))) return undefined
      }
    }
    return undefined
  }

  /** For as long as the bot runs: a connection that is given up is followed by another one. */
  const keep = async (opened: Opened | undefined): Promise<void> => {
    for (let connection = opened; connection; ) {
      const code = await Promise.race([connection.lost, ending.promise])
      if (code === false || stopped) return
      needs.deaf()
      const refused = refusalOf(new Rejected(code))
      complaints.complain('error', refused ?? UNREACHED, { reason: `the gateway closed with ${code}` })
      await current?.close().catch(() => undefined)
      if (!(await waits.pause(pauseAfter(refused, 1, chance())))) return
      connection = await connect(false)
      if (connection) needs.listening()
    }
  }

  return {
    async start() {
      const opened = await connect(true)
      keeping = keep(opened)
    },
    async stop() {
      stopped = true
      ending.resolve(false)
      const closed = current?.close().catch(() => undefined)
      // A client that still waits to be ready may never say that it is closed.
      await Promise.race([Promise.all([closed, keeping]), lastWaits.pause(FAREWELL_MS)])
    },
    content: () => content,
    known: {
      parentOf: (channel) => current?.known.parentOf(channel),
      channelName: (channel) => current?.known.channelName(channel),
      roleName: (guild, role) => current?.known.roleName(guild, role),
      ownRole: (guild) => current?.known.ownRole(guild),
    },
  }
}

/** A connection; `lost` resolves with the gateway's code once the library has given it up. */
type Opened = { lost: Promise<number> }

/** The gateway has turned the bot away. */
class Rejected extends Error {
  override name = 'Rejected'
  readonly code: number
  constructor(code: number) {
    super(`the gateway closed with ${code}`)
    this.code = code
  }
}

/** Codes of the gateway: the token is wrong, and an intent is asked for that is switched off. */
const [UNAUTHENTICATED, DISALLOWED] = [4004, 4014] as const

const SHAKEN = 'The connection to Discord is in trouble; the library mends it.'
const UNREACHED = 'Discord cannot be reached; it is tried again and again.'
const WORDLESS =
  `The "${INTENTS.MessageContent.called}" is switched off for this app, so that answers in channels cannot be read. ` +
  'Switch it on at https://discord.com/developers/applications, under "Bot", and start again. Meanwhile commands, buttons and ' +
  'forms work, and so do interviews in direct messages and messages that mention the bot.'

/** Why Discord will not have us until somebody mends it, in words; nothing where it may be well the next time. */
const refusalOf = (error: unknown): string | undefined => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === UNAUTHENTICATED || code === 'TokenInvalid')
    return (
      'Discord does not take DISCORD_TOKEN. Make a new one at https://discord.com/developers/applications, under "Bot", ' +
      '"Reset Token", set DISCORD_TOKEN to it, and start again.'
    )
  return error instanceof Rejected
    ? `Discord's gateway turned the bot away for good (${error.code}). A newer version of mlsd may be needed.`
    : undefined
}

const pauseAfter = (refused: string | undefined, failures: number, chance: number): number =>
  refused === undefined
    ? growing(failures, FIRST_PAUSE_MS, LONGEST_PAUSE_MS, chance)
    : growing(failures, REFUSED_PAUSE_MS, LONGEST_REFUSED_PAUSE_MS, chance)
