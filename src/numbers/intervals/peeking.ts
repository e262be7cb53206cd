/** What looking early costs, and the lines that allow for it. */
import { normalQuantile, normalTail } from '../distributions.ts'
import { defined, type Measure } from '../measure.ts'
import { demandBetween } from './interval.ts'
import { crossing, demandLooks, onward, START } from './looks.ts'

/**
 * The chance of a false alarm at any of several looks when each is tested, two-sided, as if it were the only one at
 * `alpha` (0.05 where absent): five equal looks make 0.142 of 0.05 (Armitage, McPherson and Rowe 1969). `shares` says at
 * which shares of all data is looked, rising, to at most 1. Throws BadInput for others.
 */
export const falseAlarmsOfPeeking = (shares: readonly number[], alpha = 0.05): Measure => {
  demandLooks(shares)
  demandBetween('alpha', alpha)
  const z = -normalQuantile(alpha / 2)
  let [course, chance] = [START, 0]
  shares.forEach((share, look) => {
    chance += crossing(course, share, z)
    if (look < shares.length - 1) course = onward(course, share, z)
  })
  return defined(chance)
}

/** A look: at which share of the data, beyond which |z| or below which two-sided p one may stop, and the alarms spent so far. */
export type Look = { share: number; z: number; p: number; spent: number }

/**
 * Lines at planned looks that together give `alpha` false alarms, two-sided (0.05 where absent), by spending them as data
 * comes in (Lan and DeMets 1983). With t the share of the data, each side spends of its half a:
 *
 * - `obrien-fleming`: `2 - 2 Phi(z_(a/2) / sqrt(t))`, almost nothing early, so that the last line is near the usual 1.96;
 * - `pocock`: `a ln(1 + (e - 1) t)`, about the same at every look.
 *
 * `shares` as for {@link falseAlarmsOfPeeking}; looks may be planned unevenly, but not because of what was seen. For five
 * even looks |z| is 4.877, 3.357, 2.680, 2.290, 2.031, and 2.438, 2.427, 2.410, 2.397, 2.386. z is Infinity at a look with
 * less than 1e-15 to spend. If the last share is below 1, less than alpha has been spent.
 */
export const groupSequential = (
  shares: readonly number[],
  spending: 'obrien-fleming' | 'pocock',
  alpha = 0.05,
): Look[] => {
  demandLooks(shares)
  demandBetween('alpha', alpha)
  let [course, spent] = [START, 0]
  return shares.map((share, look) => {
    const target = 2 * spentAt(share, spending, alpha / 2)
    const z = lineFor(target - spent, (line) => crossing(course, share, line))
    spent = target
    if (look < shares.length - 1) course = onward(course, share, z)
    return { share, z, p: 2 * normalTail(z), spent }
  })
}

const spentAt = (share: number, spending: 'obrien-fleming' | 'pocock', half: number): number =>
  spending === 'pocock'
    ? half * Math.log1p((Math.E - 1) * share)
    : 2 * normalTail(-normalQuantile(half / 2) / Math.sqrt(share))

/** The line that is crossed with the given chance. */
const lineFor = (chance: number, of: (line: number) => number): number => {
  if (chance < 1e-15) return Number.POSITIVE_INFINITY
  let [low, high] = [0, 9]
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (of(middle) > chance) low = middle
    else high = middle
  }
  return (low + high) / 2
}
