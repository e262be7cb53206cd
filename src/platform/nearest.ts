/** What was probably meant by a mistyped word. */

/** A slip or two of the fingers, not another word. */
const FARTHEST = 2

/**
 * The word nearest to the one typed, or nothing when none is within two slips, or within one where a word is so short that
 * two make another of it; of equals the one it begins.
 */
export const nearest = (typed: string, words: readonly string[]): string | undefined => {
  const word = typed.toLowerCase()
  let best: { word: string; distance: number } | undefined
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) > FARTHEST) continue
    const most = Math.min(FARTHEST, Math.floor(Math.min(word.length, candidate.length) / 2))
    const far = slips(word, candidate)
    const distance = candidate.startsWith(word) ? far - 0.5 : far
    if (far <= most && (!best || distance < best.distance)) best = { word: candidate, distance }
  }
  return best?.word
}

/** Damerau-Levenshtein distance (optimal string alignment): letters added, lost, changed, or swapped with a neighbour. */
const slips = (a: string, b: string): number => {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      line[column] = Math.min(
        at(above, column) + 1,
        at(line, column - 1) + 1,
        at(above, column - 1) + same,
        swapped ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = above
    above = line
  }
  return at(above, b.length)
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY
