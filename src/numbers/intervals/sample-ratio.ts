/** Whether the arms of a test got the rows that they should have got. */
import { BadInput } from '../bad-input.ts'
import { demandWhole, demandWithin } from '../columns.ts'
import { chiSquaredTail } from '../distributions.ts'
import { type Undefined, undefinedFor } from '../measure.ts'
import type { Test } from './interval.ts'

/**
 * The check for a sample-ratio mismatch: Pearson's chi-squared of the rows in each arm against the planned shares (any
 * numbers above 0, in proportion; equal where absent). A tiny p, such as below 0.001, says that assignment or logging is
 * broken, and no result of the test can be trusted (Fabijan et al. 2019). Throws BadInput for fewer than two arms and
 * counts that are none. Undefined without rows.
 */
export const sampleRatioMismatch = (
  counts: readonly number[],
  planned: readonly number[] = counts.map(() => 1),
): Test | Undefined => {
  if (counts.length < 2 || planned.length !== counts.length) {
    throw new BadInput(`There are ${counts.length} arms and ${planned.length} planned shares.`, {
      column: 'counts',
      value: counts.length,
      mend: 'Give at least two arms, and a share for each.',
    })
  }
  for (const count of counts) demandWhole('counts', count, 0)
  for (const share of planned) demandWithin('planned', share, Number.MIN_VALUE, Number.MAX_VALUE)
  const all = counts.reduce((sum, count) => sum + count, 0)
  const parts = planned.reduce((sum, share) => sum + share, 0)
  if (all === 0) return undefinedFor('No arm has rows.')
  const statistic = counts.reduce((sum, count, arm) => {
    const expected = (all * (planned[arm] ?? 0)) / parts
    return sum + (count - expected) ** 2 / expected
  }, 0)
  return { statistic, p: chiSquaredTail(statistic, counts.length - 1), method: "Pearson's chi-squared" }
}
