/** Arithmetic that a text writes out together with its result, and whether the one gives the other. */
import { continued, type Expression, expressionAt } from './expression.ts'
import type { Figure } from './figure.ts'
import { type Link, linkAt } from './link.ts'
import { closest, fits, isCleanRatio } from './near.ts'
import type { Token } from './token.ts'
import { TIMES, type Unit } from './unit.ts'

/**
 * An expression with the figure that is said to be its result. `gives` is what it gives, in the unit of that figure;
 * `holds` whether the two agree; where they do not, `certain` says that nothing else can have been meant.
 */
export type Written = {
  from: number
  to: number
  result: Figure
  inputs: number[]
  /** Whether it only says one rate in another unit. */
  converts: boolean
  gives: number
  holds: boolean
  certain: boolean
}

/** Every piece of arithmetic with a result in a text, in order. */
export const writtenIn = (tokens: readonly Token[], figures: readonly Figure[]): Written[] => {
  const byToken = new Map(figures.map((figure) => [figure.first, figure]))
  const out: Written[] = []
  for (let at = 0; at < tokens.length; ) {
    const found = free(tokens, at) ? expressionAt(tokens, at) : undefined
    if (found === undefined) {
      at += 1
      continue
    }
    at = Math.max(at + 1, follow(tokens, byToken, found, out))
  }
  return out
}

/** Goes from result to result ("a x b = c, / d = e") and answers where to read on. */
const follow = (
  tokens: readonly Token[],
  byToken: ReadonlyMap<number, Figure>,
  first: Expression,
  out: Written[],
): number => {
  let left = first
  while (!operates(tokens, left.next)) {
    const link = linkAt(tokens, left.next)
    const result = link && (byToken.get(link.next) ?? byToken.get(link.next - 1))
    const right = result && link && expressionAt(tokens, link.next)
    if (link === undefined || result === undefined || right === undefined) return left.next
    if (right.operations === 0) relate(tokens, left, result, link, out)
    const on = goneOn(tokens, right)
    const ends = linkAt(tokens, right.next)?.strong !== true || left.operations === 0
    if (on.operations === 0 && ends) return right.next
    left = on
    if (left.next <= link.next) return link.next + 1
  }
  return left.next
}

/** A result that is reckoned on with: "= 40M a day, / 86400". */
const goneOn = (tokens: readonly Token[], right: Expression): Expression =>
  /^(?:,|and|then)$/.test(tokens[right.next]?.text ?? '') && operates(tokens, right.next + 1)
    ? continued(tokens, { ...right, next: right.next + 1 }, right.from)
    : right

const relate = (
  tokens: readonly Token[],
  left: Expression,
  result: Figure,
  link: Link,
  out: Written[],
): void => {
  if (left.operations === 0 && (!converts(left, result) || link.arrow)) return
  if (result.change || result.unit.head === 'times' || strange(tokens, left, result)) return
  const hedged = result.hedged || link.hedged
  const readings = readingsOf(left, result)
  const tail = left.tail === undefined ? [] : readingsOf({ ...left, ...left.tail }, result)
  const holds = [...readings, ...tail].some(({ gives, stated }) =>
    fits(gives, stated(result.low), stated(result.high), result.digits, hedged),
  )
  const best = closest(
    readings.map(({ gives, stated }) => ({ gives, stated: stated(result.high), per: stated(1) })),
  )
  if (best === undefined) return
  const ratio = best.stated / best.gives
  out.push({
    from: left.from,
    to: result.next,
    result,
    inputs: left.inputs,
    converts: left.operations === 0,
    gives: best.gives / best.per,
    holds,
    certain:
      !holds &&
      !left.unsure &&
      result.bound === undefined &&
      ratio > 0 &&
      (isCleanRatio(ratio) || (link.strong && left.operations > 0 && !implied(left, result.unit))),
  })
}

/** "18M a day is 208 per second": one value in two units. */
const converts = (left: Expression, result: Figure): boolean =>
  left.rates &&
  result.unit.seconds !== undefined &&
  result.unit.seconds !== left.seconds &&
  result.unit.head === left.heads[0] &&
  result.unit.per === undefined

/** Results of another kind than what was reckoned with: gigabytes that give machines, a share of something else. */
const strange = (tokens: readonly Token[], left: Expression, { unit, next }: Figure): boolean => {
  if (/^\d/.test(unit.per ?? '') || (/^(?:in|out)$/.test(tokens[next]?.text ?? '') && outOf(tokens, next)))
    return true
  const special = left.heads.filter((head) => /^(?:bytes|bits|time|money)$/.test(head))
  // Points of a share are no ratio; rows take time by a figure that is not written; "60 B" may be bytes.
  if (unit.head === 'points' && (left.divides || !left.heads.includes('share'))) return true
  if (unit.head === 'time' && !left.rates && special.length === 0) return left.heads.includes('count')
  if (unit.head === 'bytes' && tokens.slice(left.from, left.next).some(({ raw }) => raw === 'B')) return true
  if (unit.head === 'count' && unit.nouns.length > 0 && special.length > 0 && !left.divides) return true
  if (
    /^(?:bytes|bits|time|money)$/.test(unit.head) &&
    special.length > 0 &&
    !special.includes(unit.head) &&
    !left.divides
  )
    return true
  if (unit.head === 'share' && tokens[next]?.text === 'of' && !left.divides) return true
  return (
    unit.head === 'share' &&
    !left.divides &&
    !left.heads.includes('share') &&
    left.inputs.every((n) => n >= 1)
  )
}

/** "in a hundred", "out of 12". */
const outOf = (tokens: readonly Token[], at: number): boolean =>
  [1, 2].some(
    (n) => tokens[at + n]?.kind === 'number' || /^(?:hundred|thousand)$/.test(tokens[at + n]?.text ?? ''),
  )

/** A rate that may rest on seconds nobody wrote down. */
const implied = (left: Expression, { seconds }: Unit): boolean =>
  seconds !== undefined && seconds < DAY && !left.rates && !left.inputs.some((n) => SPANS.includes(n))

const DAY = 86_400
const SPANS = [60, 3600, 86_400, 24, 1440, 100_000]

type Comparison = { gives: number; stated: (value: number) => number }

const readingsOf = (left: Expression, { unit }: Figure): Comparison[] => {
  const plain = (value: number): number => value
  const scaled = (value: number): number => value * unit.scale
  const based = (value: number): number => scaled(value) / (unit.seconds ?? 1)
  const same = left.heads.includes(unit.head)
  const out: Comparison[] = [
    { gives: left.raw, stated: plain },
    { gives: left.whole, stated: plain },
    { gives: left.base, stated: based },
  ]
  if (!same && unit.head !== 'time') out.push({ gives: left.raw, stated: scaled })
  if (!same && unit.head === 'bytes')
    for (const size of [1, 2, 4, 8]) {
      out.push({ gives: left.base * size, stated: scaled }, { gives: left.raw * size, stated: scaled })
      out.push({ gives: left.base * size, stated: based })
    }
  if (unit.head === 'bytes') out.push({ gives: left.raw, stated: (value) => value * binary(unit.scale) })
  if (unit.head === 'share') out.push({ gives: left.raw, stated: scaled })
  if (/^(?:none|count)$/.test(unit.head)) out.push({ gives: left.base, stated: plain })
  if (unit.head === 'time')
    for (const each of TIMES.values()) if (!same) out.push({ gives: left.raw * each, stated: scaled })
  if (implied(left, unit)) out.push({ gives: (left.raw / DAY) * (unit.seconds ?? DAY), stated: plain })
  return out
}

const binary = (scale: number): number => 1024 ** Math.round(Math.log10(scale) / 3)

/** Whether an expression can begin here: not inside of another one, nor after the name of a function. */
const free = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (token === undefined || (token.kind !== 'number' && token.text !== '(')) return false
  if (before === undefined) return true
  if (
    /^(?:x|\*|\/|\^|\+|times|@|#|_|plus|minus|over|sqrt|ln|log|exp|root|min|max|log2|log10|of|to|from|between)$/.test(
      before.text,
    )
  )
    return before.text === '*' && tokens[at - 2]?.kind === 'line'
  if (before.text === '-') return tokens[at - 2] === undefined || tokens[at - 2]?.kind === 'line'
  return !(token.text === '(' && token.glued && (before.kind === 'word' || before.kind === 'number'))
}

const operates = (tokens: readonly Token[], at: number): boolean =>
  /^(?:x|\*|\/|\^|\+|times|multiplied|divided|plus|minus)$/.test(tokens[at]?.text ?? '')
