/** Whether words mean one fact plainly enough to tell it: a wrong fact told is worse than none. */
import type { Fact } from '../flow/problem.ts'
import type { Clause } from './clauses.ts'
import type { Found } from './finder.ts'
import type { Known } from './known.ts'

/** What is needed to mean a fact: points by a phrase of its own, by one of its topic, and by many lone words. */
const OWN = 0.36
export const PLAIN = 0.65
const MANY = 1
/** The least points by which lone words mean a fact. */
export const LONE = 0.4
/** The points by which a fact is named where nobody asks. */
export const NAMED = 0.5
/** The share of all that a question tells, by a phrase of the fact, by one of its topic, and by lone words. */
const OWN_SHARE = 0.35
const PLAIN_SHARE = 0.28
const LONE_SHARE = 0.6
/** Lone words are enough for a smaller share where no other fact has half as many points. */
const CLEAR = 2
const CLEAR_SHARE = 0.35
/** A second fact with so much of the points of the first makes it doubtful which is meant, unless only one is asked for by its own phrase. */
const DOUBT = 0.9

/** Whether what was found is enough to mean it. */
export const holds = ({ points, share, plain, owned }: Found, wants: boolean): boolean => {
  if (!wants) return owned ? points >= NAMED : plain && points >= 2 * NAMED
  return owned
    ? points >= OWN && share >= OWN_SHARE
    : plain
      ? (points >= PLAIN && share >= PLAIN_SHARE) || (points >= LONE && share >= LONE_SHARE)
      : points >= LONE && share >= (points >= MANY ? PLAIN_SHARE : LONE_SHARE)
}

/** The fact that words ask for, unless it is doubtful which. */
export const meant = (
  { words, back }: Pick<Clause, 'words' | 'back'>,
  wants: boolean,
  { find, exact }: Known,
): Fact | undefined => {
  const [first, second] = find(words)
  if (back && !first?.plain) return undefined
  if (first && doubted(first, second)) return exact(words)
  if (wants && first?.framed && second && !second.plain && second.points > DOUBT * first.points)
    return holds(second, wants) ? second.fact : exact(words)
  const clear = first && wants && first.points >= Math.max(LONE, CLEAR * (second?.points ?? 0))
  return first && (holds(first, wants) || (clear && first.share >= CLEAR_SHARE)) ? first.fact : exact(words)
}

/** By what it is meant: its own phrase, one of its topic, or lone words. */
const level = ({ plain, owned }: Found): number => (owned ? 2 : plain ? 1 : 0)

const doubted = (first: Found, second: Found | undefined): boolean =>
  second !== undefined &&
  second.points > DOUBT * first.points &&
  level(second) >= level(first) &&
  second.fact.topic !== first.fact.topic
