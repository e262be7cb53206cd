/** Everything that a storm draws, from one seed. */

export type Chance = {
  /** A number from 0 up to 1. */
  number(): number
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number
  pick<T>(all: readonly T[]): T
  /** The same things in another order. */
  shuffled<T>(all: readonly T[]): T[]
  /** Draws of its own, which are the same however much is drawn elsewhere. */
  of(name: string): Chance
}

/** Draws that are the same for the same seed (mulberry32). */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  const number = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number): number => least + Math.floor(number() * (most - least + 1))
  return {
    ...{ number, between },
    pick(all) {
      const one = all[between(0, all.length - 1)]
      if (one === undefined) throw new Error('There is nothing to pick from.')
      return one
    },
    shuffled: (all) =>
      all
        .map((one) => ({ one, rank: number() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ one }) => one),
    of: (name) => chanceOf([...name].reduce((sum, sign) => Math.imul(sum, 31) + sign.charCodeAt(0), seed)),
  }
}
