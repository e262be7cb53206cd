/** Changes of documents that many change at once, such as the count of a whole team. */
import type { Memory } from '../memory/memory.ts'
import { update } from './update.ts'

export type Merging = {
  /** Resolves once the change is stored. It may be made several times over, of which the last one counts. */
  change<T>(key: string, change: (value: T | undefined) => T): Promise<void>
}

/**
 * Within one process the changes of a document take turns, and those that wait are made in one go and stored at once:
 * only processes get in one another's way, and under load changes come cheaper.
 */
export const mergingIn = (memory: Memory): Merging => {
  const lines = new Map<string, Waiting[]>()

  const goOn = async (key: string, line: Waiting[]): Promise<void> => {
    while (line.length > 0) {
      const group = line.splice(0)
      const all = (before: unknown) => group.reduce((value, { change }) => change(value), before)
      try {
        await update<unknown>(memory, key, all, MANY)
        for (const { resolve } of group) resolve()
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
    }
    lines.delete(key)
  }

  return {
    change: <T>(key: string, change: (value: T | undefined) => T) =>
      new Promise<void>((resolve, reject) => {
        const mine: Waiting = { change: (value) => change(value as T | undefined), resolve, reject }
        const line = lines.get(key)
        if (line) line.push(mine)
        else {
          const begun = [mine]
          lines.set(key, begun)
          void goOn(key, begun)
        }
      }),
  }
}

type Waiting = { change(value: unknown): unknown; resolve(): void; reject(error: unknown): void }

/** Tries where several processes change a document at once. */
const MANY = 100
