/** Asking an endpoint whose ways are not known yet. */
import { type Abilities, firstAbilities, learned } from '../abilities.ts'
import type { Endpoint } from '../settings.ts'
import { Trouble } from '../wire.ts'

/** Asks in the best way that the endpoint takes: a refusal that tells what it lacks is a lesson, and so many are taken. */
export const learning = async <T>(
  endpoint: Endpoint,
  lessons: number,
  ask: (abilities: Abilities) => Promise<T>,
): Promise<T> => {
  let abilities = firstAbilities(endpoint)
  for (let lesson = 0; ; lesson++) {
    try {
      return await ask(abilities)
    } catch (error) {
      const better = error instanceof Trouble && lesson < lessons ? learned(abilities, error) : undefined
      if (!better) throw error
      abilities = better
    }
  }
}
