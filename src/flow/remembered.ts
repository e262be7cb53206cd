/** A pure function of a text that is asked for the same texts several times in a row. */

/** How many texts are remembered, and the longest that is. */
const KEPT = 512
const LONGEST = 4_000

/** The same function, remembering its latest answers; these are shared, so nobody may change them. */
export const remembered = <T>(work: (text: string) => T): ((text: string) => T) => {
  let young = new Map<string, T>()
  let old = young
  return (text) => {
    const before = young.get(text) ?? old.get(text)
    if (before !== undefined) return before
    const made = work(text)
    if (text.length > LONGEST) return made
    if (young.size >= KEPT / 2) {
      old = young
      young = new Map()
    }
    young.set(text, made)
    return made
  }
}
