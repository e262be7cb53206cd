/** Arithmetic that a text writes out together with its result, and whether the one gives the other. */

import type { Expression } from './expression.ts'
import { continued, expressionAt } from './expression.ts'
import type { Figure } from './figure.ts'
import { type Link, linkAt } from './link.ts'
import { isInner, meantBy } from './meant.ts'
import { closest, fits } from './near.ts'
import { readingsOf, toldOf } from './readings.ts'
import { isStrange } from './strange.ts'
import { isSure } from './sure.ts'
import type { Token } from './token.ts'

/**
 * An expression with the figure that is said to be its result. `gives` is what it gives, in the unit of that figure;
 * `holds` whether the two agree; where they do not, `certain` says that nothing else can have been meant.
 */
export type Written = {
  from: number
  /** The token after its arithmetic. */
  ends: number
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
    if (right.operations === 0) relate(tokens, byToken, left, result, link, out)
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
  byToken: ReadonlyMap<number, Figure>,
  left: Expression,
  result: Figure,
  link: Link,
  out: Written[],
): void => {
  if (left.operations === 0 && !converts(left, result)) return
  if (result.change || result.unit.head === 'times' || isStrange(tokens, left, result)) return
  if (isLoose(tokens, left, link)) return
  const target = meantBy(tokens, left, result)
  if (left.spoken && target === undefined) return
  const read = target ? toldOf : readingsOf
  const hedged = result.hedged || link.hedged
  const others = [...(left.tail ? [left.tail] : []), ...(left.spoken?.others ?? [])]
  // Nobody rounds 20 + 30 + 40 + 30 to 100.
  const sum = left.inputs.reduce((all, one) => all + one, 0)
  const far = left.tail !== undefined && sum === left.raw && Math.abs(result.high / sum - 1) > 0.15
  const digits = far ? Math.max(2, result.digits) : result.digits
  const holds = [left, ...others.map((other) => ({ ...left, ...other }))]
    .flatMap((one) => read(one, result))
    .some(({ gives, stated }) => fits(gives, stated(result.low), stated(result.high), digits, hedged))
  const best = closest(
    read({ ...left, ...target?.reading }, result).map(({ gives, stated }) => ({
      ...{ gives, stated: stated(result.high), per: stated(1) },
    })),
  )
  if (best === undefined) return
  const ratio = best.stated / best.gives
  const besides = [...byToken.values()].filter(({ first }) => first < left.from || first >= result.next)
  out.push({
    from: left.from,
    ends: left.next,
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
      isSure({ left, result, link, target, ratio }, besides),
  })
}

/** Whether the two sides do not belong together, though nothing stands between them. */
const isLoose = (tokens: readonly Token[], left: Expression, link: Link): boolean => {
  const worded = left.spoken !== undefined || left.operations === 0
  return worded ? link.arrow || isInner(tokens, left.from) : link.leaves
}

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
  if (/^(?:over|in)$/.test(before.text) && opens(tokens, at - 2)) return true
  if (
    /^(?:x|\*|\/|\^|\+|times|@|#|_|plus|minus|over|sqrt|ln|log|exp|root|min|max|log2|log10|of|to|in|from|between)$/.test(
      before.text,
    )
  )
    return before.text === '*' && tokens[at - 2]?.kind === 'line'
  if (before.text === '-') return tokens[at - 2] === undefined || tokens[at - 2]?.kind === 'line'
  return !(token.text === '(' && token.glued && (before.kind === 'word' || before.kind === 'number'))
}

/** "Over 3 months at 22 million a day": what stands before the word is the end of something else. */
const opens = (tokens: readonly Token[], at: number): boolean =>
  tokens[at] === undefined || tokens[at]?.kind === 'line' || /^[.,;:!?]$/.test(tokens[at]?.text ?? '')

const operates = (tokens: readonly Token[], at: number): boolean =>
  /^(?:x|\*|\/|\^|\+|times|multiplied|divided|plus|minus|mal|durch|geteilt|multipliziert)$/.test(
    tokens[at]?.text ?? '',
  )
