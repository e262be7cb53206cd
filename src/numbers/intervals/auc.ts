/** How sure an AUC is, and whether two models on the same rows differ in it. */
import { BadInput } from '../bad-input.ts'
import { oneClass, type Ranked } from '../classification/ranked.ts'
import { demandWhole, demandWithin } from '../columns.ts'
import { normalQuantile, normalTail } from '../distributions.ts'
import { defined, type Undefined, undefinedFor } from '../measure.ts'
import { demandLevel, type Interval, type Test } from './interval.ts'

/**
 * The interval of an AUC by the variance of DeLong, DeLong and Clarke-Pearson (1988), `auc ± z s`, cut to [0, 1]. Time is
 * linear after `ranked` (as Sun and Xu 2014 do it). Rows are taken as independent, each once: rows with weights throw
 * BadInput. Undefined with fewer than two positives or negatives, and where the classes are parted completely, since the
 * variance is then 0 and says nothing; {@link hanleyMcNeil} and a bootstrap say no more there.
 */
export const aucInterval = (rows: Ranked, level = 0.95): Interval | Undefined => {
  demandLevel(level)
  const parts = placements(rows)
  if ('reason' in parts) return parts
  const error = Math.sqrt(covariance(parts, parts))
  if (error === 0)
    return undefinedFor('Its variance is 0 on these rows, as when the classes are parted completely.')
  return around(parts.auc, error, level, 'DeLong')
}

/**
 * The interval of an AUC of which only the figure and the number of positives and negatives are known, by the variance of
 * Hanley and McNeil (1982), `auc ± z s`, cut to [0, 1]. `auc` is from 0 to 1, counts are 1 or more. Undefined for an AUC
 * of 0 or 1, whose variance comes out as 0.
 */
export const hanleyMcNeil = (
  given: { auc: number; positives: number; negatives: number },
  level = 0.95,
): Interval | Undefined => {
  demandLevel(level)
  const { auc, positives, negatives } = given
  demandWithin('auc', auc, 0, 1)
  demandWhole('positives', positives, 1)
  demandWhole('negatives', negatives, 1)
  if (auc === 0 || auc === 1) return undefinedFor('The variance of an AUC of 0 or 1 comes out as 0.')
  const square = auc * auc
  const spread =
    auc * (1 - auc) +
    (positives - 1) * (auc / (2 - auc) - square) +
    (negatives - 1) * ((2 * square) / (1 + auc) - square)
  return around(auc, Math.sqrt(spread / (positives * negatives)), level, 'Hanley-McNeil')
}

/**
 * Whether model `b` has another AUC than model `a` on the same rows: the difference `b - a`, its interval and DeLong's
 * two-sided z-test for correlated curves (DeLong, DeLong and Clarke-Pearson 1988). Both have to be ranked from the same
 * truth in the same order of rows; another truth throws BadInput. Undefined with fewer than two positives or negatives,
 * and where the variance of the difference is 0, as for two models that order the pairs alike.
 */
export const aucDifference = (
  a: Ranked,
  b: Ranked,
  level = 0.95,
): (Interval & { test: Test }) | Undefined => {
  demandLevel(level)
  demandSameTruth(a.truth, b.truth)
  const [one, other] = [placements(a), placements(b)]
  if ('reason' in one) return one
  if ('reason' in other) return other
  const variance = covariance(one, one) + covariance(other, other) - 2 * covariance(one, other)
  // What is left of variances that cancel is rounding.
  if (!(variance > 1e-14 * (covariance(one, one) + covariance(other, other))))
    return undefinedFor('The variance of the difference is 0, as when both models order the pairs alike.')
  const error = Math.sqrt(variance)
  const difference = other.auc - one.auc
  const half = -normalQuantile((1 - level) / 2) * error
  const statistic = difference / error
  return {
    ...defined(difference),
    low: difference - half,
    high: difference + half,
    level,
    method: 'DeLong',
    test: { statistic, p: 2 * normalTail(Math.abs(statistic)), method: "DeLong's z-test" },
  }
}

/** For each row the share of the other class that it stands on the right side of, ties counting a half. */
type Placements = {
  auc: number
  truth: Uint8Array
  values: Float64Array
  positives: number
  negatives: number
}

const placements = ({ truth, scores, weights, order }: Ranked): Placements | Undefined => {
  if (weights !== undefined) {
    throw new BadInput('This variance is for rows that count once, and these have weights.', {
      column: 'weights',
      mend: 'Rank the rows without weights, or take a bootstrap.',
    })
  }
  const positives = truth.reduce((sum, y) => sum + y, 0)
  const negatives = truth.length - positives
  const missing = oneClass(positives, negatives)
  if (missing !== undefined) return undefinedFor(missing)
  if (positives < 2 || negatives < 2)
    return undefinedFor('With a single row of a class nothing is known about its spread.')
  const values = new Float64Array(truth.length)
  let [above, before, sum] = [0, 0, 0]
  for (let from = 0; from < order.length; ) {
    const score = scores[order[from] ?? 0]
    let [to, tied] = [from, 0]
    for (; to < order.length && scores[order[to] ?? 0] === score; to += 1) tied += truth[order[to] ?? 0] ?? 0
    const others = to - from - tied
    const ofPositive = (negatives - before - others / 2) / negatives
    const ofNegative = (above + tied / 2) / positives
    for (let i = from; i < to; i += 1) {
      const row = order[i] ?? 0
      values[row] = truth[row] === 1 ? ofPositive : ofNegative
    }
    sum += tied * ofPositive
    above += tied
    before += others
    from = to
  }
  return { auc: sum / positives, truth, values, positives, negatives }
}

/** DeLong's covariance of two AUCs: that of the positives over their number, and that of the negatives over theirs. */
const covariance = (one: Placements, other: Placements): number => {
  let [ofPositives, ofNegatives] = [0, 0]
  for (let row = 0; row < one.truth.length; row += 1) {
    const product = ((one.values[row] ?? 0) - one.auc) * ((other.values[row] ?? 0) - other.auc)
    if (one.truth[row] === 1) ofPositives += product
    else ofNegatives += product
  }
  const { positives, negatives } = one
  return ofPositives / (positives - 1) / positives + ofNegatives / (negatives - 1) / negatives
}

const around = (auc: number, error: number, level: number, method: string): Interval => {
  const half = -normalQuantile((1 - level) / 2) * error
  return { ...defined(auc), low: Math.max(0, auc - half), high: Math.min(1, auc + half), level, method }
}

const demandSameTruth = (one: Uint8Array, other: Uint8Array): void => {
  const row = one.length === other.length ? one.findIndex((y, at) => y !== other[at]) : -1
  if (one.length === other.length && row < 0) return
  throw new BadInput('The two models were not ranked on the same rows.', {
    ...(row < 0 ? {} : { row }),
    column: 'truth',
    value: row < 0 ? other.length : other[row],
    mend: 'Rank both with the same truth, in the same order of rows.',
  })
}
