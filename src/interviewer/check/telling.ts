/** Words that tell something, as stems. */
import { FUNCTION_WORDS } from '../../flow/function-words.ts'
import { remembered } from '../../flow/remembered.ts'
import { words } from '../../flow/words.ts'

/** The stems of a text without its small words and figures, each once. */
export const telling = remembered(
  (text): ReadonlySet<string> =>
    new Set(
      words(text).flatMap(({ text: word, stem, number }) =>
        number || FUNCTION_WORDS.has(word) ? [] : [stem],
      ),
    ),
)

/** The same of several texts together. */
export const tellingOf = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => [...telling(text)]))

/** The share of the first that is in the second; 0 of nothing. */
export const shared = (some: ReadonlySet<string>, all: ReadonlySet<string>): number => {
  let count = 0
  for (const one of some) if (all.has(one)) count += 1
  return some.size === 0 ? 0 : count / some.size
}
