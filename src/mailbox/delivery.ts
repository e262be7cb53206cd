import type { Clock } from '../clock.ts'
import type { Committer, Sql } from './committer.ts'
import { judging, keptOf } from './judging.ts'
import type { Handler } from './mailbox.ts'
import { DEFAULTS, type DeliveryOptions } from './options.ts'
import { bringEarlier, bringForward, forget, type InHand, putBack, recover, setAside } from './queue.ts'
import { type Earlier, setBacks } from './set-back.ts'
import { hasDue, isSuspect, take } from './taking.ts'

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
  const settings = { ...DEFAULTS, ...options }
  const { atOnce, attempts, firstPauseMs, longestPauseMs, knownForMs, report } = settings
  const { blameless, outcomeOf } = judging(settings)
  const stopping = Promise.withResolvers<void>()
  const empty = Promise.withResolvers<void>()
  let handler: Handler | undefined
  let state: 'closed' | 'open' | 'stopped' = 'closed'
  let busy = 0
  /** Whether what is in hand has to be alone. */
  let alone = false
  const setBack = setBacks(clock)
  let earlier: Earlier | undefined
  const resting: (() => void)[] = []
  let alarm: { time: number; cancel: () => void } | undefined

  const change = async <T>(work: (sql: Sql) => T, freed = 0): Promise<T> => {
    let taken: InHand[] = []
    let next: number | undefined
    let more = 0
    try {
      const result = await blameless(
        committer.run((sql) => {
          const now = clock.now()
          const isOpen = state === 'open'
          if (isOpen) earlier ??= setBack()
          // What is posted now is due by the right clock, and what becomes ready now may not be.
          if (isOpen && earlier) bringEarlier(sql, now, earlier)
          const result = work(sql)
          if (isOpen && earlier) bringEarlier(sql, now, { ...earlier, after: earlier.from })
          if (isOpen) bringForward(sql, now, longestPauseMs)
          ;({ taken, next } = take(sql, { now, attempts, ...roomOnce(freed) }))
          if (taken.length > 0) alone = taken.some(isSuspect)
          more = taken.length - freed
          busy += more
          return result
        }),
      )
      earlier = undefined
      if (next !== undefined) wakeAt(next)
      for (const row of taken) void handle(row)
      void rest()
      return result
    } catch (error) {
      busy -= more
      wakeAt(clock.now() + firstPauseMs)
      throw error
    }
  }

  /** How much may be taken, where so many messages are just done with. */
  const roomOnce = (freed: number): { room: number; inHand: number } => {
    const inHand = busy - freed
    return { room: state === 'open' && !(alone && inHand > 0) ? atOnce - inHand : 0, inHand }
  }

  const handle = async (row: InHand): Promise<void> => {
    const verdict = await outcomeOf(row, handler ?? (async () => {}))
    const settle = (sql: Sql): void => {
      if (verdict.end === 'done') forget(sql, row, clock.now(), clock.now() + knownForMs)
      else if (verdict.end === 'aside') setAside(sql, row, verdict.reason, clock.now())
      else putBack(sql, row, clock.now(), verdict, verdict.end === 'later' ? keptOf(attempts) : attempts)
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
    while (!(await tried(() => committer.run((sql) => recover(sql, clock.now()))))) await pauseUnlessStopped()
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
