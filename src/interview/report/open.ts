/** What an attempt left open, as far as its report says what could have been said. */
import type { Report } from '../report.ts'
import type { Mark } from '../verdict.ts'

/** So many open criteria of an attempt are shown with a sentence. */
export const MOST_OPEN = 3

/** One criterion that was not met, or in part. */
export type Open = { criterion: string; verdict: Mark }

/** The criteria whose page gives a sentence, the most valuable first; `attempt` is 0 for the interview itself. */
export const openIn = ({ growth, question, attempts }: Report, attempt: number): Open[] => {
  if (attempt > 0) {
    const tried = attempts.find((one) => one.attempt === attempt)?.criteria ?? []
    return stillOpen(tried).map(({ criterion, after }) => ({ criterion, verdict: after }))
  }
  if (question === null) return growth.map(({ criterion, verdict }) => ({ criterion, verdict }))
  const { criterion, verdict } = question
  return verdict === null || verdict === 2 ? [] : [{ criterion, verdict }]
}

/** Of the criteria of an attempt the core that is not clear yet, as many as are shown. */
export const stillOpen = <T extends { core: boolean; after: Mark }>(criteria: readonly T[]): T[] =>
  criteria.filter(({ core, after }) => core && after < 2).slice(0, MOST_OPEN)
