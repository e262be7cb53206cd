/**
 * The mailbox's rows: what each change does to them. Every function is one step inside somebody's transaction.
 *
 * The laws:
 * - A row waits (0), is *ready* (1: the first of its key, deliverable once due) or is *in hand* (2).
 * - At most one row of a key is ready or in hand; a unique index says so. That is "one at a time".
 * - When a key has rows, one of them is ready or in hand, and a ready one is the first by `at`, then arrival; one that
 *   was in hand before stays ready until it is handled, as what it began may have to be finished first.
 * - A message that was *lost* in so many ends of processes in a row is a suspect, and is in hand alone: what else was in
 *   hand then is not to be blamed for it. What comes back from its handler was not lost.
 * - A time is somebody's clock's, which may be set back. What was posted to be handed over at once is due when its turn
 *   comes (0 until then), whatever the clock says by then; what fails is due after the longest pause at the latest.
 * - Every look-up is by an index, so no step costs more because there are more messages or more keys.
 */
import type { Sql } from './committer.ts'
import type { Message, State } from './mailbox.ts'
import type { Span } from './set-back.ts'

export type Posted = { key: string; id: string; at: number; body: string }

/** A message in somebody's hands: its row, its body still as text. */
export type InHand = Row & { id: string; at: number; text: string; attempt: number; lost: number }

/** What names a row, and its key. */
export type Row = { n: number; key: string }

type Back = { pause: number; reason: string }

/** Adds a message, unless its id is known. */
export const put = (sql: Sql, { key, id, at, body }: Posted, now: number): boolean => {
  if (sql(IS_KNOWN).get({ id, now })) return false
  const front = sql(FRONT).get(key)
  const first = !front || (front.state === READY && front.attempt === 0 && at < Number(front.at))
  if (front && first) sql(SET_STATE).run(WAITING, front.n ?? null)
  sql(INSERT).run(key, id, at, body, first ? READY : WAITING, first || at > now ? at : IN_TURN)
  return true
}

/** Makes due what failed and would wait for more than the `longest` pause, as it does where the clock was set back. */
export const bringForward = (sql: Sql, now: number, longest: number): void => {
  sql(BRING_FORWARD).run(now, now + longest)
}

/** Makes due so much earlier what is due in a span. */
export const bringEarlier = (sql: Sql, now: number, { by, after, until }: Span): void => {
  sql(EARLIER).run({ now, by, after, until })
}

/** Forgets a handled message, but knows its id until then; lets go of a few ids whose time is over. */
export const forget = (sql: Sql, row: Row, now: number, until: number): void => {
  const id = sql(REMOVE).get(row.n)?.id ?? null
  if (id !== null) sql(KNOW).run(id, row.key, until)
  sql(PRUNE).run(now)
  promote(sql, row.key, now)
}

/** Puts a message back, ahead of its key, to be tried again after a pause; no more attempts than `most` stay counted. */
export const putBack = (sql: Sql, row: Row, now: number, { pause, reason }: Back, most: number): void => {
  if (sql(PUT_BACK).run(now + pause, reason, most, row.n).changes > 0) return
  sql(REMOVE).get(row.n)
  promote(sql, row.key, now)
}

/** Puts a message where only an operator sees it, and lets its key go on. */
export const setAside = (sql: Sql, row: Row, reason: string, now: number): void => {
  sql(ASIDE).run(reason, row.n)
  const id = sql(REMOVE).get(row.n)?.id ?? null
  if (id !== null) sql(KNOW).run(id, row.key, null)
  promote(sql, row.key, now)
}

/** Removes all that is kept for a key. What is in hand becomes a row without content, so that the key stays taken. */
export const drop = (sql: Sql, key: string): number => {
  const gone = [DROP_WAITING, DROP_IN_HAND, DROP_ASIDE].map((text) => Number(sql(text).run(key).changes))
  sql(DROP_KNOWN).run(key)
  return gone.reduce((sum, count) => sum + count, 0)
}

/** Puts back what an earlier process had in hand when it ended, ahead of its key; that it was lost is counted. */
export const recover = (sql: Sql, now: number): void => {
  for (const row of sql(ALL_IN_HAND).all()) {
    if (row.id !== null) sql(PUT_BACK_LOST).run(row.n ?? null)
    else {
      sql(REMOVE).get(row.n ?? null)
      promote(sql, String(row.key), now)
    }
  }
}

/** How much there is to do; counted by indexes. */
export const stateOf = (sql: Sql, now: number): State => {
  const { due, since } = sql(COUNT_DUE).get(now) ?? {}
  const [held, aside] = [COUNT_HELD, COUNT_ASIDE].map((text) => Number(sql(text).get()?.count ?? 0))
  return {
    due: Number(due),
    since: since === null ? null : Number(since),
    held: held ?? 0,
    aside: aside ?? 0,
  }
}

/** The message in a row. */
export const message = ({ key, id, at, text, attempt }: InHand): Message => ({
  key,
  id,
  at,
  body: JSON.parse(text),
  attempt,
})

type Columns = Record<string, unknown>

const WAITING = 0
/** The due of what waits for nothing but its turn. */
const IN_TURN = 0
const READY = 1

/** Ids past their time that one handled message takes with it: two, so that they run out faster than they come. */
const PRUNED_AT_ONCE = 2

/** The message in hand that a row is. */
export const inHand = ({ n, key, id, at, body, attempt, lost }: Columns): InHand => ({
  n: Number(n),
  key: String(key),
  id: String(id),
  at: Number(at),
  text: String(body),
  attempt: Number(attempt),
  lost: Number(lost ?? 0),
})

/** Makes the first message of a key ready, once none is ready or in hand any more. */
const promote = (sql: Sql, key: string, now: number): void => {
  const first = sql(FIRST).get(key)
  if (first) sql(PROMOTE).run(now, first.n ?? null)
}

const IS_KNOWN = `
  SELECT 1 FROM message WHERE id = :id
  UNION ALL SELECT 1 FROM known WHERE id = :id AND (until IS NULL OR until > :now)`
const FRONT = 'SELECT n, at, state, attempt FROM message WHERE key = ? AND state > 0'
const FIRST = 'SELECT n FROM message WHERE key = ? ORDER BY at, n LIMIT 1'
const INSERT = 'INSERT INTO message (key, id, at, body, state, due) VALUES (?, ?, ?, ?, ?, ?)'
const PROMOTE = 'UPDATE message SET state = 1, due = CASE due WHEN 0 THEN min(at, ?) ELSE due END WHERE n = ?'
const SET_STATE = 'UPDATE message SET state = ? WHERE n = ?'
const BRING_FORWARD = 'UPDATE message SET due = ? WHERE state = 1 AND attempt > 0 AND due > ?'
const EARLIER = `
  UPDATE message SET due = max(:now, due - :by) WHERE state = 1 AND due > :after AND due <= :until`
const REMOVE = 'DELETE FROM message WHERE n = ? RETURNING id'
const PUT_BACK =
  'UPDATE message SET state = 1, due = ?, reason = ?, attempt = min(attempt, ?), lost = 0 WHERE n = ? AND id IS NOT NULL'
const PUT_BACK_LOST = 'UPDATE message SET state = 1, lost = lost + 1 WHERE n = ?'
const ALL_IN_HAND = 'SELECT n, key, id FROM message WHERE state = 2'

export const KNOW = 'INSERT OR REPLACE INTO known (id, key, until) VALUES (?, ?, ?)'
const PRUNE = `
  DELETE FROM known WHERE id IN (SELECT id FROM known WHERE until <= ? ORDER BY until LIMIT ${PRUNED_AT_ONCE})`

const ASIDE = `
  INSERT INTO aside (key, id, at, body, attempt, reason)
  SELECT key, id, at, body, attempt, ? FROM message WHERE n = ? AND id IS NOT NULL`

const DROP_WAITING = 'DELETE FROM message WHERE key = ? AND state < 2'
const DROP_IN_HAND =
  'UPDATE message SET id = NULL, body = NULL WHERE key = ? AND state = 2 AND id IS NOT NULL'
const DROP_ASIDE = 'DELETE FROM aside WHERE key = ?'
const DROP_KNOWN = 'DELETE FROM known WHERE key = ?'
const COUNT_DUE = 'SELECT count(*) AS due, min(due) AS since FROM message WHERE state = 1 AND due <= ?'
const COUNT_HELD = 'SELECT count(*) AS count FROM message'
const COUNT_ASIDE = 'SELECT count(*) AS count FROM aside'
