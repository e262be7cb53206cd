/** Where the quotations of a report stand in a message, so that each can be marked in it. */

/** A stretch of a text, with the numbers of the quotations that it belongs to; none for words that nobody quoted. */
export type Stretch = { text: string; marks: readonly number[] }

/** The text in stretches; quotations may overlap, and one that does not stand in the text marks nothing. */
export const stretches = (text: string, quotes: readonly string[]): Stretch[] => {
  const places = quotes.map((quote) => placeOf(text, quote))
  const edges = new Set([0, text.length, ...places.flatMap((place) => (place ? [place.from, place.to] : []))])
  const sorted = [...edges].sort((one, other) => one - other)
  return sorted.slice(1).map((to, n) => {
    const from = sorted[n] ?? 0
    const marks = places.flatMap((place, quote) =>
      place && place.from <= from && to <= place.to ? [quote] : [],
    )
    return { text: text.slice(from, to), marks }
  })
}

/** White space and the style of quotation marks may differ, as where quotations are looked up. */
const placeOf = (text: string, quote: string): { from: number; to: number } | undefined => {
  const words = quote.trim()
  if (words === '') return undefined
  const pattern = words
    .split(/(\s+|['‘’‚‛′]|["“”„‟″«»])/)
    .map((part) => {
      if (/^\s+$/.test(part)) return '\\s+'
      if (/^['‘’‚‛′]$/.test(part)) return "['‘’‚‛′]"
      if (/^["“”„‟″«»]$/.test(part)) return '["“”„‟″«»]'
      return part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    })
    .join('')
  const found = new RegExp(pattern, 'u').exec(text)
  return found ? { from: found.index, to: found.index + found[0].length } : undefined
}
