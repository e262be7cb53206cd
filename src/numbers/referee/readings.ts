/** Ways in which an expression and its result can be meant: per cent or a share, bytes or what they measure, per day or not. */
import type { Expression } from './expression.ts'
import type { Figure } from './figure.ts'
import { TIMES, type Unit } from './unit.ts'

/** A rate that may rest on seconds nobody wrote down. */
export const implied = (left: Expression, { low, unit: { seconds } }: Figure): boolean =>
  seconds !== undefined &&
  seconds < DAY &&
  !left.rates &&
  low < left.raw / LEAST_SPAN &&
  !left.inputs.some((n) => SPANS.includes(n))

const DAY = 86_400
const LEAST_SPAN = 10
const SPANS = [60, 3600, 86_400, 24, 1440, 100_000]

/** `gives` and `stated` are in one unit. */
export type Comparison = { gives: number; stated: (value: number) => number }

/** What an expression gives and what a figure says, in every way in which both can be meant. */
export const readingsOf = (left: Expression, result: Figure): Comparison[] => {
  const { unit } = result
  const out: Comparison[] = [
    { gives: left.raw, stated: plain },
    { gives: left.whole, stated: plain },
    { gives: left.base, stated: basedOn(unit) },
    ...sizes(left, unit),
    ...shares(left, unit),
    ...times(left, unit),
  ]
  if (!left.heads.includes(unit.head) && unit.head !== 'time')
    out.push({ gives: left.raw, stated: scaledBy(unit) })
  if (/^(?:none|count)$/.test(unit.head)) out.push({ gives: left.base, stated: plain })
  if (implied(left, result)) out.push({ gives: (left.raw / DAY) * (unit.seconds ?? DAY), stated: plain })
  return out
}

/** The same where words told the arithmetic: then nobody leaves out a unit, but the day that all of it is of. */
export const toldOf = (left: Expression, result: Figure): Comparison[] => {
  const special = left.heads.some((head) => /^(?:bytes|bits|time|money)$/.test(head))
  if (left.spoken?.manner === 'part') return [{ gives: left.raw, stated: scaledBy(result.unit) }]
  const timed = left.rates && result.unit.seconds !== undefined
  if (!special && !timed) return readingsOf(left, result)
  const based = { gives: left.base, stated: basedOn(result.unit) }
  return left.rates && !timed
    ? [based, { gives: left.base * (left.seconds ?? 1), stated: scaledBy(result.unit) }]
    : [based]
}

const plain = (value: number): number => value

const scaledBy =
  ({ scale }: Unit) =>
  (value: number): number =>
    value * scale

const basedOn =
  ({ scale, seconds }: Unit) =>
  (value: number): number =>
    (value * scale) / (seconds ?? 1)

/** Numbers of bytes each, powers of 1024, and bits beside bytes. */
const sizes = (left: Expression, unit: Unit): Comparison[] => {
  const [scaled, based] = [scaledBy(unit), basedOn(unit)]
  const out: Comparison[] = []
  if (left.heads.includes('bits') && left.heads.includes('bytes'))
    for (const by of [8, 1 / 8]) out.push({ gives: left.base * by, stated: based })
  if (unit.head !== 'bytes') return out
  out.push({ gives: left.raw, stated: (value) => value * binary(unit.scale) })
  if (left.heads.includes('bytes')) return out
  for (const size of [1, 2, 4, 8]) {
    out.push({ gives: left.base * size, stated: scaled }, { gives: left.raw * size, stated: scaled })
    out.push({ gives: left.base * size, stated: based })
  }
  return out
}

/** Per cent, and the change that a quotient tells: "2.5 / 2.0 = 25 %". */
const shares = (left: Expression, unit: Unit): Comparison[] => {
  if (unit.head !== 'share') return []
  const stated = scaledBy(unit)
  const whole = { gives: left.raw, stated }
  return left.divides ? [whole, { gives: Math.abs(left.raw - 1), stated }] : [whole]
}

const times = (left: Expression, unit: Unit): Comparison[] => {
  const stated = scaledBy(unit)
  // Minutes a day times days are minutes again.
  const out: Comparison[] = [{ gives: left.base, stated }]
  // "5M x 200 KB = 1 TB per day": only one side names the time that both are of.
  if (!left.rates || unit.seconds === undefined) out.push({ gives: left.base * (left.seconds ?? 1), stated })
  if (unit.head === 'time' && !left.heads.includes('time'))
    for (const each of TIMES.values()) out.push({ gives: left.raw * each, stated })
  return out
}

const binary = (scale: number): number => 1024 ** Math.round(Math.log10(scale) / 3)
