/** The level of a person's daily question, where they name none. */
import { LEVELS, type Level } from '../../flow/flow.ts'
import type { Memory } from '../../memory/memory.ts'
import { keys, type Learner } from '../record.ts'

/** The one that their interviews start with, else mid. */
export const levelLiked = async (memory: Memory, person: string): Promise<Level> => {
  const liked = (await memory.load<Learner>(keys.learner(person)))?.value.preferences?.level
  return LEVELS.find((one) => one === liked) ?? USUAL
}

export const USUAL: Level = 'mid'
