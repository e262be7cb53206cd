/** The interviews held at this terminal as a page. */
import { practiceOf } from '../host/practice/kept.ts'
import { historyOf } from '../web/pages.ts'
import type { Words } from '../words/words.ts'
import { type Data, LOCAL } from './app.ts'
import { Refusal } from './failure.ts'

/** The page as of a moment; throws a Refusal before the first interview that was assessed. */
export const historyPageOf = async (data: Data, words: Words, now: number): Promise<string> => {
  if ((await practiceOf(data.memory, LOCAL)).past.length === 0) throw nothingAssessed()
  return historyOf({ ...data, clock: { now: () => now } }, LOCAL, words)
}

/** Why there is no page. */
export const nothingAssessed = (): Refusal =>
  new Refusal('None of your interviews was assessed so far. "mlsd practice" begins one.')
