/** Whether two classifiers on the same rows are right equally often. */
import { type Labels, labelAt } from '../classification/confusion.ts'
import { demandRows, demandWhole } from '../columns.ts'
import { binomialCdf, chiSquaredTail } from '../distributions.ts'
import { type Undefined, undefinedFor } from '../measure.ts'
import type { Test } from './interval.ts'

/** On how many rows only the one, and only the other, was right; rows on which both or neither was say nothing. */
export type Discordant = { onlyA: number; onlyB: number }

/** Counts the rows on which exactly one of two predictions is right. Throws BadInput for unequal lengths and no rows. */
export const discordant = (truth: Labels, a: Labels, b: Labels): Discordant => {
  demandRows('truth', truth)
  demandRows('a', a, truth.length)
  demandRows('b', b, truth.length)
  let [onlyA, onlyB] = [0, 0]
  for (let i = 0; i < truth.length; i += 1) {
    const known = labelAt('truth', i, truth[i])
    const [first, second] = [labelAt('a', i, a[i]) === known, labelAt('b', i, b[i]) === known]
    if (first && !second) onlyA += 1
    if (second && !first) onlyB += 1
  }
  return { onlyA, onlyB }
}

/**
 * McNemar's test (1947) with both p-values, two-sided: `exact`, the binomial test of equal chances, and `corrected`, the
 * chi-squared approximation with Edwards' continuity correction, `(|A - B| - 1)² / (A + B)`, which wants 25 rows or more.
 * Counts are whole numbers. Undefined where the two never differ in being right.
 */
export const mcnemar = ({ onlyA, onlyB }: Discordant): { exact: Test; corrected: Test } | Undefined => {
  demandWhole('onlyA', onlyA, 0)
  demandWhole('onlyB', onlyB, 0)
  const all = onlyA + onlyB
  if (all === 0) return undefinedFor('The two are right on the same rows.')
  const fewer = Math.min(onlyA, onlyB)
  const statistic = Math.max(0, Math.abs(onlyA - onlyB) - 1) ** 2 / all
  return {
    exact: {
      statistic: fewer,
      p: Math.min(1, 2 * binomialCdf(fewer, all, 0.5)),
      method: 'McNemar, exact binomial',
    },
    corrected: { statistic, p: chiSquaredTail(statistic, 1), method: 'McNemar, chi-squared with correction' },
  }
}
