/** The parts of a question, each with how it hangs on the one before. */
import { type Word, words } from '../flow/words.ts'
import { asksByForm } from './form.ts'

/**
 * A part of a question; `wants` when it asks by its form, `back` when it points back to the part before. An `or` is
 * another side of it and an `aside` explains it; a part of a `list` or what comes `next` may ask for something else.
 */
export type Clause = { text: string; words: readonly Word[]; wants: boolean; back: boolean; link: Link }
export type Link = 'next' | 'list' | 'or' | 'aside'

/** Parts of one question that are looked at, and words of one part. */
const MOST_PARTS = 12
export const MOST_WORDS = 60

/** The clauses of a question; what its speaker says of himself before it, and why he asks, is left out. */
export const clauses = (text: string): Clause[] => {
  const marked = text.includes('?')
  const all = pieces(text)
    .map(({ text: part, link }, n) => ({
      text: part,
      words: words(part).slice(0, MOST_WORDS),
      wants: asksByForm(part) || INVERTED.test(part) || (n === 0 && (marked ? OPENS : SIZED).test(part)),
      link,
      back: BACKWARD.test(part),
    }))
    .filter((clause) => clause.words.length > 0)
  if (WHOLE.test(text)) return all
  const first = all.findIndex((clause) => clause.wants)
  return all.filter((clause, i) =>
    i > first ? !REASON.test(clause.text) || first < 0 : i === first || !SAID.test(clause.text),
  )
}

const LINKS =
  /(\s[-–—]+\s|\s&\s|\s\/\s|[,;?:(]|\b(?:and|or|plus|also|e\.g\.?|such as|for example|for instance)(?![\w-]))/i

/** A question cut where something new may begin, with how each piece hangs on what is before it. */
const pieces = (text: string): { text: string; link: Link }[] => {
  const out: { text: string; link: Link }[] = []
  let link: Link = 'next'
  for (const [i, part] of text.split(LINKS).entries()) {
    if (i % 2 === 1) link = linked(link, part.trim().toLowerCase())
    else if (out.length < MOST_PARTS && words(part).length > 0) {
      out.push({ text: part.trim(), link: /^like\b/i.test(part.trim()) && out.length > 0 ? 'aside' : link })
      link = link === 'aside' ? link : 'list'
    }
  }
  return out
}

/** The strongest of the marks between two pieces. */
const linked = (before: Link, mark: string): Link => {
  if (mark === 'or' || before === 'or') return 'or'
  if (/^(?:e\.g|such as|for |[-–—:(])/.test(mark)) return 'aside'
  if (/^(?:and|plus|also|&|\?|;|\/)/.test(mark)) return before === 'aside' ? before : 'next'
  return before
}

/** A question that opens with its word. */
export const OPENS =
  /^(?:(?:and|so|but|ok|okay|well) )*(?:who|what|which|where|when|why|how)(?:['’]?s|['’]re)?\b/i
const SIZED = /^(?:(?:and|so|but|ok|okay|well) )*how (?:many|much|often|long|far)\b/i
/** A question with its condition or its preposition in front. */
export const INVERTED =
  /^(?:(?:and|so|but|ok|okay|well) )?(?:if|when|once|suppose|in case|from|out of|for|at|in|to|by|on|besides|given|with|since|until|after|within|under|of|assume|say|assuming|apart|other than|whenever)\b.*\b(?:how (?:many|much|long|often|fast|soon|far)|what|which|where|who|when)\b.*\b(?:is|are|was|were|do|does|did|can|could|should|shall|would|will|has|have|must|may|might)\b|^(?:(?:and|so|but|ok|okay|well) )?(?:if|when|once|suppose|in case|besides|apart from|other than|given|with|since|until|after|assuming|assume|say)\b.*[\w,] (?:do|does|did|can|could|should|would|will|is|are|has|have) (?:we|you|they|there|it|i|he|she|the|people|users|posting|anyone|anybody|someone|somebody)\b/i

const SAID = /^(?:so )?(?:i|i['’](?:d|m|ll|ve)|we|we['’](?:d|re|ll|ve)|my|let['’]?s|that|this|it)\b/i
const REASON = /^(?:because|since|so that|as) /i
/** Words that point back to what was asked just before. */
export const BACKWARD = /\b(?:it|they|them|that|those|these|this|he|she|each|ones?|so)\b/i

/** A statement with a tag, of which all may be what is asked. */
const WHOLE = /[,;.:–-]\s*is (?:that|this) (?:so|true|the case|how it is)\s*\?\W*$/i
