/** What is said is not sent again by Discord, so that what cannot be kept at once is tried again here. */
import { wordsIn } from '../../../words/words.ts'
import type { Hear, Heard } from '../../platform.ts'
import { unstored } from '../../unstored.ts'
import { growing, type Waits } from '../../waits.ts'

type Needs = {
  hear: Hear
  waits: Waits
  /** Tells it where it was said. */
  tell(heard: Heard, text: string): void
  chance?: () => number
}

/** Some minutes in all; what is said after it at the same place waits so long. */
const ATTEMPTS = 12
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 30_000

/** Hears what was written until it is kept, and says so once where that takes a while; all else is tried once. */
export const patientHear = ({ hear, waits, tell, chance = Math.random }: Needs): Hear => {
  /** Whether it is to be tried again, after a pause. */
  const goesOn = async (heard: Heard, failures: number, error: unknown): Promise<boolean> => {
    if (!WRITTEN.has(heard.type)) return false
    const words = wordsIn(heard.locale)
    if (failures === 1) tell(heard, unstored(error, 'willTry', words))
    if (failures === ATTEMPTS) tell(heard, unstored(error, 'sayAgain', words))
    if (failures >= ATTEMPTS) return false
    return waits.pause(growing(failures, FIRST_PAUSE_MS, LONGEST_PAUSE_MS, chance()))
  }

  return async (heard) => {
    for (let failures = 1; ; failures++) {
      try {
        return await hear(heard)
      } catch (error) {
        if (!(await goesOn(heard, failures, error))) throw error
      }
    }
  }
}

const WRITTEN: ReadonlySet<Heard['type']> = new Set(['message', 'edit', 'withdrawal', 'file'])
