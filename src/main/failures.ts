/** What a mailbox could not do, as lines of a log: who is to blame, what becomes of the message, and why. */
import { EXIT, failureOf } from '../cli/failure.ts'
import type { Log } from '../host/world.ts'

type Failed = { id: string; key: string; attempt: number }

/** Tells of a failed delivery, or of a store that fails while nobody waits for it; `attempts` is when one is set aside. */
export const failuresTo = (log: Log, attempts: number) => {
  const stores = { told: Number.NEGATIVE_INFINITY, again: 0 }
  return (error: unknown, message?: Failed): void => {
    const reason = reasonOf(error)
    const details = message && { message: message.id, key: message.key, attempt: message.attempt }
    const tell = (level: 'warn' | 'error', what: string) => log(level, what, { ...details, reason })
    if (!message) tellSeldom(log, reason, stores)
    else if (isForNow(error)) tell('warn', 'a message cannot be handled yet, and is tried again')
    else if (message.attempt < attempts) tell('error', 'a message was not handled, and is tried again')
    else tell('error', 'a message failed too often and is set aside: "mlsd set-aside list"')
  }
}

/** A store that is away is asked every second, by several: told once in a while, with how often it was so meanwhile. */
const tellSeldom = (log: Log, reason: string, stores: { told: number; again: number }): void => {
  const now = performance.now()
  if (now - stores.told < SELDOM_MS) {
    stores.again += 1
    return
  }
  const again = stores.again > 0 ? { again: stores.again } : {}
  Object.assign(stores, { told: now, again: 0 })
  log('error', 'the store failed, and is tried again', { reason, ...again })
}

const SELDOM_MS = 15_000

/** By name: whoever threw it says that the message is not to blame. */
const FOR_NOW: ReadonlySet<string> = new Set(['NotNow', 'DatabaseError', 'MemoryError'])

const isForNow = (error: unknown): error is Error => error instanceof Error && FOR_NOW.has(error.name)

/** Of a fault of ours, where it is; of anything else, what happened. */
const reasonOf = (error: unknown): string => {
  if (isForNow(error)) return error.message
  const { text, code } = failureOf(error)
  if (code !== EXIT.fault) return text
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
