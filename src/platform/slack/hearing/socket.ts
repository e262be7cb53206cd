/** Deliveries in Socket Mode: whatever happens to a connection, there will be another one. */
import { webApi } from '@slack/bolt'
import { reasonOf } from '../../../reason.ts'
import type { Complaints } from '../../complaints.ts'
import { growing } from '../../waits.ts'
import { type Connection, type ConnectionOptions, connectionOf } from './connection.ts'
import type { Entrance } from './entrance.ts'

export type SocketNeeds = Omit<ConnectionOptions, 'appToken'> & {
  complaints: Pick<Complaints, 'complain'>
  /** From now on something may be said that is not heard. */
  deaf(): void
  /** It is listened again. */
  listening(): void
  /** Between 0 and 1, for pauses that are not the same everywhere. */
  chance?: () => number
}

/** After a connection was lost, the next one is tried at once, then after growing pauses. */
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000

/** Where Slack refuses the token, only a person can mend it. */
const REFUSED_PAUSE_MS = 60_000
const LONGEST_REFUSED_PAUSE_MS = 600_000

export const socketEntrance = (appToken: string, needs: SocketNeeds): Entrance => {
  const { waits, complaints, chance = Math.random } = needs
  let current: Connection | undefined
  let stopped = false
  let keeping: Promise<void> = Promise.resolve()

  /** Opens a connection, however often it takes; nothing once the bot stops. */
  const connect = async (first: boolean): Promise<Connection | undefined> => {
    for (let failures = 1; !stopped; failures++) {
      current = connectionOf({ appToken, ...needs })
      try {
        await current.open()
        return current
      } catch (error) {
        void current.close()
        const refused = refusalOf(error)
        if (refused !== undefined && first) throw new Error(refused, { cause: error })
        if (stopped) return undefined
        complaints.complain('error', refused ?? UNCONNECTED, { reason: reasonOf(error) })
        if (!(await waits.pause(pauseAfter(error, failures, chance())))) return undefined
      }
    }
    return undefined
  }

  /** For as long as the bot runs: a connection that is lost is followed by another one. */
  const keep = async (opened: Connection | undefined): Promise<void> => {
    let connection = opened
    while (connection) {
      await connection.lost
      if (stopped) return
      needs.deaf()
      void connection.close()
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
      await current?.close()
      await keeping
    },
    port: () => undefined,
  }
}

const UNCONNECTED = 'Slack cannot be reached for Socket Mode; it is tried again and again.'

/** Why Slack will not have us until somebody mends it, in words; nothing where it may be well the next time. */
const refusalOf = (error: unknown): string | undefined => {
  if (!(error instanceof webApi.WebAPIPlatformError)) return undefined
  const said = String(error.data.error)
  if (PASSING.has(said)) return undefined
  const mend =
    said === 'missing_scope'
      ? 'Give the token the scope connections:write, under "Basic Information", "App-Level Tokens".'
      : 'Make a new one under "Basic Information", "App-Level Tokens", set SLACK_APP_TOKEN to it, and start again.'
  return `Slack does not take the app token (${said}). ${mend}`
}

/** Slack's own troubles. */
const PASSING = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
  'team_added_to_org',
])

const pauseAfter = (error: unknown, failures: number, chance: number): number => {
  if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter * 1000 * (1 + chance / 10)
  return refusalOf(error) === undefined
    ? growing(failures, FIRST_PAUSE_MS, LONGEST_PAUSE_MS, chance)
    : growing(failures, REFUSED_PAUSE_MS, LONGEST_REFUSED_PAUSE_MS, chance)
}
