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

/** So much of the telling words that a text has of its own, when it has so many, is that text. */
const TOO_MUCH = 0.6
const FEW = 3

/** Whether what is said, as stems, gives away what is held back, beyond what the stems known say already. */
export const givesAway = (
  secret: string,
  { known, said }: { known: ReadonlySet<string>; said: ReadonlySet<string> },
): boolean => {
  const own = new Set([...telling(secret)].filter((stem) => !known.has(stem)))
  return own.size >= FEW && shared(own, said) >= TOO_MUCH
}

/** The share of the first that is in the second; 0 of nothing. */
export const shared = (some: ReadonlySet<string>, all: ReadonlySet<string>): number => {
  let count = 0
  for (const one of some) if (all.has(one)) count += 1
  return some.size === 0 ? 0 : count / some.size
}
