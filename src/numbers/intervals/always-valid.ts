/** An interval and a p-value that hold however often, and whenever, one looks. */
import { demandWithin } from '../columns.ts'
import { defined } from '../measure.ts'
import { demandLevel, type Interval } from './interval.ts'

/** An estimate that is about normal, such as a difference of means or shares, with its standard error at this look. */
export type Estimate = { value: number; error: number }

/**
 * The always-valid interval and p-value of the mixture sequential probability ratio test with a normal mixture (Robbins
 * 1970; Johari, Pekelis and Walsh 2015, Always valid inference). The likelihood ratio of "a difference of about `scale`"
 * to "none" is `sqrt(s² / (s² + t²)) exp(d² t² / (2 s² (s² + t²)))` for the estimate d, its error s and the scale t; p is its
 * inverse, at most 1, and the interval holds the differences it would not reject. Under no difference p falls below a at any
 * look with a chance of at most a (about, since s is estimated). `scale` is above 0, in the unit of the estimate, best near
 * the change hoped for, and has to be chosen before the first look. The price is an interval wider than that of a single
 * planned look. Throws BadInput for an error or a scale that is not above 0.
 */
export const alwaysValid = (
  { value, error }: Estimate,
  scale: number,
  level = 0.95,
): Interval & { p: number } => {
  demandLevel(level)
  demandWithin('value', value, -Number.MAX_VALUE, Number.MAX_VALUE)
  demandWithin('error', error, Number.MIN_VALUE, Number.MAX_VALUE)
  demandWithin('scale', scale, Number.MIN_VALUE, Number.MAX_VALUE)
  // With q = s² / (s² + t²) the exponent is (d / s)² (1 - q) / 2.
  const q = 1 / (1 + (scale / error) ** 2)
  const rest = 1 / (1 + (error / scale) ** 2)
  const logRatio = rest === 0 ? 0 : (Math.log(q) + (value / error) ** 2 * rest) / 2
  const half = error * Math.sqrt((-2 * Math.log(1 - level) - Math.log(q)) / rest)
  return {
    ...defined(value),
    low: value - half,
    high: value + half,
    level,
    method: 'always valid, mixture SPRT',
    p: Math.min(1, Math.exp(-logRatio)),
  }
}

/** The p-value so far over looks in their order: it never rises again, since what was shown once stays shown. */
export const alwaysValidSequence = (looks: readonly Estimate[], scale: number): number[] => {
  let least = 1
  return looks.map((look) => {
    least = Math.min(least, alwaysValid(look, scale).p)
    return least
  })
}
