/** Whether the words of one part of a phrase stand at a place. */
import { stem } from './stem.ts'
import type { Word } from './words.ts'

/** One word of a phrase: compared by its stem, or by its beginning when `prefix` is not empty. */
export type Test = { stem: string; prefix: string; raw: string }

const BETWEEN = 2

/** The words of one part from `from` on, each at most two words after the one before; a compound counts as its two. */
export const match = (
  tests: readonly Test[],
  text: readonly Word[],
  joined: readonly (string | undefined)[],
  from: number,
): { from: number; to: number } | null => {
  let at = from
  for (let t = 0; t < tests.length; ) {
    const most = t === 0 ? from : Math.min(text.length - 1, at + BETWEEN)
    let next = 0
    for (let p = at; p <= most && next === 0; p += 1) {
      const found = here(tests, t, text[p] as Word, joined[p])
      if (found !== NOT) {
        t += found === SPLIT ? 2 : 1
        next = p + (found === JOINED ? 2 : 1)
      }
    }
    if (next === 0) return null
    at = next
  }
  return { from, to: at }
}

/** What satisfies a test: nothing, one word, a compound that two tests look for, or two words that make a compound. */
const [NOT, ONE, SPLIT, JOINED] = [0, 1, 2, 3]

/** How this place satisfies the test. */
const here = (tests: readonly Test[], t: number, word: Word, compound: string | undefined): number => {
  const test = tests[t] as Test
  if (test.prefix === '' ? test.stem === word.stem : word.text.startsWith(test.prefix)) return ONE
  const next = tests[t + 1]
  if (
    next &&
    test.prefix === '' &&
    next.prefix === '' &&
    word.text.startsWith(test.raw) &&
    word.stem === stem(test.raw + next.raw)
  )
    return SPLIT
  return compound !== undefined && compound === test.stem ? JOINED : NOT
}
