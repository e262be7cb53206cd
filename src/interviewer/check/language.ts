/** The language of a text, and whether a reply is in that of the talk. */
import { detectAll } from 'tinyld'
import { words } from '../../flow/words.ts'
import { type Check, candidateWords, openWords } from './draft.ts'

/** A guess at fewer words is none; what a candidate speaks is told by more of them. */
const LEAST = 5
const LEAST_SPOKEN = 8
/** How much surer than the second guess, and how sure at all. */
const SURE = 0.1
const READ = 2_000

/** The code of the language that a text is in, such as `de`; nothing where there is too little of it to tell. */
export const languageOf = (text: string): string | undefined => {
  const cut = text.slice(0, READ)
  if (words(cut).length < LEAST) return undefined
  const [best, second] = detectAll(cut, { only: LANGUAGES })
  if (best === undefined || best.accuracy - (second?.accuracy ?? 0) < SURE) return undefined
  return best.lang
}

/** The language that is asked for, or else that in which the candidate has spoken last. */
export const language: Check = ({ say }, talk) => {
  const wanted = talk.language ?? lastLanguage(candidateWords(talk))
  const own = openWords({ ...talk, spoken: [] }).reduce((rest, text) => rest.replaceAll(text, ' '), say)
  const found = wanted === undefined ? undefined : languageOf(own)
  if (found === undefined || found === wanted) return undefined
  return `it is in the language "${found}"; speak "${wanted}"`
}

/** The language of the last of these texts of which it can be told. */
export const lastLanguage = (texts: readonly string[]): string | undefined => {
  for (const text of texts.toReversed()) {
    const found = words(text.slice(0, READ)).length < LEAST_SPOKEN ? undefined : languageOf(text)
    if (found !== undefined) return found
  }
  return undefined
}

/** Others are so rare in such talks that a guess at them is wrong more often than right. */
const LANGUAGES = 'en de fr es it pt nl pl cs sv da no fi tr ru uk el ro hu id vi ar he hi ja ko zh'.split(
  ' ',
)
