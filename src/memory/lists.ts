import type { Committer } from './committer.ts'
import { checked, failed, json, parsed } from './fault.ts'
import type { Memory } from './memory.ts'

/** Transcripts in a table of their own, a row per entry, so that adding one never rewrites the others. */
export const lists = (committer: Committer): Pick<Memory, 'append' | 'entries' | 'forget'> => ({
  async append(key, from, entries) {
    const rows = entries.map((entry, index) => [checked(key), from + index, json(entry)] as const)
    const length = await committer
      .run((sql) => {
        const length = Number(sql(LENGTH).get(key)?.length)
        if (from <= length) for (const row of rows) sql(ADD).run(...row)
        return length
      })
      .catch(failed)
    if (from > length)
      throw new RangeError(`${key} has ${length} entries; appending from ${from} would leave a hole.`)
  },

  async *entries<T>(key: string, from = 0) {
    checked(key)
    let next = from
    for (let more = true; more; ) {
      const rows = await committer.read((sql) => sql(PAGE).all(key, next, PAGE_ROWS)).catch(failed)
      for (const { entry } of rows) yield parsed(key, entry) as T
      next += rows.length
      more = rows.length === PAGE_ROWS
    }
  },

  async forget(key) {
    await committer.run((sql) => sql(FORGET).run(checked(key))).catch(failed)
  },
})

const PAGE_ROWS = 64

const LENGTH = 'SELECT coalesce(max(n) + 1, 0) AS length FROM list WHERE key = ?'
const ADD = 'INSERT INTO list (key, n, entry) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'
const PAGE = 'SELECT entry FROM list WHERE key = ? AND n >= ? ORDER BY n LIMIT ?'
const FORGET = 'DELETE FROM list WHERE key = ?'
