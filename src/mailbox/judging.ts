import { type Handler, InTurn, NotNow } from './mailbox.ts'
import type { DeliveryOptions } from './options.ts'
import { type InHand, message } from './queue.ts'

/**
 * How a message in hand ended: handled, to be tried again after so many milliseconds, or set aside. `later` is said of one
 * that was not to blame: most of its attempts count no more.
 */
export type Verdict =
  | { end: 'done' }
  | { end: 'back' | 'later'; pause: number; reason: string }
  | { end: 'aside'; reason: string }

/** Tells a message that is to blame for a failure from one that is not. */
export type Judging = {
  /** Does a change; what the store throws meanwhile, also through a handler that posted, is no message's fault. */
  blameless<T>(change: Promise<T>): Promise<T>
  /** Hands a message over and answers how that ended; it never rejects. */
  outcomeOf(row: InHand, handler: Handler): Promise<Verdict>
}

/** How many attempts stay counted of a message that was not to blame: so often it may still fail by itself. */
export const keptOf = (attempts: number): number => Math.max(1, attempts - SPARED)

const SPARED = 3

/** Counts attempts and pauses, which grow with them. */
export const judging = (options: Required<DeliveryOptions>): Judging => {
  const { attempts, firstPauseMs, longestPauseMs, report } = options
  const storeFaults = new WeakSet<Error>()

  return {
    async blameless(change) {
      return change.catch((error: unknown) => {
        if (error instanceof Error) storeFaults.add(error)
        throw error
      })
    },
    async outcomeOf(row, handler) {
      try {
        await handler(message(row))
        return { end: 'done' }
      } catch (error) {
        if (!(error instanceof InTurn)) report(error, row)
        const reason = storable(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
        const blameless = error instanceof NotNow || (error instanceof Error && storeFaults.has(error))
        if (!blameless && row.attempt >= attempts) return { end: 'aside', reason }
        const pause = Math.min(firstPauseMs * 2 ** (row.attempt - 1), longestPauseMs)
        return { end: blameless ? 'later' : 'back', pause, reason }
      }
    },
  }
}

/** Words may come from anywhere, and PostgreSQL keeps neither a NUL nor half a sign. */
const storable = (words: string): string =>
  words.slice(0, LONGEST_REASON).toWellFormed().replaceAll('\0', '\ufffd')

const LONGEST_REASON = 10_000
