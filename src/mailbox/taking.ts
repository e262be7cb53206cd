/** What is handed over next: by when it is due, and a suspect alone. Every function is one step inside somebody's transaction. */
import type { Sql } from './committer.ts'
import { type InHand, inHand, setAside } from './queue.ts'

/** How much may be taken, where so many messages are in hand, and after how many ends of processes one is set aside. */
export type Room = { now: number; room: number; inHand: number; attempts: number }

/** After so many ends of processes in a row a message is handed over alone; with the next ones only itself is to blame. */
export const SUSPECT = 3

/** Why a message was set aside that ended its process each time. */
export const LOST = 'The process ended during each attempt, before the handler came back.'

/** Whether nothing else may be in hand beside a message. */
export const isSuspect = ({ lost }: Pick<InHand, 'lost'>): boolean => lost >= SUSPECT

/** How many more may be in hand beside these, of so many at once. */
export const roomBeside = (inHand: readonly InHand[], atOnce: number): number =>
  inHand.some(isSuspect) ? 0 : Math.max(0, atOnce - inHand.length)

/**
 * Takes up to `room` due messages, those due first first; `next` is when to look again, if known. A suspect waits until
 * nothing is in hand, and everything else behind it.
 */
export const take = (
  sql: Sql,
  { now, room, inHand: held, attempts }: Room,
): { taken: InHand[]; next?: number } => {
  const taken: InHand[] = []
  while (taken.length < room) {
    const row = sql(NEXT_READY).get()
    if (!row) break
    if (Number(row.due) > now) return { taken, next: Number(row.due) }
    const [n, lost] = [Number(row.n), Number(row.lost)]
    if (lost >= attempts) setAside(sql, { n, key: String(row.key) }, LOST, now)
    else if (!isSuspect({ lost })) taken.push(inHand(sql(TAKE).get(n) ?? {}))
    else return { taken: held + taken.length > 0 ? taken : [inHand(sql(TAKE).get(n) ?? {})] }
  }
  return { taken }
}

/** Whether a message could be taken now. */
export const hasDue = (sql: Sql, now: number): boolean =>
  Number(sql(NEXT_READY).get()?.due ?? Number.POSITIVE_INFINITY) <= now

const NEXT_READY = 'SELECT n, key, due, lost FROM message WHERE state = 1 ORDER BY due, n LIMIT 1'
const TAKE = 'UPDATE message SET state = 2, attempt = attempt + 1 WHERE n = ? RETURNING *'
