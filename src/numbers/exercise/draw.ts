/** Figures of a situation, drawn by a seed: the same seed, the same figures, on every machine. */
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export type Draw = {
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number
  /** One of a list. */
  one<T>(all: readonly [T, ...T[]]): T
}

export const drawing = (seed: string): Draw => {
  const generator = xoroshiro128plus(hash(seed))
  const whole = (low: number, high: number): number => uniformInt(generator, low, high)
  return { whole, one: (all) => all[whole(0, all.length - 1)] ?? all[0] }
}

/** FNV-1a, 32 bits. */
const hash = (text: string): number => {
  let out = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) out = Math.imul(out ^ text.charCodeAt(at), 0x01000193)
  return out | 0
}
