/** Work that has been begun and that nobody waits for yet. */
import type { Waits } from '../../waits.ts'

export type InHand = {
  /** The work must not fail. */
  busy(work: Promise<unknown>): void
  /** Resolves once nothing is in hand, or so many milliseconds are over. */
  empty(waits: Waits, within: number): Promise<void>
}

export const inHand = (): InHand => {
  const works = new Set<Promise<unknown>>()
  return {
    busy(work) {
      const done: Promise<unknown> = work.then(
        () => works.delete(done),
        () => works.delete(done),
      )
      works.add(done)
    },
    async empty(waits, within) {
      const settled = (async () => {
        while (works.size > 0) await Promise.all(works)
      })()
      await Promise.race([settled, waits.pause(within)])
    },
  }
}
