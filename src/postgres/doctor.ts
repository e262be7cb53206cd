/** A look at the database that changes nothing and makes nothing. */
import { Client } from 'pg'
import type { Finding } from '../finding.ts'
import { standing } from '../moving/move.ts'
import { DatabaseError, explained, nameOf } from './error.ts'
import { grantsToMake } from './grants.ts'
import { checkRights } from './migrate.ts'
import { type Database, openPostgres } from './open.ts'
import { postgresRows } from './rows.ts'

/** Whether the database could be used now and is the one that counts, and what it holds. */
export const checkPostgres = async (url: string): Promise<Finding> => {
  const name = nameOf(url)
  try {
    const database = await openPostgres(url, { readOnly: true, connections: 1 }).catch(toWrite)
    if (typeof database === 'string') return await (database === 'unmade' ? unmade(url, name) : older(name))
    try {
      return await made(database)
    } finally {
      await database.close()
    }
  } catch (error) {
    return { what: 'data', ok: false, says: `${name} cannot be used`, mend: explained(name, error).message }
  }
}

/** Why there is nothing to be read before the first start, or before the next one. */
const toWrite = (error: unknown): 'unmade' | 'older' => {
  if (error instanceof DatabaseError && (error.fault === 'unmade' || error.fault === 'older'))
    return error.fault
  throw error
}

const made = async (database: Database): Promise<Finding> => {
  const { name, query } = database
  await checkRights(query, name)
  const mend = await standing(postgresRows(database))
  if (mend !== undefined) return { what: 'data', ok: false, says: `${name} is not what counts`, mend }
  const [size] = await query(SIZE)
  const megabytes = (Number(size?.bytes) / 1e6).toFixed(1)
  return { what: 'data', ok: true, says: `${name}, PostgreSQL ${size?.server}, ${megabytes} MB` }
}

const older = (name: string): Finding => ({
  what: 'data',
  ok: true,
  says: `${name} was written by an older mlsd and is carried over at the next start`,
})

/** Where the schema is still to be made, this user has to be allowed to. */
const unmade = async (url: string, name: string): Promise<Finding> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    const { rows } = await client.query(`SELECT has_database_privilege(current_database(), 'CREATE') AS may`)
    if (rows[0]?.may)
      return {
        what: 'data',
        ok: true,
        says: `nothing is stored yet; the schema mlsd is made in ${name} at the first start`,
      }
    const mend = new DatabaseError('rights', name, grantsToMake(name)).message
    return { what: 'data', ok: false, says: `${name} does not let this user make a schema`, mend }
  } finally {
    await client.end()
  }
}

const SIZE = `
  SELECT current_setting('server_version') AS server,
    (SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0) FROM pg_class c
      JOIN pg_namespace s ON s.oid = c.relnamespace WHERE s.nspname = 'mlsd' AND c.relkind = 'r') AS bytes`
