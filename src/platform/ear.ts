/** Hands on what is heard: in the platform's order at each place, each once, resolving once it is durable. */

import { recallOf } from '../recall.ts'
import type { Chains } from './chains.ts'
import type { Gap } from './gap.ts'
import type { Hear, Heard } from './platform.ts'

export type Ear = {
  /** What one delivery says, behind all that came before at its place. */
  take(heard: readonly Heard[]): Promise<void>
  /** The same at once, for whoever has the place to themselves. */
  takeNow(heard: readonly Heard[]): Promise<void>
}

/** What comes again soon is known here; what comes again later, whoever hears it knows by its id. */
const REMEMBERED = 20_000

export const earOf = (needs: { hear: Hear; chains: Chains; gap: Pick<Gap, 'closed'> }): Ear => {
  const { hear, chains, gap } = needs
  const taken = recallOf<true>(REMEMBERED)

  const takeNow = async (all: readonly Heard[]): Promise<void> => {
    for (const heard of all) {
      const key = `${heard.place} ${heard.id}`
      if (taken.get(key)) continue
      await hear(heard)
      taken.set(key, true)
    }
  }

  return {
    takeNow,
    async take(all) {
      const [first] = all
      if (!first) return
      await gap.closed(first.place)
      await chains.run(first.place, () => takeNow(all), WRITTEN.has(first.type) ? first.at : undefined)
    },
  }
}

/** These bear the time at which they were written, by which they are put in order. */
const WRITTEN: ReadonlySet<Heard['type']> = new Set(['message', 'edit', 'withdrawal', 'file'])
