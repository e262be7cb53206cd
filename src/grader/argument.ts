/**
 * What tells an argument from a mere naming: reasons, figures, things set against each other, bounds, and the problem's
 * own words; against them what could be said of anything. Every word is counted by its kinds.
 */
import { FUNCTION_WORDS } from '../flow/function-words.ts'
import type { Span } from '../flow/phrase.ts'
import type { Word } from '../flow/words.ts'
import { BOUNDS, CONTRASTS, REASON_PAIRS, REASONS, VAGUE, VAGUE_PAIRS } from './argument-words.ts'
import { isEverydayWord } from './everyday.ts'
import { type Ground, quantity } from './ground.ts'
import type { Said } from './said.ts'

const KINDS = ['reason', 'figure', 'grounded', 'contrast', 'bound', 'own', 'telling', 'vague'] as const
export type Kind = (typeof KINDS)[number]

/** How many words of each kind stand in a stretch. */
export type Counts = Record<Kind, number>

/** Counts the kinds of a text once, so that any stretch of it is counted without looking at its words again. */
export const argued = (text: readonly Said[], ground: Ground): ((span: Span) => Counts) => {
  const sums = KINDS.map(() => new Uint16Array(text.length + 1))
  text.forEach((word, i) => {
    KINDS.forEach((kind, k) => {
      const sum = sums[k] as Uint16Array
      sum[i + 1] = (sum[i] as number) + (!word.mute && IS[kind](text, i, word, ground) ? 1 : 0)
    })
  })
  return ({ from, to }) => {
    const [a, b] = [Math.max(0, from), Math.min(text.length, to)]
    const counts = KINDS.map((kind, k) => [kind, (sums[k]?.[b] ?? 0) - (sums[k]?.[a] ?? 0)])
    return Object.fromEntries(counts) as Counts
  }
}

type Test = (text: readonly Said[], at: number, word: Said, ground: Ground) => boolean

const IS: Readonly<Record<Kind, Test>> = {
  reason: (text, at) => isReason(text, at),
  figure: (text, at) => isFigure(text, at),
  grounded: (text, at, _, ground) => {
    const value = quantity(text, at)
    return value !== undefined && ground.figure(value)
  },
  contrast: (text, at, { text: word }) =>
    CONTRASTS.has(word) || (word === 'than' && text[at - 1]?.text === 'rather'),
  bound: (_, __, { text: word }) => BOUNDS.has(word),
  own: (_, __, { written, number, text: word }, ground) =>
    !number && !FUNCTION_WORDS.has(word) && ground.word(written),
  telling: (text, at, word, ground) => IS.own(text, at, word, ground) && !isEverydayWord(word.written),
  vague: (text, at, { text: word }) =>
    VAGUE.has(word) || VAGUE_PAIRS.get(word)?.has(text[at + 1]?.text ?? '') === true,
}

const THEN = new Set('then would will we i id otherwise is are it'.split(' '))
const SO_NOT = new Set('far much many on called'.split(' '))
const PERSONS = new Set('i we you they'.split(' '))

/** A reason, a purpose, a consequence, a condition. */
const isReason = (text: readonly Word[], i: number): boolean => {
  const word = text[i]?.text ?? ''
  const next = text[i + 1]?.text ?? ''
  if (REASONS.has(word) || REASON_PAIRS.get(word)?.has(next)) return true
  if (word === 'so') return !SO_NOT.has(next)
  if (word === 'if') return text.slice(i + 2, i + 15).some((later) => THEN.has(later.text))
  return word === 'would' && !PERSONS.has(text[i - 1]?.text ?? '')
}

/** Whether the words between give a reason. */
export const reasoned = (text: readonly Word[], { from, to }: Span): boolean => {
  for (let i = Math.max(0, from); i < Math.min(text.length, to); i += 1)
    if (
      isReason(text, i) ||
      text[i]?.text === 'while' ||
      (text[i]?.text === 'as' && text[i + 1]?.text === 'long')
    )
      return true
  return false
}

const UNITS =
  /^(?:percent|ms|second|minut|hour|dai|day|week|month|year|million|thousand|billion|user|item|request|row|euro|dollar|pound|gb|mb|tb|byte|time|point|exampl|label|class|featur|dimens|x|qp|rp|querie|queri|event|order|case|search)$/
const NUMERALS = new Set(
  'two three four five six seven eight nine ten twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half third quarter tenth dozen'.split(
    ' ',
  ),
)

/** A figure with a unit, or one large enough to be a quantity. */
const isFigure = (text: readonly Word[], i: number): boolean => {
  const word = text[i]
  if (word === undefined) return false
  const unit = UNITS.test(text[i + 1]?.stem ?? '') || UNITS.test(text[i + 2]?.stem ?? '')
  if (word.number) return unit || /[.,]/.test(word.text) || Number(word.text) >= 10
  return unit && NUMERALS.has(word.text)
}

const AROUND = 12
const PROSE = 0.17
const CHAIN = 4
/** Terms with so many figures among them are a reckoning in few words. */
const RECKONS = 4
const LINKS = new Set('and or plus also then because bc since so therefore thus hence'.split(' '))

/** Whether the passage is a string of terms: nearly without the small words that sentences, even terse ones, have. */
export const listed = (text: readonly Word[], { from, to }: Span): boolean => {
  const all = text.slice(Math.max(0, from - AROUND), to + AROUND)
  const near = all.filter((word) => !word.number)
  if (all.length - near.length >= RECKONS) return false
  const plain = near.filter((word) => !LINKS.has(word.text))
  const small = plain.filter((word) => FUNCTION_WORDS.has(word.text)).length
  if (plain.length < 4 || small / plain.length < PROSE) return true
  const links = near.length - plain.length
  return (
    links >= CHAIN && links / near.length > 0.15 && !reasoned(text, { from: from - AROUND, to: to + AROUND })
  )
}
