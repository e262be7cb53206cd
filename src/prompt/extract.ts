/** A message in a few of its own words, for a stage that is over. */
import { sentences } from '../flow/words.ts'

/** Words that one message may keep. */
const MOST = 24
/** Fewer words say nothing by themselves. */
const LEAST = 5

/** The sentence of a message that holds most, shortened; nothing where it only asks, or says next to nothing. */
export const extract = (text: string): string | undefined => {
  const all = sentences(text).map(({ start, end }) => text.slice(start, end).split(/\s+/))
  const telling = all.filter((words) => words.length >= LEAST && !words.at(-1)?.endsWith('?'))
  const [first] = telling.toSorted((a, b) => weight(b) - weight(a))
  if (first === undefined) return undefined
  return first.length > MOST ? `${first.slice(0, MOST).join(' ')} ...` : first.join(' ')
}

/** Figures and long words among the first are what a later question can build on. */
const weight = (words: readonly string[]): number =>
  words.slice(0, MOST).filter((word) => /\d/.test(word) || word.length > 6).length
