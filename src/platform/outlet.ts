/** Order: what is sent to one place is sent one after another, as it was said; places do not wait for one another. */
import type { Clock } from '../clock.ts'
import { PlatformFault } from './platform.ts'

export type Outlet = {
  /** Does the work when all that came before it at this place is done; throws `busy` where that takes too long. */
  inTurn<T>(place: string, work: () => Promise<T>): Promise<T>
}

/** So many may wait at one place. */
const MOST_WAITING = 500

export const outletOf = (clock: Clock, longest: number, whose: string): Outlet => {
  /** Who waits, by place; a place without work has no entry. */
  const queues = new Map<string, (() => void)[]>()

  const next = (place: string, queue: (() => void)[]): void => {
    const go = queue.shift()
    if (go) go()
    else queues.delete(place)
  }

  return {
    async inTurn(place, work) {
      const ahead = queues.get(place)
      if (ahead && ahead.length >= MOST_WAITING) throw busy(place, whose)
      const queue = ahead ?? []
      const since = clock.now()
      if (ahead) await new Promise<void>((go) => queue.push(go))
      else queues.set(place, queue)
      try {
        if (ahead && clock.now() - since > longest) throw busy(place, whose)
        return await work()
      } finally {
        next(place, queue)
      }
    },
  }
}

const busy = (place: string, whose: string): PlatformFault =>
  new PlatformFault('busy', `${whose} has not taken yet what was said before at ${place}.`)
