import type { Clock } from '../clock.ts'
import { finite, json, text } from './checked.ts'
import type { Mailbox } from './mailbox.ts'
import { SHARED_DEFAULTS, type SharedOptions, sharedDelivery } from './shared-delivery.ts'
import { type Store, sharedQueue } from './shared-queue.ts'

/**
 * A mailbox in PostgreSQL, for any number of processes: one at a time per key holds across all of them.
 *
 * A process that dies or falls silent loses what it has in hand to another one within `leaseMs` and a beat. One that
 * was only frozen, and wakes, may then still run a handler for a message that is another's now: nothing that it says
 * of the message counts any more, and memory's revisions refuse what it saves.
 */
export const postgresMailbox = (store: Store, clock: Clock, options: SharedOptions = {}): Mailbox => {
  const settings = { ...SHARED_DEFAULTS, ...options }
  const queue = sharedQueue(store, settings)
  const hands = sharedDelivery(queue, clock, settings)

  return {
    async post(body, { key, id, at = clock.now() }) {
      const message = { key: text('key', key), id: text('id', id), at: finite(at), body: json(body) }
      const { taken, first } = await hands.blameless(queue.put(message, clock.now()))
      if (first) hands.posted(at)
      return taken
    },
    deliver: hands.start,
    drop: async (key) => hands.blameless(queue.drop(text('key', key))),
    idle: hands.idle,
    aside: queue.aside,
    stop: hands.stop,
  }
}
