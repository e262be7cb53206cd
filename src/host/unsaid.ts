/** What went wrong, without what somebody wrote: endpoints repeat what they were sent. */

/** So many words in a row are somebody's own, and not those of the language. */
const RUN = 4

/** The same text, with dots in place of the runs of words that stand in one of these texts. */
export const unsaid = (text: string, written: readonly string[]): string => {
  const theirs = new Set(written.flatMap((one) => runsOf(one).map(({ words }) => words)))
  let [clean, left] = ['', 0]
  for (const { from, to } of joined(runsOf(text).filter(({ words }) => theirs.has(words)))) {
    clean += `${text.slice(left, from)}...`
    left = to
  }
  return clean + text.slice(left)
}

type Run = { words: string; from: number; to: number }

/** Every run of words, with where it begins and ends; a line's end may be written as two letters. */
const runsOf = (text: string): Run[] => {
  const words = [...text.replace(/\\[nrt]/g, '  ').matchAll(/[\p{L}\p{N}]+/gu)]
  return words.slice(RUN - 1).map(({ 0: last, index }, n) => ({
    words: words
      .slice(n, n + RUN)
      .map(([word]) => word.toLowerCase())
      .join(' '),
    from: words[n]?.index ?? index,
    to: index + last.length,
  }))
}

/** Those that overlap as one. */
const joined = (runs: readonly Run[]): Run[] => {
  const all: Run[] = []
  for (const run of runs) {
    const before = all.at(-1)
    if (before && run.from <= before.to) before.to = run.to
    else all.push({ ...run })
  }
  return all
}
