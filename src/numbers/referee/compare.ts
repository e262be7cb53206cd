/** One figure against one check: whether both measure the same, and what the figure says in the check's unit. */
import type { Ready } from './check.ts'
import type { Figure } from './figure.ts'
import { within } from './near.ts'
import type { Unit } from './unit.ts'

/**
 * The figure in the check's unit, from `low` to `high`; `same` says that it bears a unit that fits, rather than none, and
 * `plain` that nothing had to be converted.
 * `right` is whether it lies within the tolerance, `slip` whether its bare number does and the unit beside it is wrong.
 */
export type Comparison = {
  low: number
  high: number
  same: boolean
  plain: boolean
  right: boolean
  slip: boolean
}

/** How a figure compares with a check; nothing where the two measure different things. */
export const comparedWith = (figure: Figure, ready: Ready): Comparison | undefined => {
  const factor = conversion(figure.unit, ready.unit)
  if (factor === undefined) return undefined
  const { value, tolerance } = ready.check
  const [low, high] = [figure.low * factor.by, figure.high * factor.by]
  const right = within(value, low, high, tolerance)
  const near = Math.min(tolerance, 0.06)
  const slip =
    !right &&
    factor.same &&
    Math.abs(factor.by - 1) > 1e-9 &&
    within(bareOf(ready, figure), figure.low, figure.high, near)
  return { low, high, same: factor.same, plain: Math.abs(factor.by - 1) < 1e-9, right, slip }
}

/** What a bare number would have to be. */
const bareOf = ({ check, unit }: Ready, figure: Figure): number =>
  unit.head === 'share' && figure.unit.head === 'share' && figure.unit.scale === 1
    ? check.value * 100
    : check.value

type Conversion = { by: number; same: boolean }

const conversion = (from: Unit, to: Unit): Conversion | undefined => {
  const head = headConversion(from, to)
  if (head === undefined) return undefined
  if (to.head === 'share' || to.head === 'points') return head
  if (from.seconds !== undefined && to.seconds === undefined) return undefined
  if (from.seconds === undefined || to.seconds === undefined) {
    const unspoken = to.seconds !== undefined && from.seconds === undefined
    return { by: head.by, same: head.same && !(unspoken && to.head === 'count') }
  }
  return { by: (head.by * to.seconds) / from.seconds, same: head.same || from.seconds !== undefined }
}

const headConversion = (from: Unit, to: Unit): Conversion | undefined => {
  if (from.head === 'none') return from.seconds === undefined ? { by: 1, same: false } : undefined
  if (from.head === to.head) return { by: from.scale / to.scale, same: true }
  return across(from, to) ?? (from.head === 'count' ? bare(from, to) : undefined)
}

/** Units of two kinds that measure the same. */
const across = (from: Unit, to: Unit): Conversion | undefined => {
  const by: Record<string, number> = {
    'bytes bits': (8 * from.scale) / to.scale,
    'bits bytes': from.scale / 8 / to.scale,
    'points share': 0.01,
    'share points': 1,
    ...(to.nouns.includes('second') && { 'time count': from.scale }),
  }
  const found = by[`${from.head} ${to.head}`]
  return found === undefined ? undefined : { by: found, same: true }
}

/** A number with a word behind it that may be no unit at all. */
const bare = (from: Unit, to: Unit): Conversion | undefined => {
  const fits = /^(?:share|points|times)$/.test(to.head)
    ? from.seconds === undefined
    : from.nouns.length === 0 || to.head === 'money'
  return fits ? { by: 1, same: false } : undefined
}
