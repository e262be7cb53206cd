/** Interactions of the last minutes, by which their people can still be answered alone. */
import type { Clock } from '../../../clock.ts'
import { recallOf } from '../../recall.ts'
import type { Shelf } from '../../shelf.ts'
import type { Fresh, Interaction } from '../fresh.ts'

export type Recent = {
  fresh: Fresh
  /** This person was told at this place that an interaction is taken. */
  note(place: string, person: string, interaction: Interaction): Promise<Taken>
}

export type Taken = {
  /** Runs what takes away the sign that something is coming, unless somebody has answered by this interaction. */
  unlessUsed(remove: () => Promise<void>): Promise<void>
}

/** Discord lets an interaction be followed up for a quarter of an hour; the last minute is left alone. */
const FRESH_MS = 14 * 60_000

const REMEMBERED = 10_000

type Entry = { interaction: Interaction; until: number; used: boolean }

/** With a shelf, whoever speaks may be another process than the one that listens, which learns of it there. */
export const recentOf = (clock: Clock, shelf?: Shelf): Recent => {
  const entries = recallOf<Entry>(REMEMBERED)
  const closing = new Set<Entry>()

  const find = async (key: string): Promise<Entry | undefined> =>
    entries.get(key) ?? ((await shelf?.load(nameOf(key))) as Entry | undefined)

  return {
    async fresh(place, person) {
      const key = keyOf(place, person)
      const entry = await find(key)
      if (!entry || closing.has(entry) || clock.now() >= entry.until) return undefined
      if (!entry.used) await shelf?.save(nameOf(key), { ...entry, used: true })
      entry.used = true
      return entry.interaction
    },
    async note(place, person, interaction) {
      const key = keyOf(place, person)
      const entry = { interaction, until: clock.now() + FRESH_MS, used: false }
      await shelf?.save(nameOf(key), entry)
      entries.set(key, entry)
      const isUsed = async (): Promise<boolean> => {
        const shared = (await shelf?.load(nameOf(key))) as Entry | undefined
        return entry.used || (shared?.used === true && shared.interaction.token === interaction.token)
      }
      return {
        async unlessUsed(remove) {
          if (await isUsed()) return
          // What would follow up just now would be taken away with the sign.
          closing.add(entry)
          await remove().finally(() => closing.delete(entry))
        },
      }
    },
  }
}

const keyOf = (place: string, person: string): string => `${place} ${person}`
const nameOf = (key: string): string => `answerable:${key}`
