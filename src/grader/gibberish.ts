/** Keys struck at random, with a word of the trade here and there. */
import { isEnglish } from '../flow/english.ts'
import { FUNCTION_WORDS } from '../flow/function-words.ts'
import type { Word } from '../flow/words.ts'

/** So many words that no language has are no jargon any more; a line of fewer words is not looked at. */
const SHARE = 0.4
const LEAST = 10

/** True for a text of which most words of some length are none. */
export const gibberish = (text: readonly Word[]): boolean => {
  const lettered = text.filter(({ text: word }) => /^[a-z]{3,}$/.test(word))
  if (lettered.length < LEAST) return false
  const most = SHARE * lettered.length
  let none = 0
  for (const { text: word } of lettered) if (!FUNCTION_WORDS.has(word) && !isEnglish(word)) none += 1
  return none >= most
}
