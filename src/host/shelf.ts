/** A place for small things that an edge keeps for itself, such as who has installed it. */
import type { Memory } from '../memory/memory.ts'
import { update } from './update.ts'

export type Shelf = {
  /** What was saved under this name, or `undefined`. */
  load<T>(name: string): Promise<T | undefined>
  /** Replaces what was there; of two at once the later one stays. Only what is JSON can be kept. */
  save(name: string, value: unknown): Promise<void>
  remove(name: string): Promise<void>
}

/** A shelf in the data file, whose names begin with its own and meet no others. */
export const shelfOf = (memory: Memory, own: string): Shelf => ({
  load: async <T>(name: string) => (await memory.load<T>(keyOf(own, name)))?.value,
  save: async (name, value) => void (await update(memory, keyOf(own, name), () => value)),
  remove: (name) => memory.forget(keyOf(own, name)),
})

const keyOf = (own: string, name: string): string => `${own}:${name}`
