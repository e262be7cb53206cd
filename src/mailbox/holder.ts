import { randomUUID } from 'node:crypto'
import type { SharedQueue } from './shared-queue.ts'

/** What one process holds of the shared queue, and under which name. */
export type Holder<M extends { n: number }> = {
  /** The messages in hand: being handled, or handled and not yet written down. */
  held: Map<number, M>
  /** The name to act under. Rejects while the store does not answer. */
  name(): Promise<string>
  /** Says that it may hold something else than it knows of: a change failed half-way, or a connection was lost. */
  doubt(): void
  /** Says in the shared queue that this process lives; one that was too late for that begins to doubt. */
  beat(): Promise<void>
  leave(): Promise<void>
}

/**
 * Keeps what is in hand and what the shared queue says of it the same.
 *
 * After a failed change nobody knows whether it was made: it may even still be under way. So the process goes on under
 * a new name, which the old name's changes cannot come after, and takes along what it really has in hand; what the
 * queue gave to the old name without its knowledge goes back, uncounted. What the old name had lost already, since it
 * was silent for too long, is told to `lose`: somebody else may handle it by now. A renaming can be repeated.
 */
export const holder = <M extends { n: number }>(
  queue: SharedQueue,
  lose: (message: M) => void,
): Holder<M> => {
  const held = new Map<number, M>()
  let current: string | undefined
  let next: string | undefined
  let doubtful = true
  let beating = false

  const rename = async (): Promise<void> => {
    next ??= randomUUID()
    doubtful = false
    const numbers = [...held.keys()]
    const still = await queue.hold(next, current, numbers).catch((error: unknown) => {
      doubtful = true
      throw error
    })
    current = next
    next = undefined
    for (const n of numbers) {
      const message = held.get(n)
      if (still.has(n) || !message) continue
      held.delete(n)
      lose(message)
    }
  }

  return {
    held,
    async name() {
      while (doubtful || current === undefined) await rename()
      return current
    },
    doubt() {
      doubtful = true
    },
    async beat() {
      const asked = current
      if (asked === undefined || beating) return
      beating = true
      try {
        if (!(await queue.beat(asked)) && asked === current) doubtful = true
      } finally {
        beating = false
      }
    },
    async leave() {
      if (current !== undefined) await queue.leave(current)
    },
  }
}
