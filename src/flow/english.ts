/** Whether a word is English as it stands, so that nobody takes it for a slip of the pen. */
import dictionary from 'dictionary-en'

let roots: ReadonlySet<string> | undefined

/** The endings that words of the dictionary take, and what they replace. */
const ENDINGS: readonly (readonly [ending: string, root: string])[] = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['d', ''],
  ['ed', ''],
  ['ied', 'y'],
  ['ing', ''],
  ['ing', 'e'],
  ['er', ''],
  ['er', 'e'],
  ['ers', ''],
  ['ers', 'e'],
  ['est', ''],
  ['ly', ''],
  ['ness', ''],
  ['ment', ''],
  ['able', ''],
]

/** `stopped` has one more p than `stop`; `cool` gets no second l. */
const DOUBLED = /(?:^|[^aeiou])[aeiou]([b-df-hj-np-tv-z])\1$/

/** True for a folded word that the dictionary has, as it is or with a usual ending; a final consonant may be doubled. */
export const isEnglish = (word: string): boolean => {
  roots ??= rootsOf(new TextDecoder().decode(dictionary.dic))
  const known = roots
  return (
    known.has(word) ||
    ENDINGS.some(([ending, root]) => {
      if (!word.endsWith(ending)) return false
      const bare = word.slice(0, -ending.length)
      return known.has(bare + root) || (DOUBLED.test(bare) && known.has(bare.slice(0, -1)))
    })
  )
}

/** The words of a Hunspell file in lower case: one a line, flags after a slash. */
const rootsOf = (dic: string): Set<string> =>
  new Set(dic.split('\n').map((line) => (line.split('/')[0] ?? '').toLowerCase()))
