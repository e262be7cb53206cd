import { checked, failed, json, parsed } from './fault.ts'
import type { Memory } from './memory.ts'
import type { Store } from './store.ts'

/** Transcripts in a table of their own, a row per entry, so that adding one never rewrites the others. */
export const postgresLists = (store: Store): Pick<Memory, 'append' | 'entries' | 'forget'> => ({
  async append(key, from, entries) {
    checked(key)
    const [row] = await store.query(ADD, [key, from, entries.map(json)]).catch(failed)
    const length = Number(row?.length)
    if (from > length)
      throw new RangeError(`${key} has ${length} entries; appending from ${from} would leave a hole.`)
  },

  async *entries<T>(key: string, from = 0) {
    checked(key)
    let next = from
    for (let more = true; more; ) {
      const rows = await store.query(PAGE, [key, next, PAGE_ROWS]).catch(failed)
      for (const { entry } of rows) yield parsed(key, entry) as T
      next += rows.length
      more = rows.length === PAGE_ROWS
    }
  },

  async forget(key) {
    await store.query('DELETE FROM mlsd.list WHERE key = $1', [checked(key)]).catch(failed)
  },
})

const PAGE_ROWS = 64

/** Adds what is not there yet, unless it would leave a hole, and answers how long the list was. */
const ADD = `
  WITH kept AS (SELECT coalesce(max(n) + 1, 0) AS length FROM mlsd.list WHERE key = $1),
  added AS (
    INSERT INTO mlsd.list (key, n, entry)
    SELECT $1, $2::bigint + place - 1, entry
    FROM kept, unnest($3::text[]) WITH ORDINALITY AS given (entry, place)
    WHERE $2::bigint <= kept.length
    ON CONFLICT DO NOTHING)
  SELECT length FROM kept`

const PAGE = 'SELECT entry FROM mlsd.list WHERE key = $1 AND n >= $2 ORDER BY n LIMIT $3'
