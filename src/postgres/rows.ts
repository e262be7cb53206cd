/** What the database holds, as rows that can be moved. */
import { COLUMNS, type Place, type Row, type Rows, TABLES, type Table } from '../moving/rows.ts'
import type { Database } from './open.ts'

/** The rows of a database; nobody else may work on it meanwhile, which `isUsed` tells. */
export const postgresRows = ({ name, query, close }: Database): Rows => {
  const note = async (what: object): Promise<void> => {
    if (Object.keys(what).length === 0) await query(FORGET)
    else await query(KEEP, [JSON.stringify(what)])
  }

  return {
    name,
    page: async (table, after, most) => {
      const { order, places } = ORDERS[table]
      const behind =
        after === null ? '' : `AND (${order}) > (${places.map((type, n) => `$${n + 2}::${type}`).join(', ')})`
      const text = `SELECT json_build_array(${order}) AS place, ${COLUMNS[table].join(', ')}
        FROM mlsd.${table} WHERE ${KEPT[table]} ${behind} ORDER BY ${order} LIMIT $1`
      return (await query(text, [most, ...(after ?? [])])).map((row) => rowOf(table, row))
    },
    async add(table, rows, progress) {
      const names = COLUMNS[table]
      const own = OWN[table]
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
    settle: async () => void (await query(FIRSTS)),
    noted: async () => JSON.parse(String((await query(FIND))[0]?.value ?? '{}')),
    note,
    close,
  }
}

/** Whether a process delivers from this database, or did so a moment ago. */
export const isUsed = async ({ query }: Pick<Database, 'query'>): Promise<boolean> =>
  (await query('SELECT 1 FROM mlsd.holder WHERE until > clock_timestamp() LIMIT 1')).length > 0

const SPACE = 'mlsd-move'

const KEPT: Readonly<Record<Table, string>> = {
  document: `namespace <> '${SPACE}' AND expires IS NULL`,
  list: 'true',
  known: 'until IS NOT NULL',
  aside: 'true',
  message: 'id IS NOT NULL',
}
const CLEARED: Readonly<Record<Table, string>> = { ...KEPT, known: 'true', message: 'true' }

const ORDERS: Readonly<Record<Table, { order: string; places: readonly string[] }>> = {
  document: { order: 'key', places: ['text'] },
  list: { order: 'key, n', places: ['text', 'bigint'] },
  known: { order: 'id', places: ['text'] },
  aside: { order: 'n', places: ['bigint'] },
  message: { order: 'n', places: ['bigint'] },
}

const TYPES: Readonly<Record<string, string>> = {
  ...{ key: 'text', value: 'text', entry: 'text', id: 'text', body: 'text', reason: 'text' },
  ...{ revision: 'bigint', n: 'bigint', attempt: 'int', at: 'float8', due: 'float8', until: 'float8' },
}

/** Columns that only this store has. */
const OWN: Readonly<Record<Table, Readonly<Record<string, string>>>> = {
  document: { namespace: "'mlsd'" },
  list: {},
  known: {},
  aside: {},
  message: { state: '0' },
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
const FIRSTS = `
  UPDATE mlsd.message SET state = 1 WHERE n IN (
    SELECT n FROM (
      SELECT n, row_number() OVER (PARTITION BY key ORDER BY (attempt > 0) DESC, at, n) AS place FROM mlsd.message) placed
    WHERE place = 1)`
