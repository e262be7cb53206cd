import type { Clock } from '../clock.ts'
import { finite, json, text } from './checked.ts'
import { grouped } from './grouped.ts'
import type { Mailbox } from './mailbox.ts'
import type { Posted } from './queue.ts'
import { sharedDelivery } from './shared-delivery.ts'
import { SHARED_DEFAULTS, type SharedOptions } from './shared-options.ts'
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
  const put = grouped((posts: readonly Posted[]) => queue.put(posts, clock.now()))

  return {
    async post(body, { key, id, at = clock.now() }) {
      const message = { key: short('key', key), id: short('id', id), at: finite(at), body: json(body) }
      const { taken, first } = await hands.blameless(put(message))
      if (first) hands.posted(at)
      return taken
    },
    deliver: hands.start,
    drop: async (key) => hands.blameless(queue.drop(text('key', key))),
    idle: hands.idle,
    aside: queue.aside,
    async retry(id) {
      const { taken, first } = await hands.blameless(queue.retry(id, clock.now()))
      if (first) hands.posted(clock.now())
      return taken
    },
    discard: (id) => hands.blameless(queue.discard(id, clock.now())),
    state: () => queue.state(clock.now()),
    stop: hands.stop,
  }
}

/** Text that PostgreSQL can keep in an index; what is longer would fail together with the posts beside it. */
const short = (name: string, value: string): string => {
  if (Buffer.byteLength(text(name, value)) <= LONGEST) return value
  throw new TypeError(
    `A message's ${name} may have ${LONGEST} bytes, and this one has more: ${value.slice(0, 80)}…`,
  )
}

const LONGEST = 2_000
