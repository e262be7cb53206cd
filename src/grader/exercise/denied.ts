/** Whether a sentence denies something: before it, after it, or between its words. */
import type { Span } from '../../flow/phrase.ts'
import { wordSet } from '../word-set.ts'
import { numbersWithin } from './numerals.ts'
import type { Said } from './said.ts'

/** True when the phrase at the span is said not to be the case, or not to be of use. */
export const isDenied = (said: Said, span: Span, phrase: string): boolean =>
  notWith(said, span) ||
  (!OWN.test(phrase) &&
    (deniedInside(said, span, phrase) ||
      deniedBefore(said, span.from) ||
      deniedAfter(said, span.to) ||
      hasLittle(said, span, phrase) ||
      isTakenBack(said, span)))

/** True where no comma or arrow parts the words of the span. */
export const isWhole = (said: Said, { from, to }: Span): boolean =>
  !apart(said, said.words[from]?.end ?? 0, said.words[to - 1]?.start ?? 0)

/** True where the two words stand in different parts of the sentence. */
const apart = ({ text }: Said, end: number, start: number): boolean =>
  start > end && /[,:;()]|->|→| - /.test(text.slice(end, start))

const DENIES = wordSet(
  'not never neither nor dont doesnt didnt wont wouldnt cant cannot isnt arent wasnt hasnt havent hadnt shouldnt couldnt without hardly avoid nothing',
)
const BREAKS = wordSet(
  'but because bc since as so while whereas although though if unless until i we and that which it its then',
)
const USELESS =
  /^(?:wont|wouldnt|doesnt|dont|cannot|cant|isnt|arent|not|no|nothing|useless|pointless|little|hardly|neither|never)$|^(?:wast|wors|hurt)/
/** After `would` they warn of what stands before. */
const HARMS = /^(?:bias|distort|lose|skew|throw|harm|break|mislead)/
/** Beside something they say that there is little of it. */
const SMALL = wordSet('small low little tiny negligible minor fine ok okay')
const IS = wordSet('is are looks seems be very really pretty quite rather')
const SIGN = wordSet('sign signs evidence indication hint')
/** Phrases that deny something themselves. */
const OWN =
  /\b(?:not|no|never|nothing|without|wont|cant|cannot|isnt|arent|dont|doesnt|didnt|hasnt|havent|hardly|useless|waste|worthless|meaningless)\b/
const BEFORE = 6
const AFTER = 6

/** Words may stand between those of a phrase, as in `it is not overfitting`. */
const deniedInside = ({ words }: Said, { from, to }: Span, phrase: string): boolean =>
  !phrase.includes('+') && words.slice(from, to).some((word) => DENIES.has(word.text))

const deniedBefore = (said: Said, from: number): boolean => {
  const { words } = said
  for (let at = from - 1; at >= Math.max(0, from - BEFORE); at -= 1) {
    const [word, next] = [words[at], words[at + 1]]
    if (word === undefined || next === undefined || apart(said, word.end, next.start)) return false
    if (/^(?:rather than|instead of)$/.test(`${words[at - 1]?.text} ${word.text}`)) return true
    if (breaks(words, at)) return false
    if (denies(word.text, next.text, from - at)) return true
    if (DENIES.has(word.text)) return !SOFTENS.has(next.text) && !ofSome(words.slice(at - 1, from))
  }
  return false
}

/** Words that deny by themselves what follows so many words later. */
const denies = (word: string, next: string, after: number): boolean =>
  (SMALL.has(word) && after <= 1) ||
  (word === 'no' && (after <= 3 || SIGN.has(next))) ||
  (word === 'little' && LEFT.has(next))

const LEFT = wordSet('to on in of left room')

/** `Not with generalising` is another matter than `not generalising`. */
const notWith = ({ words }: Said, { from, to }: Span): boolean =>
  words[from]?.text === 'not' && to - from > 1 && ABOUT.has(words[from + 1]?.text ?? '')

const ABOUT = wordSet('with about in')

/** A new clause begins, but for `it is` in `I do not think it is`. */
const breaks = (words: Said['words'], at: number): boolean =>
  BREAKS.has(words[at]?.text ?? '') &&
  !(THINKS.has(words[at - 1]?.text ?? '') && THAT.has(words[at]?.text ?? ''))

const THINKS = wordSet('think believe say see find that')
const THAT = wordSet('it its that we')

/** `Those who do not say so are` speaks of some, and denies nothing of what they are. */
const ofSome = ([who, ...after]: Said['words']): boolean =>
  OF_WHOM.has(who?.text ?? '') && after.some(({ text }) => IS.has(text))

const OF_WHOM = wordSet('who which that')
/** `At first I thought overfitting, but no`. */
const isTakenBack = ({ text, words }: Said, { to }: Span): boolean =>
  /^[^.;:]{0,24}\bbut (?:no\b|not\b|it (?:is not|isn))/i.test(text.slice(words[to - 1]?.end ?? 0))

/** A fault with so small a figure behind it that it is none: `variance 0.6`, `bias of half a point`. */
const hasLittle = ({ words }: Said, { to }: Span, phrase: string): boolean => {
  if (!/\b(?:bias|variance)$/.test(phrase)) return false
  const [figure] = numbersWithin(words.slice(to, to + 4))
  const between = words.slice(to, to + (figure?.from ?? 0)).every(({ text }) => LEADS.has(text))
  const value = figure?.value ?? 9
  return between && (value < 0.03 || (value > 0.17 && value < 2))
}

const LEADS = wordSet('is of at just only about around roughly equals by')
const SOFTENS = wordSet('only just merely simply sure doubt')

const deniedAfter = (said: Said, to: number): boolean => {
  const { words } = said
  for (let at = to; at < Math.min(words.length, to + AFTER); at += 1) {
    const [last, word] = [words[at - 1], words[at]]
    if (word === undefined || (last !== undefined && apart(said, last.end, word.start))) return false
    if (BREAKS.has(word.text) && word.text !== 'it') return false
    if (SMALL.has(word.text) && at - to <= 2 && IS.has(last?.text ?? '')) return true
    if (last?.text === 'would' && HARMS.test(word.text)) return true
    if (USELESS.test(word.text)) return !SOFTENS.has(words[at + 1]?.text ?? '')
  }
  return false
}
