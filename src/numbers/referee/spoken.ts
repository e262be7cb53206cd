/** Arithmetic whose signs are words: "22 million a day over 90 days", "60 reviewers at 150 a day", "9,000 out of 22 million". */
import type { Manner, Part, Reading } from './operand.ts'
import type { Token } from './token.ts'
import { TIMES } from './unit.ts'

/** A word that may join two values, and the token after it. */
export type Joint = { word: string; next: number }

/** The word at a token that may join what stands before it to what stands behind it. */
export const jointAt = (tokens: readonly Token[], at: number): Joint | undefined => {
  const word = tokens[at]?.text ?? ''
  if (word === 'out' && tokens[at + 1]?.text === 'of') return { word: 'of', next: at + 2 }
  if (HAS.test(word) && /^(?:je|jeweils)$/.test(tokens[at + 1]?.text ?? '')) return { word, next: at + 2 }
  return LASTS.test(word) || HAS.test(word) || PARTS.test(word) || WITHIN.test(word)
    ? { word, next: at + 1 }
    : undefined
}

const LASTS = /^(?:over|across|during|throughout|for|in|über|für)$/
const HAS = /^(?:at|with|having|mit|zu)$/
const PARTS = /^(?:of|von)$/
const WITHIN = /^(?:in|within)$/

/** "a year", "an hour" as the time that it is. */
export const spellAt = (tokens: readonly Token[], at: number): Part | undefined => {
  const scale = TIMES.get(tokens[at + 1]?.text ?? '')
  if (scale === undefined || !/^(?:an?|einen?|einer|ein)$/.test(tokens[at]?.text ?? '')) return undefined
  const value = { raw: 1, whole: 1, base: scale }
  const rest = { operations: 0, divides: false, inputs: [1], heads: ['time' as const], nouns: [] }
  return { ...value, ...rest, next: at + 2, rates: false, unsure: false }
}

/** What a word between two values makes of them; nothing where it says nothing. */
export const spokenBy = (word: string, left: Part, right: Part): Part | undefined => {
  if (LASTS.test(word) && isRate(left) && isTime(right)) return spanOf(left, right, right.next)
  if ((HAS.test(word) || PARTS.test(word)) && isTime(left) && isRate(right))
    return spanOf(right, left, right.next)
  if (word === 'over' || word === 'über') return spreadOf(left, right)
  if (HAS.test(word) && isCrowd(left) && hasEach(right))
    return madeOf('crowd', left, right, times, [divided, turned])
  if (HAS.test(word) && isCrowd(left) && right.heads[0] === 'share' && right.nouns.length > 0)
    return { ...madeOf('portion', left, right, times, []), nouns: right.nouns, heads: left.heads }
  if (PARTS.test(word) && isPlain(left) && isPlain(right) && left.operations === 0 && left.raw < right.raw)
    return madeOf('part', left, right, divided, [])
  return WITHIN.test(word) && isCrowd(left) && !left.rates && isTime(right)
    ? madeOf('pace', left, right, divided, [turned])
    : undefined
}

type Of = (a: number, b: number) => number

const times: Of = (a, b) => a * b
const divided: Of = (a, b) => a / b
const turned: Of = (a, b) => b / a

const isShare = ({ heads }: Part): boolean => heads.every((head) => /^(?:share|points|times)$/.test(head))
const isRate = (part: Part): boolean => part.rates && part.seconds !== undefined && !isShare(part)
const isTime = ({ heads, rates, operations }: Part): boolean =>
  heads.length === 1 && heads[0] === 'time' && !rates && operations === 0
const isCount = ({ heads }: Part): boolean => heads.every((head) => /^(?:none|count)$/.test(head))
const isPlain = (part: Part): boolean => isCount(part) && !part.rates
const LEAST_BARE = 1000
const isCrowd = (part: Part): boolean => isCount(part) && (part.nouns.length > 0 || part.raw >= LEAST_BARE)

/** Whether somebody can have it each: a rate, or a size, a price or a time. */
const hasEach = (part: Part): boolean =>
  (part.rates && !isShare(part)) || part.heads.every((head) => /^(?:bytes|bits|money|time)$/.test(head))

const madeOf = (manner: Manner, left: Part, right: Part, of: Of, others: readonly Of[]): Part => ({
  ...readingOf(left, right, of),
  next: right.next,
  operations: left.operations + right.operations + 1,
  divides: left.divides || right.divides || of === divided,
  inputs: [...left.inputs, ...right.inputs],
  heads: [...left.heads, ...right.heads],
  nouns: [...left.nouns, ...right.nouns],
  rates: left.rates || right.rates,
  seconds: left.seconds ?? right.seconds,
  unsure: left.unsure || right.unsure,
  spoken: { manner, others: others.map((other) => readingOf(left, right, other)) },
})

/** One function put through all readings of two values. */
export const readingOf = (left: Reading, right: Reading, of: Of): Reading => ({
  raw: of(left.raw, right.raw),
  whole: of(left.whole, right.whole),
  base: of(left.base, right.base),
})

/** A rate that goes on for a time is what there is of it in the end; or what is had in a time is spread over another. */
const spanOf = (rate: Part, time: Part, next: number): Part => {
  const per = rate.seconds ?? 1
  const periods = time.base / per
  const part = madeOf('span', rate, time, times, [])
  return {
    ...part,
    ...{ raw: rate.raw * periods, whole: rate.whole * periods, base: rate.base * time.base },
    next,
    divides: rate.divides,
    heads: rate.heads,
    nouns: rate.nouns,
    rates: false,
    seconds: undefined,
    spoken: {
      manner: 'span',
      others: [
        { raw: rate.raw / time.raw, whole: rate.whole / time.raw, base: (rate.base * per) / time.base },
      ],
      periods,
      per,
    },
  }
}

/** "300 GB over 4 shards" divides; "3 epochs over 4 files" multiplies; of bare numbers there is no doubt. */
const spreadOf = (left: Part, right: Part): Part => {
  const lasts = right.rates && !left.rates
  const part = madeOf(lasts ? 'lasts' : 'spread', left, right, divided, [times])
  const bare = !left.rates && [...left.heads, ...right.heads].every((head) => head === 'none')
  if (!bare && !isConversion(right)) return part
  const { spoken: _, ...plain } = part
  return plain
}

const SPANS = new Set([60, 3600, 86_400, 24, 1440, 100_000])

/** The seconds or hours of a day, which only divide. */
const isConversion = ({ raw, heads, operations }: Part): boolean =>
  operations === 0 && heads[0] === 'none' && SPANS.has(raw)
