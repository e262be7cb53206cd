/** What a person is told whose words could not be kept. */
import { reasonOf } from './reason.ts'

/** Tells that something is lost unless it comes again. */
export const unstored = (error: unknown, again: string): string =>
  `This could not be stored and does not count yet: ${reasonOf(error).replace(/[.\s]+$/, '')}. ${again}`
