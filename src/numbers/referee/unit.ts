/** Units as people write them after a number, and as a problem writes them in its checks. */
import { singular } from './singular.ts'
import { STOPS } from './stops.ts'
import type { Token } from './token.ts'

/** What is measured. `points` are percentage points, `times` a factor; `none` says that no unit was written. */
export type Head = 'count' | 'money' | 'bytes' | 'bits' | 'time' | 'share' | 'points' | 'times' | 'none'

/**
 * `scale` turns a value into dollars, bytes, bits, seconds or a share; `seconds` is the time that it is counted per, and
 * `per` whatever else ("arm", "1000 searches"); `nouns` name what is counted.
 */
export type Unit = { head: Head; scale: number; nouns: string[]; seconds?: number; per?: string }

/** Seconds in a unit of time, by its words. */
export const TIMES: ReadonlyMap<string, number> = byWords({
  'ns nanosecond nanoseconds': 1e-9,
  'us µs usec microsecond microseconds': 1e-6,
  'ms msec msecs millisecond milliseconds millis': 1e-3,
  's sec secs second seconds sekunde sekunden': 1,
  'min mins minute minutes minuten': 60,
  'h hr hrs hour hours std stunde stunden': 3600,
  'd day days night nights tag tage tagen': 86_400,
  'week weeks woche wochen': 604_800,
  'month months monat monate monaten': 2_592_000,
  'quarter quarters quartal quartale': 7_776_000,
  'year years yr yrs jahr jahre jahren': 31_536_000,
})

const BYTES = byWords({
  'byte bytes': 1,
  'kb kilobyte kilobytes': 1e3,
  'mb megabyte megabytes megs': 1e6,
  'gb gig gigs gigabyte gigabytes': 1e9,
  'tb terabyte terabytes': 1e12,
  'pb petabyte petabytes': 1e15,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
  tib: 1024 ** 4,
})

const BITS = byWords({
  'bit bits': 1,
  'kbit kbits kilobits': 1e3,
  'mbit mbits megabit megabits mbps': 1e6,
  'gbit gbits gigabit gigabits gbps': 1e9,
})

const MONEY = byWords({
  'dollar dollars usd bucks euro euros eur $ € £ pounds': 1,
  'cent cents ct': 0.01,
})
const SHARE = byWords({ '% percent pct prozent': 0.01 })
const RATES = new Set(['qps', 'rps', 'tps', 'fps'])
const ADVERBS = byWords({
  'daily nightly': 86_400,
  hourly: 3600,
  weekly: 604_800,
  monthly: 2_592_000,
  'yearly annually': 31_536_000,
})

type Read = { unit: Unit; next: number }

const NONE: Unit = { head: 'none', scale: 1, nouns: [] }

/** The unit that stands from a token on, and the token after it. */
export const unitAt = (tokens: readonly Token[], at: number): Read => {
  const head = headAt(tokens, at)
  const unit: Unit = { ...head.unit, nouns: [...head.unit.nouns] }
  let next = head.next
  if (unit.nouns.length === 0) {
    const skip = unit.head !== 'none' && tokens[next]?.text === 'of' ? 1 : 0
    const { nouns, next: after } = nounsAt(tokens, next + skip)
    if (nouns.length > 0) {
      unit.nouns = nouns
      next = after
      if (unit.head === 'none') unit.head = 'count'
    }
  }
  for (let per = perAt(tokens, next); per !== undefined; per = perAt(tokens, next)) {
    if (per.seconds !== undefined) unit.seconds = per.seconds
    else unit.per = per.noun
    if (unit.head === 'none') unit.head = 'count'
    next = per.next
    // "18 million daily searches"
    if (per.adverb && unit.nouns.length === 0) ({ nouns: unit.nouns, next } = nounsAt(tokens, next))
  }
  const each =
    /^(?:money|bytes|time)$/.test(unit.head) && unit.per === undefined ? eachAt(tokens, next) : undefined
  return each ? { unit: { ...unit, per: each.noun }, next: each.next } : { unit, next }
}

const headAt = (tokens: readonly Token[], at: number): Read => {
  const text = tokens[at]?.text ?? ''
  const after = tokens[at + 1]
  const taken = (unit: Unit, next = 1): Read => ({ unit, next: at + next })
  if (/^(?:percentage|%|percent|pct)$/.test(text) && /^points?$/.test(after?.text ?? ''))
    return taken(POINTS, 2)
  if (/^(?:points?|pp|ppt)$/.test(text)) return taken(POINTS)
  if (text === 'per' && after?.text === 'cent') return taken({ head: 'share', scale: 0.01, nouns: [] }, 2)
  if (RATES.has(text)) return taken({ head: 'count', scale: 1, nouns: ['request'], seconds: 1 })
  if (text === 'x')
    return isFactor(tokens, at) ? taken({ head: 'times', scale: 1, nouns: [] }) : { unit: NONE, next: at }
  if (text === 'b' && (after?.text !== ')' || tokens[at]?.glued))
    return taken({ head: 'bytes', scale: 1, nouns: [] })
  for (const [head, table] of TABLES) {
    const scale = table.get(text)
    if (scale === undefined) continue
    const each = head === 'bits' && text.endsWith('ps') ? { seconds: 1 } : {}
    return taken({ head, scale, nouns: [], ...each })
  }
  return { unit: NONE, next: at }
}

const POINTS: Unit = { head: 'points', scale: 1, nouns: [] }
const TABLES: readonly (readonly [Head, ReadonlyMap<string, number>])[] = [
  ['share', SHARE],
  ['bytes', BYTES],
  ['bits', BITS],
  ['money', MONEY],
  ['time', TIMES],
]

/** "3x the mean", and not "3 x 4". */
const isFactor = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'word' && !/^(?:number|sign)$/.test(tokens[at + 1]?.kind ?? '')

const MOST_NOUNS = 3

const nounsAt = (tokens: readonly Token[], at: number): { nouns: string[]; next: number } => {
  const nouns: string[] = []
  let next = at
  while (nouns.length < MOST_NOUNS) {
    const token = tokens[next]
    if (token === undefined || token.kind !== 'word' || STOPS.has(token.text) || ADVERBS.has(token.text))
      break
    nouns.push(singular(token.text))
    next += 1
    if (tokens[next]?.text === '-' && tokens[next]?.glued && tokens[next + 1]?.glued) next += 1
  }
  return { nouns, next }
}

const MANY: ReadonlyMap<string, string> = new Map([
  ['hundred', '100'],
  ['k', '1000'],
  ['thousand', '1000'],
  ['mille', '1000'],
  ['m', '1000000'],
  ['million', '1000000'],
  ['billion', '1000000000'],
])

type Per = { seconds?: number; noun: string; next: number; adverb?: true }

const perAt = (tokens: readonly Token[], at: number): Per | undefined => {
  const text = tokens[at]?.text ?? ''
  const adverb = ADVERBS.get(text)
  if (adverb !== undefined) return { seconds: adverb, noun: '', next: at + 1, adverb: true }
  if (!/^(?:\/|per|an?|each|every|one|pro|am|im|je)$/.test(text)) return undefined
  const after = tokens[at + 1]
  const seconds = TIMES.get(after?.text ?? '')
  if (after?.kind === 'word' && seconds !== undefined) return { seconds, noun: '', next: at + 2 }
  return /^(?:\/|per|pro)$/.test(text) ? perOther(tokens, at + 1, text === '/') : undefined
}

/** "25 minutes a fold times 8". */
const eachAt = (tokens: readonly Token[], at: number): Per | undefined => {
  const noun = tokens[at + 1]
  if (!/^(?:an?|each|every)$/.test(tokens[at]?.text ?? '') || noun?.kind !== 'word') return undefined
  if (STOPS.has(noun.text) || !/^(?:times|x|\*)$/.test(tokens[at + 2]?.text ?? '')) return undefined
  return { noun: singular(noun.text), next: at + 2 }
}

/** "per 1,000 searches", "per arm". */
const perOther = (tokens: readonly Token[], at: number, slash: boolean): Per | undefined => {
  const token = tokens[at]
  if (token === undefined || (token.kind === 'number' && slash)) return undefined
  if (token.kind === 'number') {
    const size = Number(MANY.get(tokens[at + 1]?.text ?? '') ?? 1)
    return { noun: String(token.value * size), next: nounsAt(tokens, at + (size === 1 ? 1 : 2)).next }
  }
  const many = MANY.get(token.text)
  if (many !== undefined) return { noun: many, next: nounsAt(tokens, at + 1).next }
  if (token.kind !== 'word' || STOPS.has(token.text)) return undefined
  return { noun: singular(token.text), next: at + 1 }
}

function byWords(table: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(table).flatMap(([words, value]) =>
      words.split(' ').map((word): [string, number] => [word, value]),
    ),
  )
}
