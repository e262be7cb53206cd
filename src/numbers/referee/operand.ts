/** What arithmetic reckons with: a number with its unit, as the parts of an expression hold it. */
import { type Quantity, quantityAt } from './figure.ts'
import type { Token } from './token.ts'
import { type Head, type Unit, unitAt } from './unit.ts'

/**
 * A value in three readings, since people mix units and bare numbers: `raw` as written with per cent as a share, `whole`
 * with per cent as a number, `base` in seconds, bytes, dollars and per second.
 */
export type Reading = { raw: number; whole: number; base: number }

/**
 * How two values are joined by a word: a rate over a `span` of time; a `crowd` of which each has or does something; one
 * thing `spread` over another; how long it `lasts` at a rate; a `part` of a whole, or the `portion` that is named as a
 * share of it; the `pace` of so many in a time.
 */
export type Manner = 'span' | 'crowd' | 'spread' | 'lasts' | 'part' | 'portion' | 'pace'

/** A manner, with what the same words can mean as well, and how many of its periods a rate goes on for. */
export type Spoken = { manner: Manner; others: readonly Reading[]; periods?: number; per?: number }

/**
 * A part of an expression, up to token `next`; `inputs` are its numbers, `heads` their units, `nouns` what they count,
 * `rates` whether one is per time.
 */
export type Part = Reading & {
  next: number
  operations: number
  divides: boolean
  inputs: number[]
  heads: Head[]
  nouns: string[]
  rates: boolean
  /** The time that its first rate is counted per. */
  seconds?: number | undefined
  /** The last summand alone: "a + b x c = d" is often written where d is b x c. */
  tail?: Reading
  /** Whether a part can be read in more than one way, as "$2 per million" or "7.5k + 60 %". */
  unsure: boolean
  /** That words alone told the last operation, and how. */
  spoken?: Spoken
}

/** The number at a token with its unit, and whatever only comments on it: `0.8 (mobile share)`. */
export const operandAt = (tokens: readonly Token[], at: number): Part => {
  const bytes = tokens.some(({ text }) => /^(?:[kmgt]i?b|bytes?|float\d+|int8)$/.test(text))
  const quantity: Quantity = quantityAt(tokens, at, bytes)
  const dashed = tokens[quantity.next]?.text === '-' && tokens[quantity.next + 1]?.kind === 'word'
  const skip = dashed && tokens[quantity.next]?.glued && tokens[quantity.next + 1]?.glued ? 1 : 0
  const { unit: written, next } = unitAt(tokens, quantity.next + skip)
  const paid = /^[$€£]$/.test(tokens[at - 1]?.text ?? '') && written.head !== 'money'
  const unit: Unit = paid ? { ...written, head: 'money', scale: 1 } : written
  const { value } = quantity
  const share = unit.head === 'share' || unit.head === 'points'
  const scaled = value * unit.scale
  return {
    raw: share ? value * 0.01 : value,
    whole: value,
    base: share ? value * 0.01 : unit.seconds === undefined ? scaled : scaled / unit.seconds,
    next: afterComment(tokens, next),
    operations: isPower(tokens, at) ? 1 : 0,
    divides: false,
    inputs: [share ? value * 0.01 : value],
    heads: [share ? 'share' : unit.head],
    nouns: unit.nouns,
    rates: unit.seconds !== undefined,
    seconds: unit.seconds,
    unsure: unit.per !== undefined && /^\d/.test(unit.per),
  }
}

/** A part with every reading of it put through one function. */
export const applying = (part: Part, of: (value: number) => number): Part => ({
  ...part,
  raw: of(part.raw),
  whole: of(part.whole),
  base: of(part.base),
  operations: part.operations + 1,
})

/** Powers after a value: `^ 2`, "squared". */
export const raised = (tokens: readonly Token[], part: Part): Part => {
  const text = tokens[part.next]?.text
  const two = text === '²' || text === 'squared'
  const exponent = two ? 2 : text === '^' ? tokens[part.next + 1]?.value : undefined
  if (exponent === undefined) return part
  const powered = applying(part, (value) => value ** exponent)
  return { ...powered, next: part.next + (two ? 1 : 2) }
}

/** `10^9` and `2^20` only write a number; `1.1^12` is reckoned. */
const isPower = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.text === '^' &&
  tokens[at + 2]?.kind === 'number' &&
  ![2, 10].includes(tokens[at]?.value ?? 0)

const MOST_IN_COMMENT = 8

/** The token after brackets that hold nothing but words. */
const afterComment = (tokens: readonly Token[], at: number): number => {
  if (tokens[at]?.text !== '(') return at
  for (let n = at + 1; n < at + MOST_IN_COMMENT; n += 1) {
    if (tokens[n]?.text === ')') return n > at + 1 ? n + 1 : at
    if (tokens[n]?.kind !== 'word') return at
  }
  return at
}
