/** A look at the database that changes nothing and makes nothing. */
import { Client } from 'pg'
import type { Finding } from '../finding.ts'
import { DatabaseError, explained, nameOf } from './error.ts'
import { grantsToMake } from './grants.ts'
import { checkRights } from './migrate.ts'
import { openPostgres } from './open.ts'

/** Whether the database could be used now, and what it holds. */
export const checkPostgres = async (url: string): Promise<Finding> => {
  const what = 'data'
  const name = nameOf(url)
  try {
    const database = await openPostgres(url, { readOnly: true, connections: 1 })
    try {
      await checkRights(database.query, name)
      const [found] = await database.query(SIZE)
      const megabytes = (Number(found?.bytes) / 1e6).toFixed(1)
      return { what, ok: true, says: `${name}, PostgreSQL ${found?.server}, ${megabytes} MB` }
    } finally {
      await database.close()
    }
  } catch (error) {
    const fault = explained(name, error)
    if (fault.fault === 'unmade') return await unmade(url, name)
    if (fault.fault === 'older')
      return {
        what,
        ok: true,
        says: `${name} was written by an older mlsd and is carried over at the next start`,
      }
    return { what, ok: false, says: `${name} cannot be used`, mend: fault.message }
  }
}

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
