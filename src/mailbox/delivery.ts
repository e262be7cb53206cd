import type { Clock } from '../clock.ts'
import type { Committer, Sql } from './committer.ts'
import { type Handler, InTurn, type Message, NotNow } from './mailbox.ts'
import { forget, hasDue, type InHand, message, putBack, recover, setAside, take } from './queue.ts'

export type DeliveryOptions = {
  /** Keys whose messages are in hand side by side. */
  atOnce?: number
  /** Deliveries of one message before it is set aside. */
  attempts?: number
  /** The pause after a first failure; each further one doubles it, up to the longest. */
  firstPauseMs?: number
  longestPauseMs?: number
  /** How long the id of a handled message is known. */
  knownForMs?: number
  /** Told of each failed delivery, and of a failing store when nobody is waiting for its answer. */
  report?: (error: unknown, message?: Pick<Message, 'key' | 'id' | 'attempt'>) => void
}

/** The hands of the mailbox: how many are busy, what they do next, when to look again. */
export type Delivery = {
  /** Makes a change durable and, in the same transaction, takes what is due into the hands that are free. */
  change<T>(work: (sql: Sql) => T): Promise<T>
  start(handler: Handler): void
  idle(): Promise<void>
  stop(): Promise<void>
}

/**
 * Delivers for one process.
 *
 * Taking costs no commit of its own, as every change takes too, and an attempt is counted before the handler sees
 * the message, so a crash counts as well. One timer waits for the earliest message that is not due yet; nothing is
 * polled. When the store fails, what it could not do is tried again after the first pause.
 */
export const delivery = (committer: Committer, clock: Clock, options: DeliveryOptions = {}): Delivery => {
  const { atOnce, attempts, firstPauseMs, longestPauseMs, knownForMs, report } = { ...DEFAULTS, ...options }
  const stopping = Promise.withResolvers<void>()
  const empty = Promise.withResolvers<void>()
  let handler: Handler | undefined
  let state: 'closed' | 'open' | 'stopped' = 'closed'
  let busy = 0
  const resting: (() => void)[] = []
  /** What the store itself threw, also through a handler that posted: no message is set aside for it. */
  const storeFaults = new WeakSet<Error>()
  let alarm: { time: number; cancel: () => void } | undefined

  const change = async <T>(work: (sql: Sql) => T, freed = 0): Promise<T> => {
    let taken: InHand[] = []
    let next: number | undefined
    let more = 0
    try {
      const result = await committer.run((sql) => {
        const result = work(sql)
        const room = state === 'open' ? atOnce - busy + freed : 0
        ;({ taken, next } = take(sql, clock.now(), room, attempts))
        more = taken.length - freed
        busy += more
        return result
      })
      if (next !== undefined) wakeAt(next)
      for (const row of taken) void handle(row)
      void rest()
      return result
    } catch (error) {
      busy -= more
      if (error instanceof Error) storeFaults.add(error)
      wakeAt(clock.now() + firstPauseMs)
      throw error
    }
  }

  const handle = async (row: InHand): Promise<void> => {
    let settle = (sql: Sql): void => forget(sql, row, clock.now(), clock.now() + knownForMs)
    try {
      await handler?.(message(row))
    } catch (error) {
      if (!(error instanceof InTurn)) report(error, row)
      const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
      const pause = Math.min(firstPauseMs * 2 ** (row.attempt - 1), longestPauseMs)
      const blameless = error instanceof NotNow || (error instanceof Error && storeFaults.has(error))
      settle = (sql) =>
        blameless || row.attempt < attempts
          ? putBack(sql, row, clock.now() + pause, reason, attempts - 1)
          : setAside(sql, row, reason)
    }
    await settled(settle)
  }

  /** Writes down how a message ended. Its key stays taken until that is done; after a stop the next start repeats it. */
  const settled = async (settle: (sql: Sql) => void): Promise<void> => {
    while (!(await tried(() => change(settle, 1)))) {
      await pauseUnlessStopped()
      if (state === 'stopped') {
        busy -= 1
        break
      }
    }
    if (state === 'stopped' && busy === 0) empty.resolve()
    void rest()
  }

  /** Tells those who wait for it that there is nothing to do now. */
  const rest = async (): Promise<void> => {
    if (resting.length === 0 || busy > 0 || state === 'closed') return
    try {
      const due = await committer.read((sql) => hasDue(sql, clock.now()))
      if (busy > 0 || (due && state === 'open')) return
      for (const tell of resting.splice(0)) tell()
    } catch (error) {
      report(error)
      wakeAt(clock.now() + firstPauseMs)
    }
  }

  const tried = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work()
      return true
    } catch (error) {
      report(error)
      return false
    }
  }

  const pauseUnlessStopped = async (): Promise<void> => {
    const pause = Promise.withResolvers<void>()
    const cancel = clock.at(clock.now() + firstPauseMs, pause.resolve)
    await Promise.race([pause.promise, stopping.promise])
    cancel()
  }

  const wakeAt = (time: number): void => {
    if (state !== 'open' || (alarm && alarm.time <= time)) return
    alarm?.cancel()
    alarm = { time, cancel: clock.at(time, wake) }
  }

  const wake = (): void => {
    alarm = undefined
    void tried(() => change(() => {}))
  }

  /** Takes nothing before what an earlier process left in its hands was put back. */
  const open = async (): Promise<void> => {
    while (!(await tried(() => committer.run(recover)))) await pauseUnlessStopped()
    if (state === 'stopped') return
    state = 'open'
    wake()
  }

  return {
    change: (work) => change(work),
    start(given) {
      if (handler) throw new Error('This mailbox delivers already. Call deliver once.')
      handler = given
      void open()
    },
    idle: () =>
      new Promise((done) => {
        resting.push(done)
        void rest()
      }),
    stop() {
      state = 'stopped'
      stopping.resolve()
      alarm?.cancel()
      if (busy === 0) empty.resolve()
      return empty.promise
    },
  }
}

/** How long the id of a message that is done with is known, where nothing else is said; in milliseconds. */
export const KNOWN_FOR = 14 * 24 * 60 * 60 * 1_000

/** What a mailbox does where nothing else is asked for. */
export const DEFAULTS = {
  atOnce: 32,
  attempts: 8,
  firstPauseMs: 1_000,
  longestPauseMs: 60_000,
  knownForMs: KNOWN_FOR,
  report: () => {},
} satisfies Required<DeliveryOptions>
