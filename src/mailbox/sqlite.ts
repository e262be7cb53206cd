import type { Clock } from '../clock.ts'
import type { Committer } from './committer.ts'
import { type DeliveryOptions, delivery } from './delivery.ts'
import type { Mailbox } from './mailbox.ts'
import { allAside, drop, put } from './queue.ts'

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
    aside: () => committer.read(allAside),
    stop: hands.stop,
  }
}

/** Text that a database can hold and tell apart from any other. */
const text = (name: string, value: string): string => {
  if (value !== '' && value.isWellFormed() && !value.includes('\0')) return value
  throw new TypeError(
    `${JSON.stringify(value)} cannot be a message's ${name}: use non-empty, well-formed text without NUL.`,
  )
}

const finite = (at: number): number => {
  if (Number.isFinite(at)) return at
  throw new TypeError(`A message cannot be due at ${at}: give milliseconds since 1970.`)
}

const json = (body: unknown): string => {
  const written = JSON.stringify(body)
  if (written === undefined) throw new TypeError(`A ${typeof body} has no JSON and cannot be posted.`)
  return written
}
