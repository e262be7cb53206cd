/** The interviews held at this terminal as a page. */
import { USUAL } from '../host/format.ts'
import { takenBy } from '../host/history.ts'
import { practiceOf } from '../host/practice/kept.ts'
import { historyPage } from '../page/history.ts'
import type { Words } from '../words/words.ts'
import { type Data, LOCAL } from './app.ts'
import { Refusal } from './failure.ts'

/** The page as of a moment; throws a Refusal before the first interview that was assessed. */
export const historyPageOf = async (
  { memory, library }: Data,
  words: Words,
  now: number,
): Promise<string> => {
  const [practice, interviews] = await Promise.all([practiceOf(memory, LOCAL), takenBy(memory, LOCAL)])
  if (practice.past.length === 0) throw nothingAssessed()
  return historyPage({ practice, interviews, flow: library.bank.flows.get(USUAL), words, now })
}

/** Why there is no page. */
export const nothingAssessed = (): Refusal =>
  new Refusal('None of your interviews was assessed so far. "mlsd practice" begins one.')
