/** What always saying the most frequent class would reach. */
import { demandRows, weightsIn } from '../columns.ts'
import type { Numbers } from '../measure.ts'
import { classesIn, type Label, type Labels } from './confusion.ts'

/** The most frequent class, its share, which is the accuracy of always saying it, and how often each class occurs. */
export type MajorityBaseline = {
  label: Label
  accuracy: number
  shares: readonly { label: Label; share: number }[]
}

/**
 * The baseline that any accuracy has to be held against (scikit-learn's `DummyClassifier('most_frequent')`). `truth`
 * holds labels, `weights` 0 or more. Of equally frequent classes the first in the order of labels. Its balanced accuracy
 * is 1 / classes, its AUC 0.5, its kappa and correlation none. Throws BadInput without rows.
 */
export const majorityBaseline = (truth: Labels, weights?: Numbers): MajorityBaseline => {
  demandRows('truth', truth)
  const weight = weightsIn(weights, truth.length)
  const sums = new Map<Label, number>(classesIn([truth]).map((label) => [label, 0]))
  let all = 0
  for (let i = 0; i < truth.length; i += 1) {
    const label = truth[i] ?? ''
    const w = weight === undefined ? 1 : (weight[i] ?? 0)
    sums.set(label, (sums.get(label) ?? 0) + w)
    all += w
  }
  const shares = [...sums].map(([label, sum]) => ({ label, share: sum / all }))
  const most = shares.reduce((best, one) => (one.share > best.share ? one : best))
  return { label: most.label, accuracy: most.share, shares }
}
