/** A question of the candidate as they put it, found again from the part that was noted of it. */

/** The question around `part` in what was said, up to where something else is asked; the part itself where it is not found. */
export const asPut = (part: string, said: readonly string[]): string => {
  const wanted = tokensOf(part)
  if (wanted.length === 0) return part
  for (const text of said) {
    const tokens = tokensOf(text)
    const at = tokens.findIndex((_, n) => wanted.every(({ word }, m) => tokens[n + m]?.word === word))
    const [from, to] = [tokens[at]?.from, tokens[at + wanted.length - 1]?.to]
    if (from === undefined || to === undefined) continue
    const put = `${text.slice(from, to)}${restOf(text.slice(to))}`
      .replace(COUNTED, '')
      .replace(/\s+/g, ' ')
      .trim()
    return `${put.charAt(0).toUpperCase()}${put.slice(1)}`
  }
  return part
}

/** What still belongs to the same question: to the end of its sentence, or to where another question begins. */
const restOf = (behind: string): string => {
  const end = END.exec(behind)
  if (end === null) return behind
  return end[0].startsWith('?') ? behind.slice(0, end.index + 1) : behind.slice(0, end.index)
}

const ASKS = 'what|which|who|whom|whose|when|where|why|how'
const TURNS = '(?:is|are|was|were|do|does|did|can|could|may|might|shall|should|will|would|have|has)'

/** A mark that ends a sentence, or a link to something that is asked by itself. */
const END = new RegExp(
  `[?!;\\n]|\\.(?=\\s|$)|[,:]?\\s+(?:and|or|but|plus|also)\\s+(?:also\\s+)?(?:${ASKS}|${TURNS})\\b|,\\s+(?:${ASKS}|${TURNS} (?:i|we|you|they|there))\\b`,
  'i',
)

/** The number of a question in a list of several. */
const COUNTED =
  /^(?:(?:one|two|three|four|five|first|second|third|fourth|fifth|next|last|finally)(?:ly)?\s*[,:]|\d+[.):])\s*/i

type Token = { word: string; from: number; to: number }

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => {
    return { word: word.toLowerCase(), from: index, to: index + word.length }
  })
