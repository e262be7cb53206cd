import type { VirtualClock } from '../../src/clock.ts'

/** Turns of the event loop without any traffic after which nothing moves any more. */
const QUIET_TURNS = 20

/** A clock that moves when it is told to, and between two wakes waits until a store in another process is quiet. */
export const patientClock = (start: number, quiet: () => boolean): VirtualClock => {
  let time = start
  const waiting = new Set<{ time: number; wake: () => void }>()

  const earliest = () => [...waiting].toSorted((one, other) => one.time - other.time)[0]
  const wakeDue = (): void => {
    for (let due = earliest(); due && due.time <= time; due = earliest()) {
      waiting.delete(due)
      due.wake()
    }
  }
  const settle = async (): Promise<void> => {
    for (let turns = 0; turns < QUIET_TURNS; turns = quiet() ? turns + 1 : 0)
      await new Promise<void>((done) => (quiet() ? setImmediate(done) : setTimeout(done)))
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
      for (let due = earliest(); due && due.time <= end; due = earliest()) {
        time = Math.max(time, due.time)
        wakeDue()
        await settle()
      }
      time = Math.max(time, end)
    },
  }
}
