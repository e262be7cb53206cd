/** Whether a sum that does not come out is certainly wrong, or only leaves out what everybody knows. */
import type { Expression } from './expression.ts'
import type { Figure } from './figure.ts'
import type { Link } from './link.ts'
import { floorAt, isFar, type Meant } from './meant.ts'
import { isCleanRatio } from './near.ts'
import { implied } from './readings.ts'

/** A result and the arithmetic before it that does not give it; `ratio` is stated over what it gives. */
export type Miss = { left: Expression; result: Figure; link: Link; target: Meant | undefined; ratio: number }

/** Whether nothing that was left unsaid can make the difference. */
export const isSure = ({ left, result, link, target, ratio }: Miss, besides: readonly Figure[]): boolean => {
  const floor = target?.floor ?? floorOf(left, result)
  const open = target !== undefined || left.operations === 0 || left.rates
  const least = target?.most === undefined ? floor : 1
  if (open && isExplained(ratio, { floor: least, per: left.seconds }, besides)) return false
  if (target) return link.strong && isFar(ratio, target)
  if (ratio < 1 && ratio >= floor) return false
  if (isCleanRatio(ratio)) return true
  return link.strong && left.operations > 0 && !implied(left, result) && !isRoomy(left, result, ratio)
}

/** Whether a figure beside it makes the difference: "60 people do 150 a day over 30 days, that is 270,000". */
const isExplained = (
  ratio: number,
  { floor, per }: { floor: number; per: number | undefined },
  besides: readonly Figure[],
): boolean =>
  besides.some(({ low, unit: { head, scale } }) => {
    const periods = head === 'time' && per !== undefined ? [(low * scale) / per] : []
    return [head === 'share' ? low * scale : low, ...periods].some(
      (by) =>
        Math.abs(by - 1) > 1e-9 &&
        [ratio / by, ratio * by].some((rest) => rest > floor * NEAR && rest < 1 / NEAR),
    )
  })

const NEAR = 0.92

/** How little of a longer time may be meant, where a rate is told of it. */
const floorOf = ({ rates, seconds = 0 }: Expression, { unit }: Figure): number =>
  rates && unit.seconds !== undefined && unit.seconds > seconds ? floorAt(seconds, unit.seconds) : 1

/** Rounded up on purpose: "43 x 3 = 150", "200 GB / 64 GB = 4 nodes". */
const isRoomy = (left: Expression, { unit, digits }: Figure, ratio: number): boolean =>
  (digits < 3 && unit.head !== 'share' && ratio > 1 && ratio < 1.25) ||
  (left.divides && unit.nouns.length > 0 && unit.seconds === undefined && ratio > 1 && ratio < 2.5)
