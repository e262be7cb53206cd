/** What a result has to be if it is that of arithmetic told in words; where it measures something else, there is nothing to say. */
import type { Expression } from './expression.ts'
import type { Figure } from './figure.ts'
import type { Manner, Reading, Spoken } from './operand.ts'
import { singular } from './singular.ts'
import { jointAt } from './spoken.ts'
import type { Token } from './token.ts'

/** How far off such a sum has to be: what is told in words leaves out what everybody knows. */
const OVER = 1.3
const UNDER = 0.75
const MOST_UNSAID = 8.5
const MOST_LOOSE = 3.5

/**
 * One reading of an expression, and the least and the most of what it gives that may still be meant; `exact` says that there is
 * nothing of which there may be several.
 */
export type Meant = { reading: Reading; floor: number; most?: number; exact?: boolean }

/** Which of its readings the result is; nothing where it may be anything. */
export const meantBy = (tokens: readonly Token[], left: Expression, result: Figure): Meant | undefined => {
  const { spoken } = left
  if (spoken === undefined || result.unit.head === 'points') return undefined
  return BY[spoken.manner]({ tokens, left, spoken, result, each: isEach(tokens, result) })
}

type Case = {
  tokens: readonly Token[]
  left: Expression
  spoken: Spoken
  result: Figure
  each: boolean
}

const BY: Readonly<Record<Manner, (one: Case) => Meant | undefined>> = {
  span: ({ left, spoken, result, each }) => {
    if (each || !isOf(left, result)) return undefined
    const { periods = 0, per = 1 } = spoken
    if (result.unit.seconds === undefined) return { reading: left, floor: floorAt(per, per * periods) }
    // "18 million a day over 86,400 seconds"
    return Math.abs(periods - 1) < 0.02 ? firm(spoken.others[0] ?? left) : undefined
  },
  crowd: ({ left, result: figure, each }) => {
    const { seconds } = figure.unit
    if (each || !isOf(left, figure) || (seconds !== undefined && !left.rates)) return undefined
    // Bytes need an index or copies, times overlap, and not everybody pays.
    if (!isCount(figure)) return { reading: left, floor: 1 / MOST_LOOSE, most: MOST_LOOSE }
    return { reading: left, floor: seconds === undefined ? UNDER : floorAt(left.seconds ?? 1, seconds) }
  },
  spread: ({ left, result }) => {
    const timed = left.heads.includes('time')
    const paced = result.unit.seconds !== undefined && isNamed(left, result)
    return (timed ? paced : isOf(left, result)) ? firm(left) : undefined
  },
  lasts: ({ left, result }) => (result.unit.head === 'time' ? firm(left) : undefined),
  part: ({ tokens, left, result }) =>
    result.unit.head === 'share' && !isOfOther(tokens, left, result)
      ? { ...firm(left), exact: true }
      : undefined,
  portion: ({ left, result }) =>
    isCount(result) && result.unit.nouns.some((noun) => left.nouns.some((one) => isAkin(noun, one)))
      ? firm(left)
      : undefined,
  pace: ({ left, spoken, result, each }) => {
    if (result.unit.head === 'time') return each ? firm(spoken.others[0] ?? left) : undefined
    const rate = result.unit.seconds !== undefined && isCount(result) && isNamed(left, result)
    return rate && !each ? firm(left) : undefined
  },
}

const firm = (reading: Reading): Meant => ({ reading, floor: UNDER })

/** Whether what begins at a token only goes on from a figure before it: "20 people for 3 weeks at 150 a day". */
export const isInner = (tokens: readonly Token[], from: number): boolean => {
  if (jointAt(tokens, from - 1) === undefined) return false
  for (let at = from - 2; at >= 0 && !isEnd(tokens, at); at -= 1)
    if (tokens[at]?.kind === 'number') return true
  return false
}

const isEnd = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'line' || /^[.;:!?]$/.test(tokens[at]?.text ?? '')

/**
 * Whether a result is so far from what comes out that nothing left unsaid explains it; a small whole number of times may
 * be cameras of a store that were named long before.
 */
export const isFar = (ratio: number, { floor, most = OVER, exact = false }: Meant): boolean => {
  const times = ratio > 1 ? ratio : 1 / ratio
  const isWhole = Math.abs(times / Math.round(times) - 1) < 0.02
  return (ratio > most || ratio < floor) && (exact || times > MOST_UNSAID || !isWhole)
}

const isCount = ({ unit }: Figure): boolean => /^(?:none|count)$/.test(unit.head)

/** Whether a result is of the kind and of the things that were reckoned with. */
const isOf = (left: Expression, result: Figure): boolean => {
  const special = left.heads.filter((head) => /^(?:bytes|bits|time|money)$/.test(head))
  if (result.unit.per !== undefined) return false
  if (special.length > 0 ? !special.includes(result.unit.head) : !isCount(result)) return false
  return isNamed(left, result)
}

/** Whether all that a result counts was named before, or is nothing in particular: rows of payments, reviews of reviewers. */
const isNamed = (left: Expression, { unit }: Figure): boolean =>
  unit.nouns.every((noun) => GENERAL.test(noun) || left.nouns.some((one) => isAkin(noun, one)))

const GENERAL =
  /^(?:row|event|record|request|call|query|example|sample|line|entry|item|thing|total|overall|altogether|data|storage|memory|disk|ram|traffic|log|work|zeilen?|ereignis(?:se)?|anfragen?|eintr[aä]ge?|datens[aä]tze?|beispiele?|daten|speicher|arbeit)$/

const LEAST_STEM = 4

/** "review" and "reviewer", "Prüfer" and "Prüfungen". */
const isAkin = (one: string, other: string): boolean => {
  const stem = Math.max(LEAST_STEM, Math.min(one.length, other.length) - 2)
  return one === other || (one.length >= stem && one.slice(0, stem) === other.slice(0, stem))
}

/** "40 microseconds each", "3 trips for each car", "150 a reviewer". */
const isEach = (tokens: readonly Token[], { next, unit }: Figure): boolean => {
  if (unit.per !== undefined) return true
  if (/^(?:an?|pro)$/.test(tokens[next]?.text ?? '') && tokens[next + 1]?.kind === 'word') return true
  const near = tokens.slice(next, next + MOST_AFTER)
  const end = near.findIndex(({ kind, text }) => kind !== 'word' || /^(?:and|or|und|oder)$/.test(text))
  return near.slice(0, end < 0 ? MOST_AFTER : end).some(({ text }) => EACH.test(text))
}

const MOST_AFTER = 4
const EACH = /^(?:each|apiece|every|per|single|jeweils|je|jede[mnrs]?|pro)$/

/** "1 % of the value", where it was reckoned with reviews and payments. */
const isOfOther = (tokens: readonly Token[], left: Expression, { next, unit }: Figure): boolean => {
  if (unit.nouns.length > 0 && !unit.nouns.some((noun) => left.nouns.some((one) => isAkin(noun, one))))
    return true
  if (!/^(?:of|in|for|at|von|der|des|vom|bei)$/.test(tokens[next]?.text ?? '')) return false
  const after = tokens.slice(next + 1, next + 4).map(({ text }) => singular(text))
  return !after.some((word) => left.nouns.some((one) => isAkin(word, one)))
}

const DAY = 86_400
const WEEK = 7 * DAY

/** Nobody works at night and few do on Sundays: how little of the time may be meant. */
export const floorAt = (per: number, span: number): number => {
  if (span <= per) return UNDER
  if (per < DAY && span >= DAY) return per < 60 ? 0.3 : 0.15
  return per <= DAY && span >= WEEK ? 0.6 : UNDER
}
