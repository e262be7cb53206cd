/** Calls to the other processes that share a queue. */
import type { SharedQueue } from './shared-queue.ts'

/** What an edge heard in one burst is one call. */
export const BURST_MS = 5

/** Calls the others, at most once in a few milliseconds. */
export const calling = (queue: SharedQueue): (() => void) => {
  let called = false
  return () => {
    if (called) return
    called = true
    setTimeout(() => {
      called = false
      // Who misses a call looks a little later by itself.
      queue.call().catch(() => {})
    }, BURST_MS)
  }
}
