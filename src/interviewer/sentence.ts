/** The sentences of a turn as they are heard, each with what only goes on about it. */
import { sentences, words } from '../flow/words.ts'

const LONGEST = 20_000

/** The sentences of a text, an example or a tag together with what it is put to. */
export const split = (text: string): string[] => {
  const cut = text.slice(0, LONGEST)
  return sentences(cut)
    .flatMap(({ start, end }) => cut.slice(start, end).split(STOP))
    .map((part) => part.trim())
    .filter((part) => words(part).length > 0 && !/^\d{1,2}[.)]$/.test(part))
    .reduce<string[]>(continued, [])
}

/** Takes an example, or what a case is put for, together with the sentence before. */
const continued = (all: string[], part: string): string[] => {
  const last = all.at(-1)
  const stated = last !== undefined && !last.includes('?')
  const joined =
    last !== undefined && (EXAMPLE.test(part) || (stated && (SUPPOSED.test(last) || CONFIRM.test(part))))
  if (joined) all[all.length - 1] = `${last.replace(/[.!\s]+$/, '')}, ${part}`
  else all.push(part)
  return all
}

/** A statement is put up for a yes by what follows it. */
const CONFIRM =
  /^(?:(?:and|so|but) )?(?:(?:is|would) (?:that|this|it)(?: be)? (?:about |roughly |all )?(?:right|correct|so|true|accurate|the case)|am i right|right|correct)\s*\?\W*$/i

/** What only continues the sentence before, and a case that the next sentence asks about. */
const EXAMPLE = /^(?:e\.?g\b|i\.?e\b|for (?:example|instance)\b|such as\b)/i
const SUPPOSED =
  /^(?:(?:and|so|but|ok|okay|now) )*(?:suppose|imagine|assume (?:that )?(?:my|our|the|your)|say (?:my|our|the|we))\b/i

/** A full stop that is followed by a small letter ends a sentence as well, unless it stands after an abbreviation. */
const STOP =
  /(?:(?<=\w{2}[.!?])|(?<=\.{2,}))\s+(?=\p{Ll})(?<!\b(?:vs|eg|ie|cf|ca|no|nr|etc|approx|resp|incl|excl|avg|max|min|esp)\.\s+)/u

/** A sentence without its list mark, and with small words as they were meant. */
export const plain = (part: string): string =>
  part
    .replace(/^[\s>*_#\-–•\d.)]+/u, '')
    .replace(HASTY, (word) => HASTILY.get(word.toLowerCase()) ?? word)
    .replace(SERVED, '$1 have')

/** Whom one serves is whom one has; what is served by what is another question. */
const SERVED =
  /\b((?:which|what|who|whom)\b[^,;?]* (?:do|does) (?:we|you|they|it)) serve(?=\W*$|,|\?| and\b)/gi

/** Small words as they are typed in haste. */
const HASTILY: ReadonlyMap<string, string> = new Map(
  'hw how|hwo how|haow how|wat what|wht what|waht what|wich which|whcih which|whic which|wen when|whn when|wen when|ar are|dose does|dos does|teh the|thier their|u you|ur your|abt about|cn can'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
)
const HASTY = new RegExp(`\\b(?:${[...HASTILY.keys()].join('|')})\\b`, 'gi')
