/** What is listened for in the answer to a situation, as phrases of the phrase language of flows. */
import { alternatives } from './alternatives.ts'

/** A further criterion that an answer may count for: said in passing counts 1, argued counts 2. */
export type Further = { criterion: string; half: string; full: string }

export type Rules = {
  /** What the figures show, in the words of people who see it. */
  right: string
  /** What they do not show. */
  wrong: string
  /** How the figures are compared by people who see it; it counts beside a remedy that fits. */
  compared?: string
  /** What helps. */
  helps: string
  /** What would not, or would make it worse. */
  harms: string
  further: readonly Further[]
  /** True where the question asks for what may be, so that a guess is an answer. */
  guesses?: true
}

/** The phrases of a list, as they are written there with commas between them; `{a|b}` stands for either, `-is*` for `-iz*` too. */
export const phrasesOf = (list: string): readonly string[] =>
  list
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '')
    .flatMap(alternatives)
    .flatMap((phrase) => (phrase.includes('is*') ? [phrase, phrase.replaceAll('is*', 'iz*')] : [phrase]))
