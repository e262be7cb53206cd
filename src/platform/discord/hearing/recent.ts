/** Interactions of the last minutes, by which their people can still be answered alone. */
import type { Clock } from '../../../clock.ts'
import { recallOf } from '../../recall.ts'
import type { Fresh, Interaction } from '../fresh.ts'

export type Recent = {
  fresh: Fresh
  /** This person was told at this place that an interaction is taken. */
  note(place: string, person: string, interaction: Interaction): Taken
}

export type Taken = {
  /** Runs what takes away the sign that something is coming, unless somebody has answered by this interaction. */
  unlessUsed(remove: () => Promise<void>): Promise<void>
}

/** Discord lets an interaction be followed up for a quarter of an hour; the last minute is left alone. */
const FRESH_MS = 14 * 60_000

const REMEMBERED = 10_000

type Entry = { interaction: Interaction; until: number; used: boolean; closing: boolean }

export const recentOf = (clock: Clock): Recent => {
  const entries = recallOf<Entry>(REMEMBERED)
  return {
    fresh(place, person) {
      const entry = entries.get(keyOf(place, person))
      if (!entry || entry.closing || clock.now() >= entry.until) return undefined
      entry.used = true
      return entry.interaction
    },
    note(place, person, interaction) {
      const entry = { interaction, until: clock.now() + FRESH_MS, used: false, closing: false }
      entries.set(keyOf(place, person), entry)
      return {
        async unlessUsed(remove) {
          if (entry.used) return
          // What would follow up just now would be taken away with the sign.
          entry.closing = true
          await remove().finally(() => {
            entry.closing = false
          })
        },
      }
    },
  }
}

const keyOf = (place: string, person: string): string => `${place} ${person}`
