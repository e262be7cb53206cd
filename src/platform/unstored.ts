/** What a person is told whose words could not be kept. */
import { reasonOf } from '../reason.ts'
import type { Words } from '../words/words.ts'

/** How it comes again: by itself, or by what the person does once more. */
export type Again = 'willTry' | 'sayAgain' | 'sendAgain' | 'pressAgain' | 'typeAgain' | 'useAgain'

/** Tells that something is lost unless it comes again. */
export const unstored = (error: unknown, again: Again, { edge }: Words): string => {
  const reason = isOfStore(error) ? edge.storeFails : reasonOf(error).replace(/[.\s]+$/, '')
  return edge.unstored({ reason, again: edge[again] })
}

/** What is wrong with a store names files and addresses, and its mend: words for whoever runs the bot, and for nobody else. */
const isOfStore = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'DatabaseError' || error.name === 'MemoryError')
