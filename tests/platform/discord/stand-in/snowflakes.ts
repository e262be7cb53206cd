/** Discord's ids: numbers that grow, with their time in them. */

/** The first second of 2015, from which Discord counts. */
const EPOCH = 1_420_070_400_000

/** Gives ids that only grow. `apart` is how much two of the same moment differ: a millisecond, or the least there is. */
export const snowflakes = (now: () => number, apart: 'millisecond' | 'least'): (() => string) => {
  const step = apart === 'least' ? 1n : 1n << 22n
  let last = 0n
  return () => {
    const here = BigInt(now() - EPOCH) << 22n
    last = here > last ? here : last + step
    return String(last)
  }
}

/** The milliseconds since 1970 in an id. */
export const timeOf = (id: string): number => Number(BigInt(id) >> 22n) + EPOCH

/** An id of that time: what was said since comes after it. */
export const idAt = (ms: number): string => String(BigInt(ms - EPOCH) << 22n)

/** Compares two ids by age. */
export const byAge = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
