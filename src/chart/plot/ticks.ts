import type { Axis } from '../figure.ts'
import { day, short } from '../numeral.ts'
import { powersOfTen } from '../view/range.ts'

/** A place on an axis, from 0 to 1, and what stands there. */
export type Tick = { at: number; text: string }

/** Where a value lies on an axis, from 0 to 1 within it. */
export const placeOn = ({ from, to, as }: Axis, value: number): number =>
  as === 'log'
    ? (Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from))
    : (value - from) / (to - from)

/** Round values along an axis, at most about so many. */
export const ticksOf = (axis: Axis, most: number): Tick[] => {
  const at = (value: number, text: string): Tick => ({ at: placeOn(axis, value), text })
  if (axis.as === 'date') return dates(axis, most).map((value) => at(value, day(value)))
  if (axis.as === 'log') return powers(axis).map((value) => at(value, short(value)))
  return rounds(axis, most).map((value) => at(value, axis.as === 'share' ? value.toFixed(1) : short(value)))
}

const DAY = 86_400_000

const dates = ({ from, to }: Axis, most: number): number[] => {
  const count = Math.max(1, Math.min(most - 1, Math.floor((to - from) / DAY)))
  return Array.from({ length: count + 1 }, (_, at) => from + ((to - from) * at) / count)
}

/** Powers of ten, or the ends where there are too few. */
const powers = ({ from, to }: Axis): number[] => {
  const all = powersOfTen(from, to)
  return all.length > 1 ? all : [from, to]
}

const rounds = ({ from, to }: Axis, most: number): number[] => {
  const span = to - from
  const rough = span / Math.max(1, most)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((lead) => lead * power).find((one) => span / one <= most + 1e-9) ?? span
  const first = Math.ceil(from / step - 1e-9)
  const count = Math.floor(to / step + 1e-9) - first
  return Array.from({ length: Math.max(0, count) + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  )
}
