/** So much of a kind is in hand at once, so that what many wait for holds up nobody for long who waits for something else. */
import { InTurn } from '../mailbox/mailbox.ts'

export type Lane = <T>(work: () => Promise<T>) => Promise<T>

/** So long a place is waited for, in milliseconds of the machine: whoever has what is waited for holds a hand meanwhile. */
const PATIENCE = 250

/** Does work while fewer than so many are under way, or once one of them is over; throws `InTurn` where that takes too long. */
export const laneOf = (most: number): Lane => {
  let busy = 0
  const waiting = new Set<() => void>()

  const place = async (): Promise<void> => {
    if (busy < most) {
      busy += 1
      return
    }
    const free = Promise.withResolvers<void>()
    waiting.add(free.resolve)
    const late = setTimeout(() => {
      waiting.delete(free.resolve)
      free.reject(new InTurn(`There are ${most} of them in hand, which is as many as are taken at once.`))
    }, PATIENCE)
    await free.promise.finally(() => clearTimeout(late))
  }

  return async (work) => {
    await place()
    try {
      return await work()
    } finally {
      // Whoever waits longest takes the place that gets free.
      const [next] = waiting
      if (next) {
        waiting.delete(next)
        next()
      } else busy -= 1
    }
  }
}
