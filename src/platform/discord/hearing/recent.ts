/** Interactions of the last minutes, by which their people can still be answered alone. */
import type { Clock } from '../../../clock.ts'
import { recallOf } from '../../../recall.ts'
import type { PersonalShelf } from '../../shelf.ts'
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
export const recentOf = (clock: Clock, shelf?: Pick<PersonalShelf, 'of'>): Recent => {
  const entries = recallOf<Entry>(REMEMBERED)
  const closing = new Set<Entry>()

  const shared = async (place: string, person: string): Promise<Entry | undefined> =>
    (await shelf?.of(person).load(place)) as Entry | undefined
  const share = async (place: string, person: string, entry: Entry): Promise<void> =>
    shelf?.of(person).save(place, entry)

  return {
    async fresh(place, person) {
      const key = keyOf(place, person)
      const entry = entries.get(key) ?? (await shared(place, person))
      if (!entry || closing.has(entry) || clock.now() >= entry.until) return undefined
      if (!entry.used) await share(place, person, { ...entry, used: true })
      entry.used = true
      return entry.interaction
    },
    async note(place, person, interaction) {
      const key = keyOf(place, person)
      const entry = { interaction, until: clock.now() + FRESH_MS, used: false }
      await share(place, person, entry)
      entries.set(key, entry)
      const isUsed = async (): Promise<boolean> => {
        const there = await shared(place, person)
        return entry.used || (there?.used === true && there.interaction.token === interaction.token)
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
