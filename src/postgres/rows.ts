/** What the database holds, as rows that can be moved. */
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

/** The rows of a database; nobody else may work on it meanwhile, which `usersOf` tells. */
export const postgresRows = ({ name, query, close }: Database): Rows => {
  const note = async (what: object): Promise<void> => {
    if (Object.keys(what).length === 0) await query(FORGET)
    else await query(KEEP, [JSON.stringify(what)])
  }

  return {
    name,
    emptiedBy: 'run "DROP SCHEMA mlsd CASCADE" in it',
    page: async (table, after, most) => {
      const order = PLACED[table]
      const places = order.split(', ').map((name) => TYPES[name])
      const behind =
        after === null ? '' : `AND (${order}) > (${places.map((type, n) => `$${n + 2}::${type}`).join(', ')})`
      const text = `SELECT json_build_array(${order}) AS place, ${COLUMNS[table].join(', ')}
        FROM mlsd.${table} WHERE ${MOVED[table]} ${behind} ORDER BY ${order} LIMIT $1`
      return (await query(text, [most, ...(after ?? [])])).map((row) => rowOf(table, row))
    },
    async add(table, rows, progress) {
      const names = COLUMNS[table]
      const own = ADDED[table]
      const all = [...names, ...Object.keys(own)]
      const values = names.map((_, column) => rows.map((row) => row.values[column] ?? null))
      const arrays = names.map((name, n) => `$${n + 2}::${TYPES[name]}[]`)
      // Ids of messages and of what was set aside are known as well, as long as these are there.
      const known =
        table === 'message' || table === 'aside' ? `, known AS (${KNOWN} ON CONFLICT DO NOTHING)` : ''
      const text = `
        WITH given AS (SELECT * FROM unnest(${arrays.join(', ')}) WITH ORDINALITY AS g (${names.join(', ')}, place)),
        added AS (
          INSERT INTO mlsd.${table} (${all.join(', ')})
          SELECT ${[...names, ...Object.values(own)].join(', ')} FROM given ORDER BY place ON CONFLICT DO NOTHING)
        ${known}
        ${KEEP}`
      await query(text, [JSON.stringify({ progress }), ...values])
    },
    clear: async () => {
      for (const table of TABLES) await query(`DELETE FROM mlsd.${table} WHERE ${CLEARED[table]}`)
    },
    settle: async () => void (await query(firstsReady('mlsd.message'))),
    noted: async () => JSON.parse(String((await query(FIND))[0]?.value ?? '{}')),
    note,
    close,
  }
}

/** How many processes are at work on this database, or were so a moment ago. */
export const usersOf = async ({ query }: Pick<Database, 'query'>): Promise<number> =>
  Number((await query('SELECT count(*) FROM mlsd.holder WHERE until > clock_timestamp()'))[0]?.count)

const TYPES: Readonly<Record<string, string>> = {
  ...{ key: 'text', value: 'text', entry: 'text', id: 'text', body: 'text', reason: 'text' },
  ...{ revision: 'bigint', n: 'bigint', attempt: 'int', at: 'float8', due: 'float8', until: 'float8' },
}

const rowOf = (table: Table, row: Readonly<Record<string, unknown>>): Row => ({
  place: row.place as Place,
  values: COLUMNS[table].map((name) => {
    const value = row[name]
    if (value === null || value === undefined) return null
    return TYPES[name] === 'text' ? String(value) : Number(value)
  }),
})

const FIND = `SELECT value FROM mlsd.document WHERE namespace = '${SPACE}'`
const KEEP = `INSERT INTO mlsd.document (namespace, key, revision, value) VALUES ('${SPACE}', 'move', 1, $1)
  ON CONFLICT (namespace, key) DO UPDATE SET value = excluded.value`
const FORGET = `DELETE FROM mlsd.document WHERE namespace = '${SPACE}'`
const KNOWN = 'INSERT INTO mlsd.known (id, key) SELECT id, key FROM given'
