import type { Pool, PoolClient } from 'pg'
import { DatabaseError } from './error.ts'
import { grantsToUse } from './grants.ts'
import { MIGRATIONS, VERSION } from './schema.ts'

/** Looks at the database without changing it, and throws `DatabaseError` where this mlsd cannot work on it. */
export const inspect = async (pool: Pool, name: string): Promise<void> => {
  const version = await checked(pool, name)
  if (version === undefined)
    throw new DatabaseError('unmade', name, 'holds nothing of mlsd yet. Start mlsd once.')
  if (version < VERSION)
    throw new DatabaseError('older', name, 'was written by an older mlsd. Start mlsd once to carry it over.')
}

/**
 * Makes the schema, or carries it over, in one transaction: it is done whole or not at all.
 * Of several processes that start together one does it and the others wait for that.
 */
export const migrate = async (pool: Pool, name: string): Promise<void> => {
  if (((await checked(pool, name)) ?? 0) >= VERSION) return checkRights(askOf(pool), name)
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    const version = await checked(client, name)
    if (version === undefined || version < VERSION) await carryOver(client, version)
    await client.query('COMMIT')
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    // A connection whose transaction failed is closed, which undoes it.
    client.release(broken)
  }
  return checkRights(askOf(pool), name)
}

/** The oldest PostgreSQL that this is tested for. */
const OLDEST = 14

/** "mlsd" in ASCII. */
const LOCK = 0x6d6c7364

const carryOver = async (client: PoolClient, from: number | undefined): Promise<void> => {
  if (from === undefined)
    await client.query(`
      CREATE SCHEMA IF NOT EXISTS mlsd;
      CREATE TABLE mlsd.version (version int NOT NULL, needs int NOT NULL, at timestamptz NOT NULL DEFAULT now())`)
  for (const [index, { sql, needs }] of MIGRATIONS.entries()) {
    if (index < (from ?? 0)) continue
    await client.query(sql)
    await client.query('INSERT INTO mlsd.version (version, needs) VALUES ($1, $2)', [index + 1, needs])
  }
}

/** The version of the schema, if there is one. */
const checked = async (on: Pool | PoolClient, name: string): Promise<number | undefined> => {
  const [server] = (await on.query(SERVER)).rows
  const major = Math.trunc(Number(server.number) / 10_000)
  if (major < OLDEST)
    throw new DatabaseError(
      'old',
      name,
      `runs on PostgreSQL ${major}, and mlsd needs ${OLDEST} or newer. Update the server.`,
    )
  if (server.encoding !== 'UTF8')
    throw new DatabaseError(
      'encoding',
      name,
      `keeps text as ${server.encoding}, which cannot hold what people write. Make another one: createdb -E UTF8 -T template0.`,
    )
  if (!server.marked) {
    if (Number(server.others) === 0) return undefined
    const found = 'has a schema "mlsd" that another program made. It was left as it is: use another database.'
    throw new DatabaseError('foreign', name, found)
  }
  if (!server.readable) throw withoutRights(name)
  const [known] = (await on.query(KNOWN)).rows
  if (Number(known.needs) <= VERSION) return Number(known.version)
  const versions = `its format is ${known.version}, this mlsd knows ${VERSION}`
  throw new DatabaseError('newer', name, `was written by a newer mlsd (${versions}). Update mlsd to use it.`)
}

type Ask = (text: string) => Promise<readonly Readonly<Record<string, unknown>>[]>

const askOf =
  (pool: Pool): Ask =>
  async (text) =>
    (await pool.query(text)).rows

/** Throws where this user may not read and write all of it. */
export const checkRights = async (ask: Ask, name: string): Promise<void> => {
  const [rights] = await ask(RIGHTS)
  if (!rights) return
  if (rights.standby || rights.locked)
    throw new DatabaseError(
      'read-only',
      name,
      rights.standby
        ? 'is a standby and takes no writes. Name the primary in DATABASE_URL.'
        : 'is set to take no writes (default_transaction_read_only). Set it to "off" for this user and database.',
    )
  if (!rights.all) throw withoutRights(name)
}

const withoutRights = (name: string): DatabaseError =>
  new DatabaseError(
    'rights',
    name,
    `does not let this user use all of the schema "mlsd". ${grantsToUse(name)}`,
  )

const SERVER = `
  SELECT current_setting('server_version_num') AS number, current_setting('server_encoding') AS encoding,
    EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
      WHERE s.nspname = 'mlsd' AND c.relname = 'version') AS marked,
    (SELECT count(*) FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace WHERE s.nspname = 'mlsd') AS others,
    coalesce((SELECT has_schema_privilege(s.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
      FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
      WHERE s.nspname = 'mlsd' AND c.relname = 'version'), false) AS readable`

const KNOWN =
  'SELECT version, (SELECT max(needs) FROM mlsd.version) AS needs FROM mlsd.version ORDER BY version DESC LIMIT 1'

const RIGHTS = `
  SELECT pg_is_in_recovery() AS standby, current_setting('transaction_read_only') = 'on' AS locked, coalesce(bool_and(
    has_table_privilege(c.oid, 'SELECT') AND has_table_privilege(c.oid, 'INSERT')
    AND has_table_privilege(c.oid, 'UPDATE') AND has_table_privilege(c.oid, 'DELETE')), false) AS all
  FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
  WHERE s.nspname = 'mlsd' AND c.relkind = 'r' AND c.relname <> 'version'`
