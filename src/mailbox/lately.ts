/** Which keys there was something to do for lately, found by what is stored of messages anyway. */
import type { Sql } from './committer.ts'

/** Of so many messages that are in hand or due, and so many that were handled last. */
export const latelyIn = (sql: Sql, now: number, most: number): string[] =>
  distinct([sql(IN_HAND).all(most), sql(DUE).all(now, most), sql(HANDLED).all(most)].flat())

/** The keys of rows, each once, in the rows' order. */
export const distinct = (rows: readonly Readonly<Record<string, unknown>>[]): string[] => [
  ...new Set(rows.map(({ key }) => String(key))),
]

const IN_HAND = 'SELECT key FROM message WHERE state = 2 LIMIT ?'
const DUE = 'SELECT key FROM message WHERE state = 1 AND due <= ? ORDER BY due DESC LIMIT ?'
const HANDLED = 'SELECT key FROM known WHERE until IS NOT NULL ORDER BY until DESC LIMIT ?'
