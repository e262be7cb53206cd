import type { Clock } from '../clock.ts'
import { attentionTo } from './attention.ts'
import { finite, json, text } from './checked.ts'
import { grouped } from './grouped.ts'
import type { Mailbox } from './mailbox.ts'
import { presence } from './presence.ts'
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
  const attention = attentionTo(store, clock)
  const queue = sharedQueue(attention.store, settings)
  const hands = sharedDelivery(queue, clock, settings)
  const present = presence(queue, settings)
  const put = grouped((posts: readonly Posted[]) => queue.put(posts, clock.now()))

  return {
    async post(body, { key, id, at = clock.now() }) {
      const message = { key: short('key', key), id: short('id', id), at: finite(at), body: json(body) }
      const { taken, first } = await hands.blameless(put(message))
      if (first) hands.posted(at)
      return taken
    },
    deliver: hands.start,
    attend: present.begin,
    drop: async (key) => hands.blameless(queue.drop(text('key', key))),
    idle: hands.idle,
    failing: queue.failing,
    aside: queue.aside,
    async retry(id) {
      const { taken, first } = await hands.blameless(queue.retry(id, clock.now()))
      if (first) hands.posted(clock.now())
      return taken
    },
    discard: (id) => hands.blameless(queue.discard(id, clock.now())),
    lately: (messages) => queue.lately(clock.now(), messages),
    state: () => queue.state(clock.now()),
    away: attention.away,
    stop: async () => void (await Promise.all([hands.stop(), present.stop()])),
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
