import type { Numbers } from '../numbers/measure.ts'
import type { Point } from './figure.ts'
import { BadPicture } from './picture.ts'

/** How much one picture holds; what does not fit is refused or left out with a word about it. */
export const MOST = { curves: 4, points: 400, rows: 24, classes: 12, label: 40, single: 30 } as const

// Control characters, and those that turn the direction of what follows or take no room.
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]+/gu

/** A name as it may stand in a picture: one line, nothing unseen, not longer than fits. */
export const label = (text: string, most: number = MOST.label): string => {
  const clean = text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim()
  // The one name that is no key of an object, which is what libraries use it for.
  if (clean === '__proto__') return '__proto__.'
  const characters = [...clean]
  return characters.length <= most
    ? clean
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

/** Refuses an empty list, one that is too long, and says of what. */
export const within = (size: number, most: number, what: string): void => {
  if (size === 0) throw new BadPicture(`There are no ${what} to draw. Give at least one.`)
  if (size > most) throw new BadPicture(`A picture holds ${most} ${what}, and there are ${size}. Draw fewer.`)
}

/** Refuses a number that is none, or lies outside of where it can be drawn. */
export const finite = (value: number, what: string, from = -1e15, to = 1e15): number => {
  if (value >= from && value <= to) return value
  throw new BadPicture(`${what} is ${value}, which cannot be drawn. Give a number from ${from} to ${to}.`)
}

/** Two columns as points, each within its bounds. */
export const points = (
  what: string,
  x: Numbers,
  y: Numbers,
  bounds: { x?: readonly [number, number]; y?: readonly [number, number] } = {},
): Point[] => {
  if (x.length !== y.length)
    throw new BadPicture(
      `"${what}" has ${x.length} values across and ${y.length} upwards. Give as many of each.`,
    )
  if (x.length === 0) throw new BadPicture(`"${what}" has no points. Give at least one.`)
  return Array.from({ length: x.length }, (_, at) => ({
    x: finite(x[at] ?? Number.NaN, `A point of "${what}"`, ...(bounds.x ?? [])),
    y: finite(y[at] ?? Number.NaN, `A point of "${what}"`, ...(bounds.y ?? [])),
  }))
}

/** At most as many points as can be told apart, with the highest and the lowest of each stretch kept. */
export const thinned = (all: readonly Point[], most: number = MOST.points): Point[] => {
  if (all.length <= most) return [...all]
  const size = all.length / (most / 4)
  const kept = new Set<number>([0, all.length - 1])
  for (let begin = 0; begin < all.length; begin += size) {
    const [from, to] = [Math.floor(begin), Math.min(all.length, Math.floor(begin + size))]
    let [low, high] = [from, from]
    for (let at = from; at < to; at += 1) {
      if ((all[at]?.y ?? 0) < (all[low]?.y ?? 0)) low = at
      if ((all[at]?.y ?? 0) > (all[high]?.y ?? 0)) high = at
    }
    kept.add(from).add(low).add(high)
  }
  return [...kept].sort((a, b) => a - b).flatMap((at) => all[at] ?? [])
}
