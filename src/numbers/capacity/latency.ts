/** Budgets of time over hops: one after the other, and side by side. */
import { BadInput } from '../bad-input.ts'
import { numberText } from '../number-text.ts'
import { type Derived, given } from './derived.ts'

/** A step that takes so many milliseconds, or several that run side by side and take as long as the longest. */
export type Hop = { name: string; ms: number } | { name: string; together: readonly Hop[] }

/** The time of a path, what is left of its limit (below 0 where it does not fit), and how both come about. */
export type Budget = Derived & { left: number; fits: boolean }

/**
 * Adds hops up against a limit, both in milliseconds. Sums of percentiles are an upper bound: the 99th percentile of a sum
 * lies below the sum of 99th percentiles unless the slow cases coincide; the lines say so. Throws BadInput without hops.
 */
export const latencyBudget = (hops: readonly Hop[], limit: number): Budget => {
  if (hops.length === 0)
    throw new BadInput('There are no hops to add up.', {
      mend: 'Give at least one hop with its milliseconds.',
    })
  given('limit', limit)
  const lines: string[] = []
  const value = hops.reduce((sum, hop) => sum + timeOf(hop, lines), 0)
  const left = limit - value
  const fits = left >= 0
  lines.push(
    `${hops.map((hop) => `${hop.name} ${numberText(timeOf(hop, []))}`).join(' + ')} = ${numberText(value)} ms`,
  )
  lines.push(
    fits
      ? `${numberText(limit)} - ${numberText(value)} = ${numberText(left)} ms left`
      : `${numberText(value)} - ${numberText(limit)} = ${numberText(-left)} ms over the limit`,
  )
  if (hops.length > 1) lines.push('If these are percentiles, their sum is an upper bound.')
  return { value, unit: 'ms', lines, left, fits }
}

const timeOf = (hop: Hop, lines: string[]): number => {
  if ('ms' in hop) return given(hop.name, hop.ms)
  const times = hop.together.map((one) => timeOf(one, lines))
  const most = Math.max(0, ...times)
  lines.push(`${hop.name}: the longest of ${times.map(numberText).join(', ')} = ${numberText(most)} ms`)
  return most
}
