/** Arithmetic that a text writes out together with its result, and whether the one gives the other. */

import type { Expression } from './expression.ts'
import { continued, expressionAt } from './expression.ts'
import type { Figure } from './figure.ts'
import { type Link, linkAt } from './link.ts'
import { closest, fits, isCleanRatio } from './near.ts'
import { implied, readingsOf } from './readings.ts'
import { isStrange } from './strange.ts'
import type { Token } from './token.ts'

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
  if (result.change || result.unit.head === 'times' || isStrange(tokens, left, result)) return
  const hedged = result.hedged || link.hedged
  const readings = readingsOf(left, result)
  const tail = left.tail === undefined ? [] : readingsOf({ ...left, ...left.tail }, result)
  // Nobody rounds 20 + 30 + 40 + 30 to 100.
  const sum = left.inputs.reduce((all, one) => all + one, 0)
  const far = left.tail !== undefined && sum === left.raw && Math.abs(result.high / sum - 1) > 0.15
  const digits = far ? Math.max(2, result.digits) : result.digits
  const holds = [...readings, ...tail].some(({ gives, stated }) =>
    fits(gives, stated(result.low), stated(result.high), digits, hedged),
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
      (isCleanRatio(ratio) ||
        (link.strong && left.operations > 0 && !implied(left, result) && !isRoomy(left, result, ratio))),
  })
}

/** Rounded up on purpose: "43 x 3 = 150", "200 GB / 64 GB = 4 nodes". */
const isRoomy = (left: Expression, { unit, digits }: Figure, ratio: number): boolean =>
  (digits < 3 && unit.head !== 'share' && ratio > 1 && ratio < 1.25) ||
  (left.divides && unit.nouns.length > 0 && unit.seconds === undefined && ratio > 1 && ratio < 2.5)

/** "18M a day is 208 per second": one value in two units. */
const converts = (left: Expression, result: Figure): boolean =>
  left.rates &&
  result.unit.seconds !== undefined &&
  result.unit.seconds !== left.seconds &&
  result.unit.head === left.heads[0] &&
  result.unit.per === undefined

/** Whether an expression can begin here: not inside of another one, nor after the name of a function. */
const free = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (token === undefined || (token.kind !== 'number' && token.text !== '(')) return false
  if (before === undefined) return true
  // "1,2,3 * 10" goes on from a list.
  if (before.text === ',' && before.glued && token.glued) return false
  if (
    /^(?:x|\*|\/|\^|\+|times|@|#|_|plus|minus|over|sqrt|ln|log|exp|root|min|max|log2|log10|of|to|in|from|between)$/.test(
      before.text,
    )
  )
    return before.text === '*' && tokens[at - 2]?.kind === 'line'
  if (before.text === '-') return tokens[at - 2] === undefined || tokens[at - 2]?.kind === 'line'
  return !(token.text === '(' && token.glued && (before.kind === 'word' || before.kind === 'number'))
}

const operates = (tokens: readonly Token[], at: number): boolean =>
  /^(?:x|\*|\/|\^|\+|times|multiplied|divided|plus|minus|mal|durch|geteilt|multipliziert)$/.test(
    tokens[at]?.text ?? '',
  )
