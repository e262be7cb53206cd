/** What went wrong, without what somebody wrote: endpoints repeat what they were sent. */

/** So many words in a row are somebody's own, and not those of the language. */
const RUN = 4

/** The same text, its runs of words that stand in one of these texts left out. */
export const unsaid = (text: string, written: readonly string[]): string => {
  const theirs = new Set(written.flatMap((one) => runsOf(wordsIn(one)).map(({ run }) => run)))
  const words = wordsIn(text)
  const spoken = runsOf(words).filter(({ run }) => theirs.has(run))
  let clean = ''
  let at = 0
  for (const { first, last } of spoken) {
    const [from = 0, to = 0] = [words[first]?.from, words[last]?.to]
    if (to <= at) continue
    clean += from > at ? `${text.slice(at, from)}...` : ''
    at = to
  }
  return clean + text.slice(at)
}

type Word = { word: string; from: number; to: number }

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    from: index,
    to: index + word.length,
  }))

/** Every run of words, by the places of its first and its last. */
const runsOf = (words: readonly Word[]): { run: string; first: number; last: number }[] =>
  words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, first) => {
    const run = words.slice(first, first + RUN)
    return { run: run.map(({ word }) => word).join(' '), first, last: first + run.length - 1 }
  })
