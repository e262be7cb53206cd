/** Time as an argument: what rooms that wait are given instead of the machine's clock. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls `wake` once it is `time` or later, never before this call has returned; the answer takes it back. */
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
    let timer: NodeJS.Timeout
    const wait = (atLeast: number): void => {
      const left = Math.min(Math.max(time - Date.now(), atLeast), LONGEST_TIMER_MS)
      timer = setTimeout(() => (Date.now() >= time ? wake() : wait(1)), left)
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
