import type { Clock } from '../clock.ts'
import type { DeliveryOptions } from './delivery.ts'
import { type Handler, InTurn, NotNow } from './mailbox.ts'
import { type InHand, message } from './queue.ts'
import type { Outcome } from './shared-queue.ts'

/** Tells a message that is to blame for a failure from one that is not. */
export type Judging = {
  /** Does a change; what the store throws meanwhile, also through a handler that posted, is no message's fault. */
  blameless<T>(change: Promise<T>): Promise<T>
  /** Hands a message over and answers how that ended; it never rejects. */
  outcomeOf(row: InHand, handler: Handler): Promise<Outcome>
}

/** Counts attempts and pauses, which grow with them. */
export const judging = (clock: Clock, options: Required<DeliveryOptions>): Judging => {
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
        return { n: row.n, end: 'done' }
      } catch (error) {
        if (!(error instanceof InTurn)) report(error, row)
        const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
        const blameless = error instanceof NotNow || (error instanceof Error && storeFaults.has(error))
        if (!blameless && row.attempt >= attempts) return { n: row.n, end: 'aside', reason }
        const pause = Math.min(firstPauseMs * 2 ** (row.attempt - 1), longestPauseMs)
        return { n: row.n, end: 'back', due: clock.now() + pause, reason }
      }
    },
  }
}
