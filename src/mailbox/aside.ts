/** What failed: looked at; and what was set aside for it, tried anew or removed. Every function is one step inside somebody's transaction. */
import type { Sql } from './committer.ts'
import type { SetAside } from './mailbox.ts'
import { inHand, KNOW, message, put } from './queue.ts'

/** What was set aside, the first first. */
export const allAside = (sql: Sql): SetAside[] => sql(ALL_ASIDE).all().map(failed)

/** What waits to be tried again, the next first. */
export const failing = (sql: Sql, most: number): SetAside[] => sql(FAILING).all(most).map(failed)

/** A message that failed, with why. */
export const failed = (row: Readonly<Record<string, unknown>>): SetAside => ({
  ...message(inHand(row)),
  reason: String(row.reason),
})

/** Puts what was set aside back, without the attempts that it had. */
export const retry = (sql: Sql, id: string, now: number): boolean => {
  const row = sql(TAKE_ASIDE).get(id)
  if (!row) return false
  sql(UNKNOW).run(id)
  const { key, at, text } = inHand(row)
  return put(sql, { key, id, at, body: text }, now)
}

/** Removes what was set aside; its id is known until then. */
export const discard = (sql: Sql, id: string, until: number): boolean => {
  const row = sql(TAKE_ASIDE).get(id)
  if (row) sql(KNOW).run(id, String(row.key), until)
  return row !== undefined
}

const FAILING =
  'SELECT * FROM message WHERE state = 1 AND attempt > 0 AND reason IS NOT NULL ORDER BY due LIMIT ?'
const ALL_ASIDE = 'SELECT * FROM aside ORDER BY n'
const TAKE_ASIDE = 'DELETE FROM aside WHERE id = ? RETURNING *'
const UNKNOW = 'DELETE FROM known WHERE id = ?'
