/** Words of an answer that only hand back the situation. */
import type { Word } from '../../flow/words.ts'

/** So many words in the order of the situation are its echo. */
const RUN = 6

/** The runs of words of a situation. */
export const runsOf = (text: readonly Word[]): ReadonlySet<string> =>
  new Set(text.slice(0, Math.max(0, text.length - RUN + 1)).map((_, at) => runAt(text, at)))

const runAt = (text: readonly Word[], at: number): string =>
  text
    .slice(at, at + RUN)
    .map((word) => word.stem)
    .join(' ')

/** The words of a sentence without those that stand in a run that was given. */
export const withoutEcho = (text: readonly Word[], given: ReadonlySet<string>): readonly Word[] => {
  const echo = text.map(() => false)
  for (let at = 0; at + RUN <= text.length; at += 1)
    if (given.has(runAt(text, at))) echo.fill(true, at, at + RUN)
  return echo.includes(true) ? text.filter((_, at) => !echo[at]) : text
}
