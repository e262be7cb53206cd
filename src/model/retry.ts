/** When something that failed is tried again. */

/** So many tries in all, before the failure is told. */
export const TRIES = 3

/**
 * Milliseconds until the next try: what the endpoint asks for and a little more, or else twice as long each time; `chance`
 * from 0 to 1 spreads those who failed together.
 */
export const waitBefore = (nextTry: number, asked: number | undefined, chance: number): number => {
  if (asked !== undefined) return asked + chance * 250
  const most = Math.min(500 * 2 ** (nextTry - 2), 8_000)
  return most * (0.5 + chance / 2)
}
