/** The pages of people, made when they are asked for. */

import { USUAL } from '../host/format.ts'
import { takenBy } from '../host/history.ts'
import { wordsFor } from '../host/language.ts'
import type { Library } from '../host/library.ts'
import { practiceOf } from '../host/practice/kept.ts'
import { ownOf, transcriptOf } from '../host/record.ts'
import { reportFor } from '../host/reporting.ts'
import type { Pages } from '../host/world.ts'
import { isOver } from '../interview/phase.ts'
import type { Memory } from '../memory/memory.ts'
import { historyPage } from '../page/history.ts'
import type { Words } from '../words/words.ts'
import { pageOf } from './report.ts'

type Stores = { memory: Memory; library: Library; clock: { now(): number } }

/** Pages from what is stored. */
export const pagesFrom = (stores: Stores): Pages => ({
  html: ({ person, interview }) =>
    interview === undefined
      ? wordsFor(stores, { person }).then((words) => historyOf(stores, person, words))
      : reportOf(stores, person, interview),
})

const reportOf = async (stores: Stores, person: string, id: string): Promise<string | undefined> => {
  const record = await ownOf(stores.memory, person, id)
  if (record === undefined || !isOver(record)) return undefined
  return pageOf(await reportFor(stores, record), await transcriptOf(stores.memory, record))
}

/** The history of a person as of a moment, in these words. */
export const historyOf = async (
  { memory, library, clock }: Stores,
  person: string,
  words: Words,
): Promise<string> => {
  const [practice, interviews] = await Promise.all([practiceOf(memory, person), takenBy(memory, person)])
  const flow = library.bank.flows.get(USUAL)
  return historyPage({ practice, interviews, flow, words, now: clock.now() })
}
