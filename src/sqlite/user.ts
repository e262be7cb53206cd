import { DatabaseError } from './error.ts'
import { takeLock } from './lock.ts'
import { settled } from './open.ts'

/** Who has the file for itself, in words such as "another process (pid 71)"; null where nobody does. */
export const userOf = (path: string): string | null => {
  try {
    takeLock(settled(path, true))()
    return null
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    if (error.fault !== 'locked') return null
    return / is in use by (.+?)\. /.exec(error.message)?.[1] ?? 'another process'
  }
}
