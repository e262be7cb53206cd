/** A turn is spoken: a few plain sentences, without anything to click, to run or to lay out. */
import type { Check } from './draft.ts'

/** No link, no address, no code, no list, no heading; what a candidate writes cannot come back as one of these. */
export const plain: Check = ({ say }) => {
  const what = markupIn(say)
  return what && `it has ${what}; write plain sentences`
}

/** What a text has that cannot be spoken. */
export const markupIn = (text: string): string | undefined =>
  FORBIDDEN.find(([, pattern]) => pattern.test(text))?.[0]

const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a link', /\b(?:https?:|www\.)|\]\(/i],
  ['a mention', /(?:^|\s)@\w|<[@!#][^>]*>/],
  ['code', /`/],
  ['a heading, a quote or a list', /^\s*(?:#{1,6}\s|>\s|[-*•]\s|\d{1,2}[.)]\s)/m],
  ['a tag', /<\/?[a-z][^>]*>/i],
]
