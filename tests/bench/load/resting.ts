/** Interviews at rest: copies of one that was held, written as rows. */
import type { Store } from './stores.ts'

/** Who held the talk that is copied, and where. */
export type Held = { user: string; channel: string }

/** Writes so many; each has its record, its transcript, its person and place, its reminders and the ids that are known. */
export const fill = async (store: Store, { user, channel }: Held, count: number): Promise<void> => {
  const { prefix, run, settle } = store
  const [found] = await run(`SELECT key FROM ${prefix}document WHERE key LIKE 'interview:%'`)
  const interview = String(found?.key).slice('interview:'.length)
  // Each copy has an interview, a person and a channel of its own.
  const swaps = [
    [interview, `CAST(${'1'.padEnd(interview.length, '0')} + i AS text)`],
    [user, `'U' || CAST(90000000 + i AS text)`],
    [channel, `'C' || CAST(90000000 + i AS text)`],
  ] as const
  const swap = (column: string) =>
    swaps.reduce((text, [from, to]) => `replace(${text}, '${from}', ${to})`, column)
  const mine = (column: string) => swaps.map(([from]) => `${column} LIKE '%${from}%'`).join(' OR ')
  const copy = (table: string, columns: string, values: string) => `
    INSERT INTO ${prefix}${table} (${columns})
    WITH RECURSIVE copies(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM copies WHERE i < ${count})
    SELECT ${values} FROM ${prefix}${table}, copies WHERE ${mine('key')}`
  await run(
    copy(
      'document',
      'namespace, key, revision, value',
      `namespace, ${swap('key')}, revision, ${swap('value')}`,
    ),
    copy('list', 'key, n, entry', `${swap('key')}, n, ${swap('entry')}`),
    copy(
      'message',
      'key, id, at, body, state, due',
      `${swap('key')}, ${swap('id')}, at, ${swap('body')}, state, due`,
    ),
    copy('known', 'id, key, until', `${swap('id')}, ${swap('key')}, until`),
  )
  await settle()
}

/**
 * Puts to rest what is under way: its reminders come in a month, and its places are not read back at the next start, so
 * that neither is in what is measured next.
 */
export const putToRest = async ({ prefix, run }: Store): Promise<void> => {
  await run(
    `UPDATE ${prefix}message SET at = at + ${MONTH}, due = due + ${MONTH} WHERE due < ${Date.now() + MONTH / 2}`,
    `DELETE FROM ${prefix}document WHERE key LIKE 'talk:%'`,
  )
}

const MONTH = 30 * 86_400_000
