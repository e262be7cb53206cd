import type { Clock } from '../clock.ts'
import { allAside, discard, failing, retry } from './aside.ts'
import { finite, json, text } from './checked.ts'
import type { Committer } from './committer.ts'
import { delivery } from './delivery.ts'
import { latelyIn } from './lately.ts'
import type { Mailbox } from './mailbox.ts'
import { type DeliveryOptions, KNOWN_FOR } from './options.ts'
import { drop, put, stateOf } from './queue.ts'

/** A mailbox in the shared SQLite file, for the one process that has it open. */
export const sqliteMailbox = (committer: Committer, clock: Clock, options: DeliveryOptions = {}): Mailbox => {
  const hands = delivery(committer, clock, options)

  return {
    async post(body, { key, id, at = clock.now() }) {
      const message = { key: text('key', key), id: text('id', id), at: finite(at), body: json(body) }
      return hands.change((sql) => put(sql, message, clock.now()))
    },
    deliver: hands.start,
    async drop(key) {
      const name = text('key', key)
      return hands.change((sql) => drop(sql, name))
    },
    idle: hands.idle,
    failing: (most) => committer.read((sql) => failing(sql, most)),
    aside: () => committer.read(allAside),
    retry: (id) => hands.change((sql) => retry(sql, id, clock.now())),
    discard: (id) => hands.change((sql) => discard(sql, id, clock.now() + (options.knownForMs ?? KNOWN_FOR))),
    lately: (messages) => committer.read((sql) => latelyIn(sql, clock.now(), messages)),
    state: () => committer.read((sql) => stateOf(sql, clock.now())),
    stop: hands.stop,
  }
}
