/** Calling Discord: rate limits are left to the library, but nothing waits for longer than a turn can bear. */
import type { Clock } from '../../../clock.ts'
import type { SentFile } from '../drawing/files.ts'
import { type Doing, faultOf, isCut } from './fault.ts'

type Sent = {
  body?: unknown
  files?: Pick<SentFile, 'name' | 'data' | 'contentType'>[]
  query?: URLSearchParams
  auth?: boolean
}
type Verb = 'get' | 'post' | 'patch' | 'put' | 'delete'

/** The part of the library's REST that is used: it keeps to the rate limits, and tries again what Discord failed at. */
export type Rest = Readonly<
  Record<Verb, (route: `/${string}`, options?: Sent & { signal?: AbortSignal }) => Promise<unknown>>
>

/** How the library's REST is to be set up: what would have to wait for long is refused, and said again later. */
export const PATIENCE = {
  timeout: 8_000,
  retries: 2,
  rejectOnRateLimit: (limit: { timeToReset: number; retryAfter: number; sublimitTimeout: number }): boolean =>
    Math.max(limit.timeToReset, limit.retryAfter, limit.sublimitTimeout) > LONGEST_WAIT_MS,
}

export type Call = {
  verb: Verb
  route: `/${string}`
  /** Given up after a moment. */
  hurry?: boolean
  /** Made once more where the connection broke: it does the same once or twice. */
  twice?: boolean
} & Sent

export type Wire = {
  /** Makes a call and answers what Discord does; throws a `PlatformFault`. */
  call<T>(doing: Doing, call: Call): Promise<T>
}

/** A turn waits for this long, and what only shows that something is on its way for a moment. */
export const LONGEST_WAIT_MS = 20_000
const HURRY_MS = 3_000

export const wireOf = ({ rest, clock }: { rest: Rest; clock: Clock }): Wire => ({
  async call<T>(doing: Doing, { verb, route, hurry, twice, ...sent }: Call): Promise<T> {
    const stop = new AbortController()
    let late = (): void => {}
    const limit = new Promise<never>((_, reject) => {
      late = () => {
        reject(new Error('it did not answer in time'))
        stop.abort()
      }
    })
    const takeBack = clock.at(clock.now() + (hurry ? HURRY_MS : LONGEST_WAIT_MS), () => late())
    const make = () => rest[verb](route, { ...sent, signal: stop.signal })
    const made = () =>
      make().catch((error: unknown) => {
        if (!twice || stop.signal.aborted || !isCut(error)) throw error
        return make()
      })
    try {
      // What Discord answers is read with care: its types are not checked, but nothing of it is trusted either.
      return (await Promise.race([made(), limit])) as T
    } catch (error) {
      throw faultOf(doing, error)
    } finally {
      takeBack()
    }
  },
})
