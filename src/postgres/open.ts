import { Pool } from 'pg'
import { DatabaseError, explained, nameOf, waitedTooLong } from './error.ts'
import { type Hear, listenTo } from './listen.ts'
import { inspect, migrate } from './migrate.ts'
import { turnsAt } from './turns.ts'

/** A row as the driver gives it: whole numbers of eight bytes come as text. */
export type Row = Readonly<Record<string, unknown>>

/** The database, open: any number of processes may have it so at once. */
export type Database = {
  /** Its address without the password. */
  readonly name: string
  /** Runs one statement, which is a transaction of its own, and rejects with a `DatabaseError`. */
  query(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** For how long a statement has waited for a free connection by now, in milliseconds; 0 where none does. */
  waited(): number
  /** Calls `hear` for each call on a channel until the answer is called; see listen.ts. */
  listen(channel: string, hear: Hear): () => Promise<void>
  close(): Promise<void>
}

export type OpenOptions = {
  /** Only look: never makes or changes what is in the schema. */
  readOnly?: boolean
  /** How many statements run side by side. */
  connections?: number
  /** How long one waits for its turn, in milliseconds. */
  patience?: number
}

/**
 * Opens the database that memory and mailbox share, making its schema `mlsd` or carrying it over from an older version.
 * Throws `DatabaseError`, before anything is changed, when the database is not ours to write, or does not do.
 */
export const openPostgres = async (
  url: string,
  { readOnly = false, connections = 8, patience = PATIENCE_MS }: OpenOptions = {},
): Promise<Database> => {
  const name = nameOf(url)
  if (!URL.canParse(url)) throw new DatabaseError('unreachable', name, 'has no address that can be read.')
  const pool = new Pool({ ...settingsOf(url), max: connections })
  // A connection that breaks while nobody uses it is replaced when the next statement needs one.
  pool.on('error', () => {})
  try {
    await (readOnly ? inspect(pool, name) : migrate(pool, name))
  } catch (error) {
    await pool.end()
    throw explained(name, error)
  }
  const turns = turnsAt(connections, patience, (answers) => waitedTooLong(name, answers))
  return {
    name,
    waited: turns.waited,
    async query(text, values = []) {
      try {
        return (await turns.take(() => pool.query(text, [...values]))).rows
      } catch (error) {
        throw explained(name, error)
      }
    },
    listen: (channel, hear) => listenTo(settingsOf(url), channel, hear),
    close: () => pool.end(),
  }
}

/** Opens the database to look at it; `undefined` when there is nothing of mlsd in it yet. */
export const lookIntoPostgres = async (url: string): Promise<Database | undefined> => {
  try {
    return await openPostgres(url, { readOnly: true })
  } catch (error) {
    if (error instanceof DatabaseError && error.fault === 'unmade') return undefined
    throw error
  }
}

/** Longer than any statement may take. */
const PATIENCE_MS = 15_000

/** How each connection is made; nothing waits without end for a server that has gone silent. */
const settingsOf = (url: string) => ({
  connectionString: url,
  application_name: 'mlsd',
  connectionTimeoutMillis: 5_000,
  statement_timeout: 10_000,
  query_timeout: 12_000,
  idle_in_transaction_session_timeout: 10_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
})
