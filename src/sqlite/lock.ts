import { DatabaseSync } from 'node:sqlite'
import { DatabaseError, explained, explaining } from './error.ts'

/**
 * Makes this process the only writer of `file` until the answer is called or the process ends, however it ends.
 *
 * The lock is an open transaction on a small database beside the file, so the kernel drops it even after kill -9.
 * In SQLite's rollback journal a reserved lock keeps out writers and lets readers in: that is how the one that is
 * refused can read who holds it. Nothing else may open the lock file, as closing it would drop the lock.
 */
export const takeLock = (file: string, waitMs = 0): (() => void) => {
  const path = `${file}.lock`
  const lock = explaining(path, () => new DatabaseSync(path, { timeout: Math.max(waitMs, PATIENCE_MS) }))
  try {
    lock.exec(`
      BEGIN IMMEDIATE;
      CREATE TABLE IF NOT EXISTS holder (one INTEGER PRIMARY KEY CHECK (one = 1), pid INTEGER NOT NULL);
      INSERT OR REPLACE INTO holder VALUES (1, ${process.pid});
      COMMIT;
      BEGIN IMMEDIATE;
    `)
  } catch (error) {
    const refusal = refused(file, path, lock, explained(path, error))
    lock.close()
    throw refusal
  }
  held.add(lock)
  return () => {
    if (held.delete(lock)) lock.close()
  }
}

/** Keeps the locks of this process from being collected as garbage, which would close and so drop them. */
const held = new Set<DatabaseSync>()

/** Two processes that start together need a moment to see who was first. */
const PATIENCE_MS = 250

const refused = (file: string, path: string, lock: DatabaseSync, error: unknown): unknown => {
  if (!(error instanceof DatabaseError)) return error
  if (error.fault === 'corrupt') {
    return new DatabaseError('corrupt', path, 'is damaged. Delete it while no mlsd is running.', error.cause)
  }
  if (error.fault !== 'locked') return error
  return new InUse(file, holder(lock), error.cause)
}

/** Somebody else writes; `by` is who, in words such as "another process (pid 71)". */
class InUse extends DatabaseError {
  readonly by: string

  constructor(file: string, by: string, cause: unknown) {
    const advice = 'Stop that one first: one process may write at a time, readers may always look.'
    super('locked', file, `is in use by ${by}. ${advice}`, cause)
    this.by = by
  }
}

/** Who has a file that could not be locked, in words. */
export const userIn = (error: DatabaseError): string =>
  error instanceof InUse ? error.by : 'another process'

const holder = (lock: DatabaseSync): string => {
  try {
    const pid = lock.prepare('SELECT pid FROM holder').get()?.pid
    if (pid === process.pid) return `this process (pid ${pid}) already`
    return pid === undefined ? 'another process' : `another process (pid ${pid})`
  } catch {
    return 'another process' // Its name is a courtesy; the refusal does not depend on it.
  }
}
