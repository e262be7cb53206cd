/** What the shared file holds, as rows that can be moved. */
import {
  ADDED,
  CLEARED,
  COLUMNS,
  firstsReady,
  MOVED,
  PLACED,
  type Place,
  type Row,
  type Rows,
  SPACE,
  TABLES,
  type Table,
} from '../moving/rows.ts'
import type { Database } from './open.ts'

/** The rows of a file that this process has open for itself. */
export const sqliteRows = ({ file, connection }: Database): Rows => {
  const sql = (text: string) => connection.prepare(text)
  const inOne = (work: () => void): void => {
    connection.exec('BEGIN IMMEDIATE')
    try {
      work()
      connection.exec('COMMIT')
    } catch (error) {
      connection.exec('ROLLBACK')
      throw error
    }
  }
  const note = (what: object): void => {
    if (Object.keys(what).length === 0) sql(FORGET).run(NOTE)
    else sql(KEEP).run(NOTE, JSON.stringify(what))
  }

  return {
    name: file,
    emptiedBy: 'remove the file',
    page: async (table, after, most) => {
      const order = PLACED[table]
      const behind = after === null ? '' : `AND (${order}) > (${after.map(() => '?').join(', ')})`
      const text = `SELECT json_array(${order}) AS place, ${columns(table)} FROM ${table} WHERE ${MOVED[table]} ${behind} ORDER BY ${order} LIMIT ?`
      return sql(text)
        .all(...(after ?? []), most)
        .map((row) => rowOf(table, row))
    },
    add: async (table, rows, progress) =>
      inOne(() => {
        const names = COLUMNS[table]
        const own = ADDED[table]
        const all = [...names, ...Object.keys(own)]
        const values = [...names.map(() => '?'), ...Object.values(own)]
        const insert = sql(
          `INSERT INTO ${table} (${all.join(', ')}) VALUES (${values.join(', ')}) ON CONFLICT DO NOTHING`,
        )
        for (const row of rows) insert.run(...row.values)
        // The id of what was set aside stays known.
        if (table === 'aside') sql(KNOW).run()
        note({ progress })
      }),
    clear: async () =>
      inOne(() => {
        for (const table of TABLES) sql(`DELETE FROM ${table} WHERE ${CLEARED[table]}`).run()
      }),
    settle: async () => void sql(firstsReady('message')).run(),
    noted: async () => JSON.parse(String(sql(FIND).get(NOTE)?.value ?? '{}')),
    note: async (what) => note(what),
    close: async () => {},
  }
}

const NOTE = 'move'
const columns = (table: Table): string => COLUMNS[table].join(', ')

const rowOf = (table: Table, row: Record<string, unknown>): Row => ({
  place: JSON.parse(String(row.place)) as Place,
  values: COLUMNS[table].map((name) => {
    const value = row[name]
    // An error's words may hold a NUL, which PostgreSQL has not.
    if (typeof value === 'string') return value.replaceAll('\0', '\ufffd')
    return value === null ? value : Number(value)
  }),
})

const FIND = `SELECT value FROM document WHERE namespace = '${SPACE}' AND key = ?`
const KEEP = `INSERT OR REPLACE INTO document (namespace, key, revision, value) VALUES ('${SPACE}', ?, 1, ?)`
const FORGET = `DELETE FROM document WHERE namespace = '${SPACE}' AND key = ?`
const KNOW = 'INSERT OR IGNORE INTO known (id, key, until) SELECT id, key, NULL FROM aside'
