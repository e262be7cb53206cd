/** Latency budgets whose parts, one after the other, take longer than the whole is said to. */

import { numberText } from '../number-text.ts'
import type { Figure } from './figure.ts'
import { figuresIn } from './figure.ts'
import type { Finding, ToldFact } from './finding.ts'
import type { Said } from './judge.ts'
import { isCorrected, isQuestion, partAround, type Stretch, wordsOf } from './sentence.ts'
import type { Token } from './token.ts'
import { tokensOf } from './tokens.ts'
import { TIMES } from './unit.ts'

/** How much more than the whole the parts must be. */
const OVER = 1.08
const LEAST_PARTS = 2

/**
 * A finding where a message splits a limit into parts that exceed it: the limit is stated in the message, or it speaks of a
 * budget and the limit is the one that was told. Nothing where anything runs in parallel, is optional or was improved.
 */
export const budgetFindings = (text: string, said: Said, facts: readonly ToldFact[]): Finding[] => {
  const { tokens, sentences } = said
  const all = wordsOf(tokens, { from: 0, to: tokens.length })
  if (
    UNSURE.test(all) ||
    (all.match(/ p9\d+ /g)?.length ?? 0) > 1 ||
    sentences.some((sentence) => isQuestion(tokens, sentence))
  )
    return []
  const times = timesOf(said)
  if (
    times.some(
      ({ change, high, low, unit, next }) =>
        change || high !== low || unit.per !== undefined || isCorrected(tokens, next),
    )
  )
    return []
  const totals = times.filter((figure) => isTotal(said, figure))
  if (new Set(totals.map(seconds)).size > 1) return []
  const parts = times.filter((figure) => !totals.includes(figure) && isPart(said, figure))
  if (parts.some((part) => isResult(said, part))) return []
  const told =
    totals[0] === undefined && SPLITS.test(all) && parts.length > LEAST_PARTS ? limitIn(facts) : undefined
  const limit = totals[0] ?? told
  if (limit === undefined || parts.length < LEAST_PARTS) return []
  const sum = parts.reduce((total, part) => total + seconds(part), 0)
  const most = seconds(limit)
  if (sum <= most * OVER || parts.some((part) => seconds(part) > most)) return []
  return [findingOf(text, said, { limit: totals[0] ?? (parts.at(-1) as Figure), parts, sum, most })]
}

const UNSURE =
  / (?:parallel|concurrently|concurrent|simultaneously|same time|async|asynchronous|asynchronously|meanwhile|background|offline|overlap|overlaps|overlapping|or|either|alternatively|instead|max|if|worst|p50|median|average|mean|today|currently|now|was|were|before|cached|cache|cut|reduce|reduced|saves|saving|timeout|timeouts|fallback|including|incl|inside|thereof|hidden|too much|too slow|too long|over budget|over the budget|exceeds|exceed|does not fit|doesn't fit|do not fit|don't fit|will not fit|won't fit|not fit|blow|blows|above the|than|gleichzeitig|nebenher|asynchron|überlappt|überlappen|überlappend|davon|oder|statt|bisher|heute|aktuell|vorher|gesenkt|zu lang|zu langsam|zu viel|passt nicht|wenn|falls|p99s|pessimistic|add up) | of (?:which|that|it|this) | (?:run|runs|running|fetched|called) (?:together|at once) | \| \| | next to each other | side by side /

/** Whether a figure is a sum of others in the text. */
const isResult = ({ written }: Said, { first }: Figure): boolean =>
  written.some(({ result }) => result.first === first)

const SPLITS = / (?:budget|split|splits|breakdown|break down|limit|hops?|per hop) /

const seconds = ({ low, unit }: Figure): number => low * unit.scale

/** Times of less than a minute; a bare number beside them, as in "of the 25", is in the unit of the others. */
const timesOf = ({ tokens, figures }: Said): Figure[] => {
  const timed = figures.filter(
    ({ unit, low }) => unit.head === 'time' && unit.scale < 60 && low * unit.scale < 60,
  )
  const unit = timed[0]?.unit
  if (unit === undefined) return []
  return figures.flatMap((figure) => {
    if (timed.includes(figure)) return [figure]
    if (figure.unit.head !== 'none' || figure.spelled || !isBare(tokens, figure)) return []
    return [{ ...figure, unit: { ...unit, nouns: [] } }]
  })
}

/** "retrieval 40," or "of the 100": a number that stands where a time would. */
const isBare = (tokens: readonly Token[], { first, next }: Figure): boolean => {
  const before = tokens[first - 1]
  const after = tokens[next]
  const closes =
    after === undefined ||
    after.kind === 'line' ||
    /^[,;.)+→]$/.test(after.text) ||
    (/^(?:and|then|for|to|on|ms)$/.test(after.text) && tokens[next + 1]?.kind !== 'number')
  // "10 to lookup, 25 to the model"
  if (/^(?:to|for|on)$/.test(after?.text ?? '') && /^(?:,|and)$/.test(before?.text ?? '')) return closes
  return (
    closes &&
    before?.kind === 'word' &&
    !/^(?:top|k|batch|best|first|step|layer|model|version|size|than|p)$/.test(before.text)
  )
}

const TOTAL =
  / (?:total|totals|totalling|budget|limit|overall|altogether|in all|end to end|end - to - end|e2e|sla|slo|deadline|allowed|allows|from shutter|p99 target|have|has|whole) /
const LIMIT =
  /^(?:within|under|below|of|fits|the|our|all|into|in|inside|total|budget|limit|max|maximum|sla|slo|have|=|is|:)$/

/** Whether a figure is the whole that the others are parts of. */
const isTotal = (said: Said, figure: Figure): boolean => {
  const { tokens, sentences } = said
  const sentence = sentences.find(({ from, to }) => figure.first >= from && figure.first < to)
  if (sentence === undefined) return false
  const part = partAround(tokens, sentence, figure.first, figure.next)
  // "total: 2 s"
  if (
    /^[:=]$/.test(tokens[part.from - 1]?.text ?? '') &&
    / (?:total|sum|budget|limit|overall|sla|slo|gesamt|summe) /.test(
      wordsOf(tokens, { from: part.from - 2, to: part.from - 1 }),
    )
  )
    return true
  if (figure.bound === 'under' || TOTAL.test(wordsOf(tokens, part))) return !LEFT.test(wordsOf(tokens, part))
  const before = [1, 2].map((n) => tokens[figure.first - n]?.text ?? '')
  if (
    /^(?:the|our|of|those)$/.test(before[0] ?? '') &&
    /^(?:of|fits|within|in|into|under|meets|meet|inside|the)$/.test(before[1] ?? 'of')
  )
    return LIMIT.test(before[1] ?? '')
  // "budget (100 ms):"
  const closes = tokens[figure.next]?.text === ')' ? 1 : 0
  return tokens[figure.next + closes]?.text === ':' || heads(said, figure, sentence)
}

/** A line that ends in a colon, or "latency, 60 ms p99:", gives the whole of what is listed below it. */
const heads = ({ tokens }: Said, figure: Figure, { from, to }: Stretch): boolean => {
  const last = tokens[to - 2]
  return last?.text === ':' && figure.first >= from && tokens[to - 1]?.kind === 'line'
}

const LEFT = / (?:leaves|leave|left|spare|remaining|remains|rest|slack|headroom|reserve|margin|buffer) /

const isPart = ({ tokens, sentences }: Said, { first, next, unit, bound }: Figure): boolean => {
  const sentence = sentences.find(({ from, to }) => first >= from && first < to)
  if (sentence === undefined || bound !== undefined || unit.seconds !== undefined) return false
  const part = partAround(tokens, sentence, first, next)
  if (isWithin(tokens, first)) return false
  // "features: 40 ms"
  if (tokens[first - 1]?.text === ':' && tokens[first - 2]?.kind === 'word') return true
  // "features (40 ms)"
  if (tokens[first - 1]?.text === '(' && tokens[next]?.text === ')') return tokens[first - 2]?.kind === 'word'
  return (
    !LEFT.test(wordsOf(tokens, part)) &&
    tokens
      .slice(part.from, part.to)
      .some(
        ({ kind }, n) =>
          kind === 'word' && (part.from + n < first || part.from + n >= next || unit.nouns.length > 0),
      )
  )
}

/** "server 150 ms (ranking 90 ms)": a share of the time before the brackets. */
const isWithin = (tokens: readonly Token[], first: number): boolean => {
  const open = tokens.slice(0, first).findLastIndex(({ text }) => text === '(' || text === ')')
  return tokens[open]?.text === '(' && TIMES.has(tokens[open - 1]?.text ?? '')
}

const limitIn = (facts: readonly ToldFact[]): Figure | undefined => {
  const told = facts.filter(({ topic }) => topic === 'latency')
  const times = told.flatMap(({ says }) =>
    figuresIn(tokensOf(says)).filter(({ unit }) => unit.head === 'time'),
  )
  const [one, another] = times
  return one !== undefined && another === undefined && one.unit.scale * one.low < 60 ? one : undefined
}

type Sum = { limit: Figure; parts: readonly Figure[]; sum: number; most: number }

const findingOf = (text: string, _said: Said, { limit, parts, sum, most }: Sum): Finding => {
  const scaled = (value: number): number => (most < 1 ? value * 1000 : value)
  const shown = (value: number): string => `${numberText(scaled(value))} ${most < 1 ? 'ms' : 's'}`
  return {
    kind: 'budget',
    quote: text.slice(limit.start, limit.end),
    start: limit.start,
    end: limit.end,
    stated: scaled(most),
    expected: scaled(sum),
    unit: most < 1 ? 'ms' : 's',
    factor: most / sum,
    derivation: [
      `${parts.map((part) => shown(seconds(part))).join(' + ')} = ${shown(sum)}`,
      `${shown(sum)} is ${shown(sum - most)} more than the ${shown(most)} there are`,
    ],
    reckoned: {
      ...{ of: 'budget', parts: parts.map((part) => scaled(seconds(part))), sum: scaled(sum) },
      ...{ most: scaled(most), unit: most < 1 ? 'ms' : 's' },
    },
  }
}
