/** So much of a kind is in hand at once, so that what many wait for holds up nobody who waits for something else. */
import { InTurn } from '../mailbox/mailbox.ts'

export type Lane = <T>(work: () => Promise<T>) => Promise<T>

/** Does work while fewer than so many are under way; throws `InTurn` otherwise, so that its message comes again. */
export const laneOf = (most: number): Lane => {
  let busy = 0
  return async (work) => {
    if (busy >= most)
      throw new InTurn(`There are ${most} of them in hand, which is as many as are taken at once.`)
    busy += 1
    try {
      return await work()
    } finally {
      busy -= 1
    }
  }
}
