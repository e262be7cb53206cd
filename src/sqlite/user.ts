import { DatabaseError } from './error.ts'
import { takeLock, userIn } from './lock.ts'
import { settled } from './open.ts'

/** Who has the file for itself, in words such as "another process (pid 71)"; null where nobody does. */
export const userOf = (path: string): string | null => {
  try {
    takeLock(settled(path, true))()
    return null
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    if (error.fault !== 'locked') return null
    return userIn(error)
  }
}
