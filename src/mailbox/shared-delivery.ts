import type { Clock } from '../clock.ts'
import { BURST_MS, calling } from './calling.ts'
import type { Delivery } from './delivery.ts'
import { holder } from './holder.ts'
import { judging } from './judging.ts'
import type { Handler } from './mailbox.ts'
import type { InHand } from './queue.ts'
import { bringing } from './set-back.ts'
import type { SharedOptions } from './shared-options.ts'
import { type Outcome, outcomeFor, type SharedQueue } from './shared-queue.ts'
import { roomBeside } from './taking.ts'

/** The hands of one process among several. */
export type SharedDelivery = Pick<Delivery, 'start' | 'idle' | 'stop'> & {
  /** Does a change; what the store throws meanwhile is nobody's fault. */
  blameless<T>(change: Promise<T>): Promise<T>
  /** Says that the first message of a key is due at `at`. */
  posted(at: number): void
}

/**
 * Delivers for one process among any number.
 *
 * Its changes go in *turns*, one after another: a turn settles all that was handled since the last one and takes what
 * is due into the hands that are free, so that under load turns grow by themselves. What is due is learned from the
 * turn before, from a call of another process, and by looking every `lookMs`; leases and looks go by timers and not
 * by the clock, which may jump. When the store fails, what it could not do is tried again after the first pause.
 */
export const sharedDelivery = (
  queue: SharedQueue,
  clock: Clock,
  options: Required<SharedOptions>,
): SharedDelivery => {
  const { atOnce, firstPauseMs, report, beatMs, lookMs } = options
  const empty = Promise.withResolvers<void>()
  const outcomes = new Map<number, Outcome>()
  const running = new Map<string, Promise<void>>()
  const resting: (() => void)[] = []
  const { blameless, outcomeOf } = judging(options)
  const call = calling(queue)
  const bringEarlier = bringing(clock, queue.bringEarlier)
  const timers: NodeJS.Timeout[] = []
  let unlisten = async (): Promise<void> => {}
  let handler: Handler | undefined
  let state: 'closed' | 'open' | 'stopped' | 'left' = 'closed'
  /** Handlers that still run although their message was lost to another process. */
  let orphans = 0
  let turning = false
  let again = false
  let alarm: { time: number; cancel: () => void } | undefined

  const me = holder<InHand>(queue, ({ n }) => {
    if (!outcomes.delete(n)) orphans += 1
  })
  const busy = (): number => me.held.size + orphans

  const turn = async (): Promise<void> => {
    const name = await me.name()
    const settling = [...outcomes.values()]
    const staying = [...me.held.values()].filter(({ n }) => !outcomes.has(n))
    const inHand = staying.length + orphans
    const room = state === 'open' ? roomBeside(staying, atOnce - orphans) : 0
    if (settling.length === 0 && room === 0) return
    await bringEarlier()
    const { taken, next } = await queue.turn(name, clock.now(), settling, { room, inHand })
    for (const { n } of settling) {
      outcomes.delete(n)
      me.held.delete(n)
    }
    for (const row of taken) me.held.set(row.n, row)
    for (const row of taken) void handle(row)
    if (next === undefined) return
    if (next > clock.now()) wakeAt(next)
    else if (taken.length === room) call()
    // Somebody else is at it at this moment, and may leave it.
    else setTimeout(look, BURST_MS)
  }

  /** Takes turns until there is nothing more to say or to take. */
  const look = async (): Promise<void> => {
    again = true
    if (turning || state === 'closed' || state === 'left') return
    turning = true
    try {
      while (again) {
        again = false
        await turn()
      }
    } catch (error) {
      me.doubt()
      report(error)
      if (state === 'stopped') giveUp()
      else wakeAt(clock.now() + firstPauseMs)
    } finally {
      turning = false
    }
    if (state === 'stopped' && busy() === 0) await leave()
    else void rest()
  }

  const handle = async (row: InHand): Promise<void> => {
    const done = Promise.withResolvers<void>()
    const before = running.get(row.key)
    running.set(row.key, done.promise)
    await before
    const verdict = me.held.get(row.n) === row ? await outcomeOf(row, handler ?? (async () => {})) : undefined
    if (running.get(row.key) === done.promise) running.delete(row.key)
    done.resolve()
    if (verdict && me.held.get(row.n) === row) outcomes.set(row.n, outcomeFor(row, verdict, clock.now()))
    else orphans -= 1
    void look()
  }

  /** After a stop the store is not waited for: what is not written down is taken over by others, and repeated. */
  const giveUp = (): void => {
    for (const n of outcomes.keys()) me.held.delete(n)
    outcomes.clear()
  }

  const leave = async (): Promise<void> => {
    if (state === 'left') return
    state = 'left'
    for (const timer of timers) clearInterval(timer)
    await me.leave().catch(report)
    await unlisten()
    empty.resolve()
  }

  /** Tells those who wait for it that there is nothing to do now. */
  const rest = async (): Promise<void> => {
    if (resting.length === 0 || busy() > 0 || turning || state === 'closed') return
    try {
      const more = await queue.isBusy(clock.now())
      if (busy() > 0 || turning || (more && state === 'open')) return
      for (const tell of resting.splice(0)) tell()
    } catch (error) {
      report(error)
      wakeAt(clock.now() + firstPauseMs)
    }
  }

  const wakeAt = (time: number): void => {
    if (state !== 'open' || (alarm && alarm.time <= time)) return
    alarm?.cancel()
    const wake = (): void => {
      alarm = undefined
      void look()
    }
    alarm = { time, cancel: clock.at(time, wake) }
  }

  const beat = async (): Promise<void> => {
    await Promise.all([me.beat(), queue.bringForward(clock.now())]).catch(report)
    void look()
  }

  return {
    blameless,
    posted(at) {
      const due = at <= clock.now()
      if (state === 'open' && !due) wakeAt(at)
      else if (state === 'open' && busy() < atOnce) void look()
      else if (at <= clock.now() + lookMs) call()
    },
    start(given) {
      if (handler) throw new Error('This mailbox delivers already. Call deliver once.')
      handler = given
      state = 'open'
      unlisten = queue.listen((what) => {
        if (what === 'again') me.doubt()
        if (what !== 'lost') void look()
      })
      timers.push(setInterval(beat, beatMs), setInterval(look, lookMs))
      void look().then(beat)
    },
    idle: () =>
      new Promise((done) => {
        resting.push(done)
        void rest()
      }),
    stop() {
      if (state === 'closed') return Promise.resolve()
      if (state === 'open') {
        state = 'stopped'
        alarm?.cancel()
        void look()
      }
      return empty.promise
    },
  }
}
