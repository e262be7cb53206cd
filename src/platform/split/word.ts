/** Where a line too long for one part is cut. */

/** A place in a line at which it can be cut: one ends there, the other begins behind the white space. */
export type Gap = { to: number; from: number }

/**
 * The best gap after `least` and up to `most`: between sentences in the second half, else between words, else between
 * characters; not inside a link, emphasis or code where that can be, and never inside a surrogate pair.
 */
export const gapIn = (line: string, least: number, most: number): Gap => {
  const wholes = [...line.slice(0, most + LONGEST).matchAll(WHOLE)].map(({ index, 0: { length } }) => [
    index,
    index + length,
  ])
  const rate = ({ to, from }: Gap): number => {
    const torn = wholes.some(([start = 0, end = 0]) => start < to && to < end)
    if (torn || MARKUP.test(line.slice(from, from + 12))) return 1
    return SENTENCE.test(line.slice(Math.max(0, to - 6), to)) && to > (least + most) / 2 ? 3 : 2
  }
  let best: { gap: Gap; rating: number } | undefined
  for (const gap of gapsIn(line, least, most)) {
    const rating = rate(gap)
    if (best === undefined || rating >= best.rating) best = { gap, rating }
  }
  return best?.gap ?? between(line, least, most)
}

/** A link, a picture, code or emphasis that is not torn. */
const WHOLE = /!?\[[^\]\n]{1,300}\]\([^)\s]{0,300}\)|`[^`\n]{1,300}`|\*\*[^*\n]{1,300}\*\*/g
const LONGEST = 700

/** What would be a heading, a list or code at the beginning of a line. */
const MARKUP = /^(?:[>|]|~~~|```|(?:#{1,6}|[-+*=]|-{3,}|={3,}|\d{1,9}[.)])(?:\s|$))/

const SENTENCE = /[.!?…。！？]["'”’)\]*_]*$/

const gapsIn = (line: string, least: number, most: number): Gap[] =>
  [...line.slice(0, most + LONGEST).matchAll(/\s+|(?<=[。！？])(?=\S)/g)]
    .map(({ index, 0: { length } }) => ({ to: index, from: index + length }))
    .filter(({ to }) => to > least && to <= most)

/** Between two characters that are not drawn as one. */
const between = (line: string, least: number, most: number): Gap => {
  let at = most
  while (at > least + 1 && at > most - 40 && isOne(line, at)) at--
  const to = at > least + 1 && !isOne(line, at) ? at : isPair(line, most) ? most - 1 : most
  return { to, from: to }
}

const isOne = (line: string, at: number): boolean =>
  isPair(line, at) ||
  /^(?:\p{M}|\u200d|\ufe0f|[\u{1f3fb}-\u{1f3ff}])/u.test(line.slice(at, at + 2)) ||
  line[at - 1] === '\u200d' ||
  ('`~'.includes(line[at] ?? ' ') && line[at] === line[at - 1])

const isPair = (line: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(line[at - 1] ?? '') && /[\udc00-\udfff]/.test(line[at] ?? '')
