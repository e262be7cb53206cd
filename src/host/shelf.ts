/** A place for small things that an edge keeps for itself, such as who has installed it. */
import { createHash } from 'node:crypto'
import type { Memory } from '../memory/memory.ts'
import { outlive } from './outlived.ts'
import { update } from './update.ts'
import type { World } from './world.ts'

export type Shelf = {
  /** What was saved under this name, or `undefined`. */
  load<T>(name: string): Promise<T | undefined>
  /** Replaces what was there; of two at once the later one stays. Only what is JSON can be kept. */
  save(name: string, value: unknown): Promise<void>
  remove(name: string): Promise<void>
  /** What is kept of a person at a place: it goes when its time is over, or with all else of theirs. Neither is named in the store. */
  of(person: string): {
    load<T>(place: string): Promise<T | undefined>
    save(place: string, value: { until: number }): Promise<void>
  }
}

/** A shelf in the data file, whose names begin with its own and meet no others. */
export const shelfOf = (stores: Pick<World, 'memory' | 'mailbox'>, own: string): Shelf => {
  const { memory } = stores
  const load = async <T>(key: string) => (await memory.load<T>(key))?.value
  return {
    load: (name) => load(keyOf(own, name)),
    save: async (name, value) => void (await update(memory, keyOf(own, name), () => value)),
    remove: (name) => memory.forget(keyOf(own, name)),
    of: (person) => ({
      load: (place) => load(theirs(person, own, place)),
      async save(place, value) {
        const key = theirs(person, own, place)
        // Its end first: nothing is there without one.
        await outlive(stores, key, value.until)
        await update(memory, key, () => value)
      },
    }),
  }
}

/** Forgets what shelves keep of a person, but what is kept of `at`, by which their wish is answered until its time is over. */
export const forgetShelved = async (memory: Memory, person: string, at?: string): Promise<void> => {
  for await (const { key } of memory.each(allOf(person)))
    if (at === undefined || !key.endsWith(hash(at))) await memory.forget(key)
}

const keyOf = (own: string, name: string): string => `${own}:${name}`

const allOf = (person: string): string => `shelved:${hash(person)} `
const theirs = (person: string, own: string, place: string): string => `${allOf(person)}${own} ${hash(place)}`

const hash = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 32)
