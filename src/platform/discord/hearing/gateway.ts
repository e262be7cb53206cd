/** Listening to Discord: whatever happens to a connection, there will be another one. */
import { reasonOf } from '../../../reason.ts'
import type { Complaints } from '../../complaints.ts'
import type { Waits } from '../../waits.ts'
import { INTENTS } from '../needs.ts'
import { type ClientOptions, connectionOf } from './client.ts'
import type { Known } from './known.ts'
import { DISALLOWED, pauseAfter, Rejected, refusalOf } from './refusal.ts'

export type Gateway = {
  /** Resolves once it is listened; rejects where Discord does not take the token. */
  start(): Promise<void>
  stop(): Promise<void>
  known: Known
  /** Whether the words of what is said in channels are told. */
  content(): boolean
  /** By which shard it is told of a guild, or of direct messages. */
  shardOf(guild: string | undefined): number
}

type Needs = Pick<ClientOptions, 'token' | 'apiUrl' | 'shard' | 'told'> & {
  complaints: Pick<Complaints, 'complain'>
  /** For as long as the bot runs. */
  waits: Waits
  /** For its end. */
  lastWaits: Waits
  /** From now on something may be said that is not heard: in the guilds of this shard, or anywhere. */
  deaf(shard?: number): void
  /** It is listened there again. */
  listening(shard?: number): void
  /** Between 0 and 1, for pauses that are not the same everywhere. */
  chance?: () => number
}

/** The other side has so long to confirm an end. */
const FAREWELL_MS = 1_000

export const gatewayOf = (needs: Needs): Gateway => {
  const { complaints, waits, lastWaits, chance = Math.random } = needs
  let content = true
  let current: Attempt | undefined
  let stopped = false
  let keeping: Promise<void> = Promise.resolve()
  const ending = Promise.withResolvers<false>()

  const attempt = (): Attempt => {
    const lost = Promise.withResolvers<number>()
    const [seen, away] = [new Set<number>(), new Set<number>()]
    let [opened, ended] = [false, false]
    const connection = connectionOf({
      ...{ token: needs.token, apiUrl: needs.apiUrl, shard: needs.shard, content },
      told(kind, data) {
        if (!ended) needs.told(kind, data)
      },
      deaf(shard) {
        away.add(shard)
        if (opened && !ended) needs.deaf(shard)
      },
      listening(shard) {
        seen.add(shard)
        away.delete(shard)
        if (opened && !ended) needs.listening(shard)
      },
      ended: (code) => lost.resolve(code),
      failed: (error) => {
        if (opened) complaints.complain('warn', SHAKEN, { reason: reasonOf(error) })
      },
      // The words of such an error may be what somebody said.
      puzzled: (error) => complaints.complain('warn', PUZZLED, { reason: kindOf(error) }),
    })
    const open = async (): Promise<boolean> => {
      const opening = connection.open()
      opening.catch(() => undefined)
      const done = await Promise.race([opening.then(() => true), lost.promise, ending.promise])
      if (typeof done === 'number') throw new Rejected(done)
      opened = done
      if (opened) for (const shard of away) needs.deaf(shard)
      return done
    }
    const close = async (): Promise<void> => {
      ended = true
      const closing = connection.close().catch(() => undefined)
      // A client that still waits to be ready may never say that it is closed.
      await Promise.race([closing, lastWaits.pause(FAREWELL_MS)])
    }
    return { known: connection.known, open, close, lost: lost.promise, shards: () => seen.size }
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
  const connect = async (first: boolean): Promise<Attempt | undefined> => {
    for (let failures = 1; !stopped; failures++) {
      const connection = attempt()
      current = connection
      try {
        if (await connection.open()) return connection
      } catch (error) {
        await connection.close()
        if (!(await goesOn(error, failures, first))) return undefined
      }
    }
    return undefined
  }

  /** For as long as the bot runs: a connection that is given up is followed by another one. */
  const keep = async (opened: Attempt | undefined): Promise<void> => {
    for (let connection = opened; connection; ) {
      const code = await Promise.race([connection.lost, ending.promise])
      if (code === false || stopped) return
      needs.deaf()
      const refused = refusalOf(new Rejected(code))
      complaints.complain('error', refused ?? UNREACHED, { reason: `the gateway closed with ${code}` })
      await connection.close()
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
      await Promise.race([Promise.all([current?.close(), keeping]), lastWaits.pause(FAREWELL_MS)])
    },
    content: () => content,
    shardOf: (guild = '0') =>
      Number((BigInt(guild) >> 22n) % BigInt(needs.shard?.of ?? (current?.shards() || 1))),
    known: {
      parentOf: (channel) => current?.known.parentOf(channel),
      channelName: (channel) => current?.known.channelName(channel),
      roleName: (guild, role) => current?.known.roleName(guild, role),
      ownRole: (guild) => current?.known.ownRole(guild),
    },
  }
}

const kindOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

/** One connection with what becomes of it. */
type Attempt = {
  known: Known
  /** Whether it is connected, in the end; false where the bot stops before. */
  open(): Promise<boolean>
  /** From now on it tells nothing; resolves soon, also where the other side does not confirm the end. */
  close(): Promise<void>
  /** Resolves with the gateway's code once the library has given it up. */
  lost: Promise<number>
  /** Of how many shards it is. */
  shards(): number
}

const SHAKEN = 'The connection to Discord is in trouble; the library mends it.'
const PUZZLED = 'The library could not take something that the gateway said; it was left out.'
const UNREACHED = 'Discord cannot be reached; it is tried again and again.'
const WORDLESS =
  `The "${INTENTS.MessageContent.called}" is switched off for this app, so that answers in channels cannot be read. ` +
  'Switch it on at https://discord.com/developers/applications, under "Bot", and start again. Meanwhile commands, buttons and ' +
  'forms work, and so do interviews in direct messages and messages that mention the bot.'
