/** What a person is told whose words could not be kept. */
import type { Words } from '../words/words.ts'
import { reasonOf } from './reason.ts'

/** How it comes again: by itself, or by what the person does once more. */
export type Again = 'willTry' | 'sayAgain' | 'sendAgain' | 'pressAgain' | 'typeAgain' | 'useAgain'

/** Tells that something is lost unless it comes again. */
export const unstored = (error: unknown, again: Again, { edge }: Words): string =>
  edge.unstored({ reason: reasonOf(error).replace(/[.\s]+$/, ''), again: edge[again] })
