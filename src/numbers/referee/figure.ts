/** The figures of a text: what stands there, in which unit, between which bounds, and how firmly. */
import { MAGNITUDES } from './numeral.ts'
import type { Token } from './token.ts'
import { type Unit, unitAt } from './unit.ts'

/**
 * `low` and `high` are as written, thousands and millions applied, and equal but for a range; `first` to `next` are its
 * tokens. `hedged` says that it is called rough, `bound` that it is a limit, `change` that it is one end of a change.
 */
export type Figure = {
  low: number
  high: number
  unit: Unit
  start: number
  end: number
  first: number
  next: number
  /** Significant digits as written. */
  digits: number
  hedged: boolean
  spelled: boolean
  bound?: 'over' | 'under'
  change?: true
}

const HEDGES = new Set(
  '~ ≈ about around roughly approx approximately circa ca nearly almost some like maybe perhaps say ballpark etwa ungefähr rund knapp'.split(
    ' ',
  ),
)
const OVER = new Set('> >= over above exceeds exceeding beyond from'.split(' '))
const UNDER = new Set('< <= under below within until max maximum'.split(' '))
const CURRENCY = new Set(['$', '€', '£'])

/** All figures of a text in their order; numbers that only name something, such as `@10`, are none. */
export const figuresIn = (tokens: readonly Token[]): Figure[] => {
  const bytes = tokens.some(({ text }) =>
    /^(?:[kmgtp]i?b|bytes?|float\d*|fp\d+|int\d+|gigs?|gigabytes|megabytes)$/.test(text),
  )
  const out: Figure[] = []
  for (let at = 0; at < tokens.length; ) {
    if (tokens[at]?.kind !== 'number') {
      at += 1
      continue
    }
    const figure = figureAt(tokens, at, bytes)
    if (figure) out.push(figure)
    at = figure?.next ?? at + 1
  }
  return out
}

const figureAt = (tokens: readonly Token[], at: number, bytes: boolean): Figure | undefined => {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (token === undefined || (before !== undefined && token.glued && /^[@#_.]$/.test(before.text)))
    return undefined
  const one = quantityAt(tokens, at, bytes)
  const range = rangeAt(tokens, at, one, bytes)
  const { unit, next } = unitAt(tokens, (range ?? one).next)
  const paid = before !== undefined && CURRENCY.has(before.text)
  const first = paid ? at - 1 : at
  const last = tokens[next - 1] ?? token
  const figure: Figure = {
    low: range?.low ?? one.value,
    high: range?.high ?? one.value,
    unit: paid && unit.head !== 'money' ? { ...unit, head: 'money', scale: 1 } : unit,
    start: tokens[first]?.start ?? token.start,
    end: last.end,
    first,
    next,
    digits: digitsOf(token),
    spelled: token.spelled === true,
    ...manner(tokens, first),
  }
  return figure
}

/** A number with its magnitude applied, the magnitude, and the token after both. */
export type Quantity = { value: number; magnitude: number; next: number }

/** A number with its thousands, millions or powers. */
export const quantityAt = (tokens: readonly Token[], at: number, bytes: boolean): Quantity => {
  const token = tokens[at]
  const value = token?.value ?? 0
  const after = tokens[at + 1]
  if (after?.text === '^' && tokens[at + 2]?.kind === 'number')
    return { value: value ** (tokens[at + 2]?.value ?? 1), magnitude: 1, next: at + 3 }
  const magnitude = after?.kind === 'word' ? MAGNITUDES.get(after.text) : undefined
  const alone =
    tokens[at + 2]?.kind !== 'word' || /^(?:x|is|each|per|gives|makes)$/.test(tokens[at + 2]?.text ?? '')
  const eaten = bytes && after?.text === 'b' && [1, 2, 4, 8, 16, 32, 64].includes(value) && alone
  // "a) 2 x 3 = 6 b) 3 x 4"
  const lists = after?.text.length === 1 && !after.glued && tokens[at + 2]?.text === ')'
  if (magnitude === undefined || eaten || lists || (after?.text === 'mil' && !after.glued))
    return { value, magnitude: 1, next: at + 1 }
  const dot =
    /^(?:mio|mrd|tsd)$/.test(after?.text ?? '') && tokens[at + 2]?.text === '.' && tokens[at + 2]?.glued
  return { value: value * magnitude, magnitude, next: at + (dot ? 3 : 2) }
}

const rangeAt = (
  tokens: readonly Token[],
  at: number,
  one: Quantity,
  bytes: boolean,
): { low: number; high: number; next: number } | undefined => {
  const joint = tokens[one.next]
  const two = tokens[one.next + 1]
  if (joint === undefined || two?.kind !== 'number') return undefined
  const between = tokens[at - 1]?.text === 'between' && joint.text === 'and'
  const dashed = joint.text === '-' && (joint.glued || two.spelled) && two.glued === joint.glued
  if (!between && !dashed && joint.text !== 'to') return undefined
  const high = quantityAt(tokens, one.next + 1, bytes)
  const low =
    one.magnitude === 1 && one.value < high.value / high.magnitude ? one.value * high.magnitude : one.value
  return high.value > low ? { low, high: high.value, next: high.next } : undefined
}

/** Digits that were written to be read: `12,500` has three, `0.0111` has three. */
const digitsOf = ({ raw, spelled, value }: Token): number => {
  if (spelled)
    return Math.max(
      1,
      String(value)
        .replace(/\D/g, '')
        .replace(/^0+|0+$/g, '').length,
    )
  const plain = raw.replace(/[eE].*$/, '')
  const stripped = plain.includes('.') ? plain.replace('.', '') : plain.replace(/0+$/, '')
  return Math.max(1, stripped.replace(/^0+/, '').length)
}

type Manner = { hedged: boolean; bound?: 'over' | 'under'; change?: true }

const manner = (tokens: readonly Token[], first: number): Manner => {
  let hedged = false
  let at = first - 1
  while (HEDGES.has(tokens[at]?.text ?? '')) {
    hedged = true
    at -= 1
  }
  const text = tokens[at]?.text ?? ''
  const two = `${tokens[at - 1]?.text ?? ''} ${text}`
  if (/^(?:just|slightly|bit|somewhat|well) (?:over|under|above|below)$/.test(two)) hedged = true
  if (/^(?:more|greater|larger|higher|longer) than$|^at least$/.test(two)) return { hedged, bound: 'over' }
  if (/^(?:less|fewer|lower|smaller|shorter|faster) than$|^(?:at most|up to|no more)$/.test(two))
    return { hedged, bound: 'under' }
  if (text === 'from' && changes(tokens, first)) return { hedged, change: true }
  if (text === 'to' && changed(tokens, at)) return { hedged, change: true }
  if (OVER.has(text)) return { hedged, bound: 'over' }
  if (UNDER.has(text)) return { hedged, bound: 'under' }
  return { hedged }
}

/** "from 14 to 11": whether a "to" with a number follows soon. */
const changes = (tokens: readonly Token[], at: number): boolean =>
  [1, 2, 3, 4].some((n) => tokens[at + n]?.text === 'to' && tokens[at + n + 1]?.kind === 'number')

/** Whether a "from" with a number stands shortly before a "to". */
const changed = (tokens: readonly Token[], at: number): boolean =>
  [2, 3, 4, 5].some((n) => tokens[at - n]?.text === 'from' && tokens[at - n + 1]?.kind === 'number')
