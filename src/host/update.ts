/** Changing a document that others may change as well. */
import { type Memory, StaleRevision } from '../memory/memory.ts'

const TRIES = 10

/** Loads, changes and saves, again from the start when somebody else saved in between. */
export const update = async <T>(
  memory: Memory,
  key: string,
  change: (value: T | undefined) => T,
  tries = TRIES,
): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    const kept = await memory.load<T>(key)
    const value = change(kept?.value)
    if (value === kept?.value) return value
    try {
      await memory.save(key, value, kept?.revision ?? 0)
      return value
    } catch (error) {
      if (!(error instanceof StaleRevision) || attempt === tries) throw error
    }
  }
}
