/** How sure a share is, and the difference of two shares. */
import { BadInput } from '../bad-input.ts'
import { demandWhole } from '../columns.ts'
import { betaQuantile, normalQuantile, normalTail } from '../distributions.ts'
import { defined, type Undefined, undefinedFor } from '../measure.ts'
import { demandLevel, type Interval, type Test } from './interval.ts'

/** Of so many independent trials, so many succeeded; whole numbers, successes at most trials. */
export type Tally = { successes: number; trials: number }

/**
 * Wilson's score interval (Wilson 1927), good for small counts and shares near 0 or 1, where the textbook interval is
 * not. Without trials undefined. Throws BadInput for counts that are none, and a level not between 0 and 1.
 */
export const wilson = (tally: Tally, level = 0.95): Interval | Undefined => {
  const share = checked(tally, level)
  if (share === undefined) return undefinedFor('There are no trials.')
  const n = tally.trials
  const z2 = normalQuantile((1 - level) / 2) ** 2
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n)
  const half = (Math.sqrt(z2) / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  const low = tally.successes === 0 ? 0 : middle - half
  const high = tally.successes === n ? 1 : middle + half
  return { ...defined(share), low, high, level, method: 'Wilson score' }
}

/**
 * The exact interval of Clopper and Pearson (1934): covers at least `level` whatever the true share, and is therefore
 * wider than needed. Otherwise as {@link wilson}.
 */
export const clopperPearson = (tally: Tally, level = 0.95): Interval | Undefined => {
  const share = checked(tally, level)
  if (share === undefined) return undefinedFor('There are no trials.')
  const { successes: k, trials: n } = tally
  const tail = (1 - level) / 2
  return {
    ...defined(share),
    low: k === 0 ? 0 : betaQuantile(tail, k, n - k + 1),
    high: k === n ? 1 : betaQuantile(1 - tail, k + 1, n - k),
    level,
    method: 'Clopper-Pearson',
  }
}

/**
 * The difference `b - a` of two independent shares, by Newcombe's hybrid of two Wilson intervals (Newcombe 1998, method
 * 10). Undefined when an arm has no trials.
 */
export const shareDifference = (a: Tally, b: Tally, level = 0.95): Interval | Undefined => {
  const [one, other] = [wilson(a, level), wilson(b, level)]
  if (one.value === undefined) return one
  if (other.value === undefined) return other
  const difference = other.value - one.value
  return {
    ...defined(difference),
    low: difference - Math.hypot(other.value - other.low, one.high - one.value),
    high: difference + Math.hypot(other.high - other.value, one.value - one.low),
    level,
    method: 'Newcombe hybrid score',
  }
}

/**
 * The z-test of equal shares with the pooled variance; its square is Pearson's chi-squared without correction. It wants
 * at least about 5 successes and failures in each arm. Undefined when all trials of both arms end the same way.
 */
export const shareTest = (a: Tally, b: Tally): Test | Undefined => {
  const [one, other] = [checked(a, 0.95), checked(b, 0.95)]
  if (one === undefined || other === undefined) return undefinedFor('An arm has no trials.')
  const pooled = (a.successes + b.successes) / (a.trials + b.trials)
  if (pooled === 0 || pooled === 1) return undefinedFor('All trials of both arms end the same way.')
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.trials + 1 / b.trials))
  const statistic = (other - one) / error
  return { statistic, p: 2 * normalTail(Math.abs(statistic)), method: 'z-test with pooled variance' }
}

/** The share, or undefined without trials. */
const checked = ({ successes, trials }: Tally, level: number): number | undefined => {
  demandLevel(level)
  demandWhole('trials', trials, 0)
  demandWhole('successes', successes, 0)
  if (successes > trials) {
    throw new BadInput(`${successes} successes of ${trials} trials.`, {
      column: 'successes',
      value: successes,
      mend: 'There cannot be more successes than trials.',
    })
  }
  return trials === 0 ? undefined : successes / trials
}
