/** How near two figures are, by the measures of somebody who rounds. */

const ROUGH = 0.25
const FIRM = 0.05

/**
 * Whether a value is what was written: within 5 % (a quarter where it is called rough), or rounded to as many digits as
 * were written.
 */
export const fits = (value: number, low: number, high: number, digits: number, hedged: boolean): boolean => {
  const slack = Math.abs(value) * (hedged ? ROUGH : FIRM)
  if (value >= low - slack && value <= high + slack) return true
  const rounded = Number(value.toPrecision(Math.min(15, Math.max(1, digits))))
  return Math.abs(rounded - high) <= 1e-9 * Math.abs(high)
}

/** Whether a figure lies within a relative tolerance of a value; of a range, whether it holds the value or an end does. */
export const within = (value: number, low: number, high: number, tolerance: number): boolean => {
  const slack = Math.abs(value) * tolerance
  return high >= value - slack && low <= value + slack && high <= Math.max(low * 2.5, value + slack)
}

const CLEAN = [60, 3600, 86_400, 1440, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e9]

/** The factor of a typical slip (a power of ten, seconds in an hour, bits in a byte) that a ratio is near to, if any. */
export const cleanRatio = (ratio: number): number | undefined => {
  const off = ratio < 1 ? 1 / ratio : ratio
  return CLEAN.find((factor) => Math.abs(off - factor) <= 0.08 * factor)
}

/** Whether a ratio is that of a typical slip. */
export const isCleanRatio = (ratio: number): boolean => cleanRatio(ratio) !== undefined

/** Of several readings the one whose two sides are nearest; those without a positive value do not count. */
export const closest = <R extends { gives: number; stated: number }>(
  readings: readonly R[],
): R | undefined => {
  const gap = ({ gives, stated }: R): number => Math.abs(Math.log(stated / gives))
  return readings
    .filter(({ gives, stated }) => gives > 0 && stated > 0 && Number.isFinite(gives))
    .reduce<R | undefined>(
      (best, one) => (best === undefined || gap(one) < gap(best) ? one : best),
      undefined,
    )
}
