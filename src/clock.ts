import { DRIFT_MS } from './drift.ts'

/** Time as an argument: what rooms that wait are given instead of the machine's clock. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number
  /**
   * Calls `wake` once it is `time` or later, never before this call has returned; the answer takes it back.
   * Where the clock is set back meanwhile, once as much time has passed as there was to `time`: no pause grows by that,
   * and whoever waits for the time itself has to look, and to ask again.
   */
  at(time: number, wake: () => void): () => void
}

/** A clock that moves only when it is told to. */
export type VirtualClock = Clock & {
  /**
   * Moves on by so many milliseconds and wakes what is due, in order of time.
   * Between two wakes the event loop turns, so that what a wake sets off may ask for a time within the span.
   */
  advance(ms: number): Promise<void>
}

/** The longest single timer: a sleeping laptop or a corrected clock is noticed within a minute. */
const LONGEST_TIMER_MS = 60_000

/** Turns of the event loop given to what a wake sets off; a commit takes one. */
const TURNS = 20

/** The machine's own clock. */
export const systemClock = (): Clock => ({
  now: Date.now,
  at(time, wake) {
    const over = performance.now() + time - Date.now()
    let timer: NodeJS.Timeout
    /** The clock was set back when what there was to wait for is over, and it says otherwise by more than it may drift. */
    const isTime = (): boolean => {
      const missing = time - Date.now()
      return missing <= 0 || (missing > DRIFT_MS && performance.now() >= over)
    }
    const wait = (atLeast: number): void => {
      const left = Math.min(time - Date.now(), over - performance.now())
      timer = setTimeout(
        () => (isTime() ? wake() : wait(1)),
        Math.min(Math.max(left, atLeast), LONGEST_TIMER_MS),
      )
    }
    wait(0)
    return () => clearTimeout(timer)
  },
})

/** A clock for tests and for `--clock virtual`: it shows `start` until it is advanced. */
export const virtualClock = (start: number): VirtualClock => {
  let time = start
  const waiting = new Set<{ time: number; wake: () => void }>()

  const wakeDue = (): void => {
    for (let due = earliest(waiting); due && due.time <= time; due = earliest(waiting)) {
      waiting.delete(due)
      due.wake()
    }
  }

  return {
    now: () => time,
    at(when, wake) {
      const entry = { time: when, wake }
      waiting.add(entry)
      if (when <= time) setImmediate(wakeDue)
      return () => waiting.delete(entry)
    },
    async advance(ms) {
      const end = time + ms
      await settle()
      for (let due = earliest(waiting); due && due.time <= end; due = earliest(waiting)) {
        time = Math.max(time, due.time)
        wakeDue()
        await settle()
      }
      time = Math.max(time, end)
    },
  }
}

const earliest = <T extends { time: number }>(entries: Iterable<T>): T | undefined => {
  let first: T | undefined
  for (const entry of entries) if (!first || entry.time < first.time) first = entry
  return first
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < TURNS; turn++) await new Promise<void>((done) => setImmediate(done))
}
