import { explaining } from './error.ts'
import type { Database } from './open.ts'

/**
 * Rewrites the file and empties its log, so that no byte of what was deleted is left in either.
 * Call it when no work is waiting; it takes as long as copying the file.
 */
export const compact = ({ file, connection }: Database): void =>
  explaining(file, () => {
    connection.exec('VACUUM')
    connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  })
