/** A slip that its writer puts right later, in another message. */
import { conventionsOf } from './convention.ts'
import { isSizeOf } from './doubt.ts'
import { type Figure, figuresIn } from './figure.ts'
import type { Finding } from './finding.ts'
import { fits } from './near.ts'
import { wordsOf } from './sentence.ts'
import type { Token } from './token.ts'
import { tokensOf } from './tokens.ts'
import type { Unit } from './unit.ts'

/** The longest message that is read for it. */
const MOST = 12_000

/**
 * Whether a later message puts a finding right: it says the right figure of the same thing, or any figure that is right
 * with a word that turns, or takes the wrong one back.
 */
export const isCorrectedBy = (finding: Finding, text: string): boolean => {
  const short = text.slice(0, MOST)
  return conventionsOf(short).some((convention) => {
    const tokens = tokensOf(short, convention)
    const turns = TURNS.test(wordsOf(tokens, { from: 0, to: tokens.length }))
    const [own] = figuresIn(tokensOf(`${finding.expected} ${finding.unit}`))
    return figuresIn(tokens).some((figure) => {
      const same = own !== undefined && isAlike(own.unit, figure.unit)
      if (isOf(finding.expected, own, figure)) return turns || (same && !isSizeOf(tokens, figure.first))
      return isOf(finding.stated, own, figure) && isTakenBack(tokens, figure)
    })
  })
}

const TURNS =
  / (?:wait|wrong|sorry|oops|correction|correct|corrected|mistake|actually|meant|mean to say|should be|should have|should read|rather|typo|slip|slipped|redo|recompute|recalculate|recount|miscalculated|scratch|oh|indeed|yes|right|nope|instead|fix|nein|moment|falsch|korrektur|korrigiere|verrechnet|vielmehr|eigentlich|sollte|stimmt|richtig|ups|ja) /

/** Whether a figure is that value, whichever thousands, bytes or periods it is told in. */
const isOf = (value: number, own: Figure | undefined, { low, high, digits, unit }: Figure): boolean => {
  const is = (by: number): boolean => fits(value, low * by, high * by, Math.max(2, digits), false)
  return is(1) || (own?.unit.head === unit.head && is(baseOf(unit) / baseOf(own.unit)))
}

const baseOf = ({ scale, seconds = 1 }: Unit): number => scale / seconds

/** Whether two figures are of one thing as far as they say: bytes and bytes, a second and a second, reviews and reviews. */
const isAlike = (one: Unit, other: Unit): boolean =>
  one.head === other.head &&
  (/^(?:bytes|bits|time|money)$/.test(one.head) ||
    (one.seconds !== undefined && one.seconds === other.seconds) ||
    one.nouns.some((noun) => other.nouns.includes(noun)))

/** "2,546 was wrong", "not 2,546". */
const isTakenBack = (tokens: readonly Token[], { first, next }: Figure): boolean => {
  const before = wordsOf(tokens, { from: Math.max(0, first - 4), to: first })
  const after = wordsOf(tokens, { from: next, to: Math.min(tokens.length, next + 6) })
  return (
    / (?:not|instead of|rather than|scratch|forget|nicht|statt|vergiss) $/.test(
      before.replace(/ the $/, ' '),
    ) ||
    / (?:wrong|not right|mistake|too much|too many|too high|too low|nonsense|cannot be|can't be|falsch|stimmt nicht|zu viel|zu hoch) /.test(
      after,
    )
  )
}
