/** Slack's Web API for every workspace: who is spoken as, what is repeated, and faults in plain words. */
import type { Clock } from '../../../clock.ts'
import { reasonOf } from '../../../reason.ts'
import { growing, waitsOf } from '../../waits.ts'
import { exchangeOf, type Lost } from './exchange.ts'
import { faultOf, isStale, unreachable } from './fault.ts'
import type { Answer, Arguments, Method } from './methods.ts'
import { type Loaded, wireOf } from './wire.ts'

/** As whom a workspace is spoken to. `url` leads to the workspace, and so to its messages. */
export type Bot = { token: string; botUserId: string; botId?: string; teamId?: string; url?: string }

/**
 * The bot of a tenant. `refused` is a token that Slack has just refused: another one is a reason to try again.
 * Throws a `PlatformFault`, `gone` where the app is not installed.
 */
export type Authorise = (tenant: string, refused?: string) => Promise<Bot>

export type Api = {
  /** Calls a method; what can safely be repeated is, where Slack stumbles. Throws a `PlatformFault`. */
  call<M extends Method>(tenant: string, method: M, args: Arguments<M>, how?: How<M>): Promise<Answer<M>>
  bot: Authorise
  /** Sends bytes to an address that Slack gave for them. */
  put(url: string, bytes: Uint8Array): Promise<void>
  /** The first `most` bytes, and one more where there are more, of an address of Slack's. */
  get(tenant: string, url: string, most: number): Promise<Loaded>
  /** Lets nobody wait any longer. */
  stop(): void
}

export type How<M extends Method> = {
  /** What must not be seen twice is repeated only where this has looked for it in vain. */
  found?: () => Promise<Answer<M> | undefined>
  /** It is not worth waiting for: it is done at once or, with `busy`, not at all. */
  hurry?: true
}

export type ApiOptions = {
  authorise: Authorise
  clock: Clock
  apiUrl?: string
  /** Milliseconds after which an answer is taken for lost. */
  patience?: number
  /** Between 0 and 1, for pauses that are not the same everywhere. */
  chance?: () => number
  /** A call is made once more, since Slack failed at it, and why. */
  again?: (method: string, why: string) => void
}

/** Nothing waits longer for Slack before it is given back. */
export const LONGEST_WAIT_MS = 20_000

const ATTEMPTS = 4
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 4_000

export const apiOf = (options: ApiOptions): Api => {
  const { authorise, clock, apiUrl, patience, chance = Math.random, again = () => undefined } = options
  const wire = wireOf(apiUrl, patience)
  const waits = waitsOf(clock)
  const { exchange, stop } = exchangeOf(wire, clock)

  /** One exchange, or two where the first token was refused and there is another. */
  const speak = async (tenant: string, method: string, args: object, hurry: boolean): Promise<Heard> => {
    const longest = hurry ? 0 : LONGEST_WAIT_MS
    const { token } = await authorise(tenant)
    const outcome = await exchange(token, tenant, method, args, longest)
    if (!('refused' in outcome)) return outcome
    if (!isStale(outcome.refused.error)) throw faultOf(method, outcome.refused)
    const renewed = await authorise(tenant, token)
    if (renewed.token === token) throw faultOf(method, outcome.refused)
    const second = await exchange(renewed.token, tenant, method, args, longest)
    if ('refused' in second) throw faultOf(method, second.refused)
    return second
  }

  /** Waits before the next attempt; throws where there is to be none. */
  const pause = async (
    method: string,
    { lost, cause }: Lost,
    attempt: number,
    may: boolean,
  ): Promise<void> => {
    const ms = growing(attempt, FIRST_PAUSE_MS, LONGEST_PAUSE_MS, chance())
    if (!may || attempt === ATTEMPTS || !(await waits.pause(ms))) throw unreachable(method, lost, cause)
  }

  return {
    bot: authorise,
    async call(tenant, method, args, { found, hurry = false } = {}) {
      const latest = clock.now() + (hurry ? -1 : LONGEST_WAIT_MS)
      const often = found !== undefined || !NEVER_TWICE.has(method)
      for (let attempt = 1; ; attempt++) {
        const outcome = await speak(tenant, method, args, hurry)
        // What the SDK's types promise of an answer that says ok is taken at its word.
        if ('answer' in outcome) return outcome.answer as never
        await pause(method, outcome, attempt, (often || !outcome.sent) && clock.now() <= latest)
        const there = outcome.sent ? await found?.() : undefined
        if (there) return there
        again(method, outcome.lost)
      }
    },
    async put(url, bytes) {
      const status = await orLost('an upload', wire.put(url, bytes))
      if (status !== 200) throw unreachable('an upload', `it answered HTTP ${status}`)
    },
    async get(tenant, url, most) {
      const { token } = await authorise(tenant)
      const loaded = await orLost('a file', wire.get(token, url, most))
      if (loaded.status >= 500) throw unreachable('a file', `it answered HTTP ${loaded.status}`)
      return loaded
    },
    stop() {
      waits.stop()
      stop()
    },
  }
}

type Heard = { answer: object } | Lost

/** Done a second time, these would be seen twice, or fail though the first was done. */
const NEVER_TWICE: ReadonlySet<string> = new Set<Method>([
  'chat.postMessage',
  'chat.startStream',
  'chat.appendStream',
  'files.completeUploadExternal',
  'views.open',
])

const orLost = <T>(what: string, work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw unreachable(what, reasonOf(error), error)
  })
