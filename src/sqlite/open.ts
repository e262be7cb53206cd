import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DatabaseError, explaining } from './error.ts'
import { takeLock } from './lock.ts'
import { APPLICATION_ID, MIGRATIONS, VERSION } from './schema.ts'

/** The shared file, open; `close` also gives up the right to write. */
export type Database = { readonly file: string; readonly connection: DatabaseSync; close(): void }

export type OpenOptions = {
  /** Only look: works beside a writer, and never creates or changes the file. */
  readOnly?: boolean
  /** How long to wait for another writer to go, in milliseconds. */
  busy?: number
}

/**
 * Opens the file that memory and mailbox share, creating it or carrying it over from an older version of mlsd.
 * Throws `DatabaseError`, before anything is changed, when the file is not ours to write.
 */
export const openDatabase = (
  path: string,
  { readOnly = false, busy = 1_000 }: OpenOptions = {},
): Database => {
  const file = explaining(path, () => settled(path, readOnly))
  return explaining(file, () => (readOnly ? openToRead(file) : openToWrite(file, busy)))
}

/** Looks at a file without changing it and answers its version, 0 when it is empty. */
export const inspect = (file: string): number => {
  explaining(file, () => statSync(file))
  const connection = explaining(file, () => new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS }))
  try {
    return explaining(file, () => versionOf(file, connection))
  } finally {
    connection.close()
  }
}

/** How long a statement waits for a checkpoint or a backup in another process, in milliseconds. */
const BUSY_MS = 5_000

/** What is removed is overwritten in the pages that are written anyway; 16 MiB of pages in memory; a write-ahead log that grew past 64 MiB is cut back. */
const PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA secure_delete = FAST;
  PRAGMA cache_size = -16384;
  PRAGMA journal_size_limit = 67108864;
`

/** One name per file, whichever way it was reached, so that there is one lock. Makes the folder for a writer. */
export const settled = (path: string, readOnly = false): string => {
  const full = resolve(path)
  if (!readOnly) mkdirSync(dirname(full), { recursive: true, mode: 0o700 })
  if (statSync(full, { throwIfNoEntry: false })?.isDirectory()) {
    throw new DatabaseError('unwritable', full, 'is a folder. Name a file in it, or choose another path.')
  }
  return existsSync(full) ? realpathSync(full) : join(realpathSync(dirname(full)), basename(full))
}

const openToRead = (file: string): Database => {
  statSync(file)
  const version = inspect(file)
  if (version < VERSION) {
    throw new DatabaseError('older', file, 'was written by an older mlsd. Start mlsd once to carry it over.')
  }
  const connection = new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS })
  return { file, connection, close: () => connection.close() }
}

const openToWrite = (file: string, busy: number): Database => {
  if (existsSync(file)) inspect(file)
  const unlock = takeLock(file, busy)
  let connection: DatabaseSync | undefined
  const close = (): void => {
    if (connection?.isOpen) connection.close()
    unlock()
  }
  try {
    connection = new DatabaseSync(file, { timeout: BUSY_MS })
    connection.exec(PRAGMAS)
    migrate(connection, versionOf(file, connection))
    return { file, connection, close }
  } catch (error) {
    close()
    throw error
  }
}

const versionOf = (file: string, connection: DatabaseSync): number => {
  const number = (sql: string): number => Number(Object.values(connection.prepare(sql).get() ?? {})[0])
  const version = number('PRAGMA user_version')
  const application = number('PRAGMA application_id')
  const empty = number('SELECT count(*) FROM sqlite_schema') === 0
  if (empty && version === 0 && application === 0) return 0
  if (application !== APPLICATION_ID) {
    throw new DatabaseError(
      'foreign',
      file,
      "is another program's database. It was left as it is: choose another path.",
    )
  }
  if (version > VERSION) {
    const versions = `its format is ${version}, this mlsd knows ${VERSION}`
    throw new DatabaseError(
      'newer',
      file,
      `was written by a newer mlsd (${versions}). Update mlsd to use it.`,
    )
  }
  return version
}

const migrate = (connection: DatabaseSync, from: number): void => {
  if (from === VERSION) return
  connection.exec('BEGIN IMMEDIATE')
  for (const step of MIGRATIONS.slice(from)) connection.exec(step)
  connection.exec(`PRAGMA user_version = ${VERSION}; PRAGMA application_id = ${APPLICATION_ID}; COMMIT`)
}
