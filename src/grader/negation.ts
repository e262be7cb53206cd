/** Whether what a passage names is denied or turned down there. Scope is counted in words, not in punctuation. */
import type { Span } from '../flow/phrase.ts'
import { type Word, words } from '../flow/words.ts'
import { wordSet } from './word-set.ts'

const NEAR = wordSet('no without zero')
const FAR = wordSet(
  'not never none neither nor dont doesnt didnt wont wouldnt cant cannot isnt arent shouldnt couldnt neednt skip ignore forget',
)
const BREAKS = wordSet(
  'but because bc since so instead rather then while whereas although though however that which if unless until i we and yet as',
)
const EVALUATES = wordSet(
  'only just merely enough rely trust sufficient always necessarily simply alone doubt long longer later more less ml machine model learned',
)
const NEEDLESS = wordSet(
  'need needed needs necessary required require important matter matters worth help helps used',
)
const POINTLESS = wordSet('unnecessary overkill pointless needless irrelevant useless')
/** Things that one wants to be without: denying them is not denying that they were thought of. */
const ILLS =
  /^(?:leak|bias|skew|drift|overfit|outag|fail|nois|error|delay|lag|stale|duplic|miss|imbalanc|risk|spike|bottleneck)/

/** True when the words of the span are said not to be wanted, needed or there. */
export const denied = (text: readonly Word[], span: Span): boolean => {
  const inside = text.slice(span.from, span.to)
  if (
    inside.some((word) => ILLS.test(word.stem) || ILLS.test(word.text)) ||
    inside.some((word) => NEAR.has(word.text) || FAR.has(word.text))
  )
    return false
  return before(text, span.from) || after(text, span.to)
}

const before = (text: readonly Word[], from: number): boolean => {
  for (let i = from - 1, away = 1; i >= 0 && away <= 6; i -= 1, away += 1) {
    const word = text[i]?.text ?? ''
    if (BREAKS.has(word)) return false
    const far = FAR.has(word) || (word === 'no' && text[i + 1]?.stem === 'need')
    if (far || (NEAR.has(word) && away <= 2)) return !softened(text, i, from)
  }
  return false
}

/** `not only X`, `cannot rely on X`, `do not skip X`, `a baseline without ML`. */
const softened = (text: readonly Word[], at: number, from: number): boolean => {
  for (let i = at + 1; i < Math.min(from + 3, at + 4); i += 1)
    if (EVALUATES.has(text[i]?.text ?? '')) return true
  const word = text[at]?.text ?? ''
  if (word !== 'skip' && word !== 'ignore' && word !== 'forget') return false
  return [text[at - 1], text[at - 2]].some((near) => near !== undefined && FAR.has(near.text))
}

const after = (text: readonly Word[], to: number): boolean => {
  for (let i = to; i < Math.min(text.length, to + 4); i += 1) {
    const word = text[i]?.text ?? ''
    if (BREAKS.has(word)) return false
    if (POINTLESS.has(word)) return true
    if (FAR.has(word) && (NEEDLESS.has(text[i + 1]?.text ?? '') || NEEDLESS.has(text[i + 2]?.text ?? '')))
      return true
  }
  return false
}

const DENIES = wordSet(
  'not never no dont doesnt didnt wont wouldnt cant cannot isnt arent wasnt shouldnt avoid avoids without nobody neither',
)
/** Before something they turn it down: `instead of a random split`; after it they prefer it. */
const AGAINST = wordSet('instead rather than unlike over against')
/** After something they turn away from it. */
const TURNS = wordSet('but though however until')
const BAD =
  /^(?:mislead|wrong|bad|useless|meaningless|reject|trap|naiv|mistak|danger|hurt|inflat|flatter|cheat|optimist|rosi|leak|reward|fool|hide|mask|invalid|unfair|fail|broken|break|drop|refus|forbid|wors|bogu|blind|tempt)/
/** Who speaks begins a clause of his own, unless he says what he thinks. */
const SUBJECTS = wordSet('i we id ill wed lets')
const THINKS = wordSet('think believe say mean recommend suggest')
const BEFORE = 6
const AFTER = 8

/** True when something warned of, found by its `phrase`, is spoken of as wrong or refused, rather than proposed. */
export const refused = (text: readonly Word[], span: Span, phrase: string): boolean => {
  const inside = text.slice(span.from, span.to)
  const own = new Set(words(phrase).map((word) => word.stem))
  if (inside.some((word) => DENIES.has(word.text)) && ![...own].some((word) => DENIES.has(word))) return true
  const said = (word: Word): boolean => own.has(word.stem)
  const ahead = clauseBefore(text, span.from).filter((word) => !said(word))
  const behind = clauseAfter(text, span.to).filter((word) => !said(word))
  const bad = ({ text: word, stem }: Word): boolean => DENIES.has(word) || BAD.test(stem) || BAD.test(word)
  return (
    ahead.some((word) => AGAINST.has(word.text) || bad(word)) ||
    behind.some((word) => TURNS.has(word.text) || bad(word))
  )
}

const clauseBefore = (text: readonly Word[], from: number): readonly Word[] => {
  const least = Math.max(0, from - BEFORE)
  for (let at = from - 1; at >= least; at -= 1)
    if (SUBJECTS.has(text[at]?.text ?? '') && !THINKS.has(text[at - 1]?.text ?? ''))
      return text.slice(at, from)
  return text.slice(least, from)
}

const clauseAfter = (text: readonly Word[], to: number): readonly Word[] => {
  const all = text.slice(to, to + AFTER)
  const next = all.findIndex(({ text: word }) => SUBJECTS.has(word))
  return next < 0 ? all : all.slice(0, next)
}
