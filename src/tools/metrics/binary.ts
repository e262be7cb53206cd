/** Two classes and a score, or a decision: every metric that fits, beside its baseline. */

import type { Picture } from '../../chart/picture.ts'
import { majorityBaseline } from '../../numbers/classification/baseline.ts'
import { accuracy, balancedAccuracy, kappa, matthews } from '../../numbers/classification/classes.ts'
import { matrixOf } from '../../numbers/classification/confusion.ts'
import { expectedCost } from '../../numbers/classification/cost.ts'
import { type BinaryCounts, countsAt } from '../../numbers/classification/counts.ts'
import {
  falsePositiveRate,
  fBeta,
  precision,
  recall,
  specificity,
} from '../../numbers/classification/rates.ts'
import { wilson } from '../../numbers/intervals/proportion.ts'
import type { Measure } from '../../numbers/measure.ts'
import { numberText } from '../../numbers/number-text.ts'
import { costsOf } from './costs.ts'
import type { Figure } from './figures.ts'
import type { Binary, Found } from './found.ts'
import { ordering } from './order.ts'

export const binary = (given: Binary): Found => {
  const { truth, scores, weights, threshold } = given
  const counts = countsAt(truth, given.decided ?? scores ?? truth, given.decided ? 1 : threshold, weights)
  const base = majorityBaseline(truth, weights)
  const order = scores && ordering(given, scores)
  return {
    says: [reading(counts, base.accuracy), ...(order?.says ?? [])].join(' '),
    groups: {
      [given.decided ? 'As decided' : `At a threshold of ${numberText(threshold)}`]: deciding(
        counts,
        base.accuracy,
        given,
      ),
      ...order?.groups,
    },
    pictures: [...(order?.pictures ?? []), confusionPicture(counts)],
  }
}

const percent = (value: number): string => `${numberText(100 * value)} %`

/** How the decision stands beside always giving the common answer. */
const reading = (counts: BinaryCounts, baseline: number): string => {
  const right = accuracy(matrixOf(counts)).value ?? 0
  const [found, caught] = [precision(counts), recall(counts)]
  const above = right - baseline
  const beside = besideOf(above, baseline)
  const answer = counts.tp + counts.fn > counts.tn + counts.fp ? 'yes' : 'no'
  const first = `${numberText(right)} accuracy ${beside} the ${numberText(baseline)} that always saying ${answer} gives.`
  if (found.value === undefined || caught.value === undefined) return first
  return `${first} Of what is flagged, ${percent(found.value)} is positive; of the positives, ${percent(caught.value)} are flagged.`
}

const besideOf = (above: number, baseline: number): string => {
  if (Math.abs(above) < 1e-12) return 'is no more than'
  if (above < 0) return 'is below'
  return above < (1 - baseline) / 2 ? 'is barely above' : 'is well above'
}

const deciding = (counts: BinaryCounts, baseline: number, { costs, weights }: Binary): Figure[] => {
  const matrix = matrixOf(counts)
  const { tp, fp, fn, tn } = counts
  const share = (successes: number, trials: number, plain: Measure) =>
    weights === undefined ? wilson({ successes, trials }) : plain
  return [
    {
      name: 'accuracy',
      measure: accuracy(matrix),
      says: `always the common answer: ${numberText(baseline)}`,
    },
    { name: 'balanced accuracy', measure: balancedAccuracy(matrix), says: 'a coin: 0.5' },
    { name: 'precision', measure: share(tp, tp + fp, precision(counts)) },
    { name: 'recall', measure: share(tp, tp + fn, recall(counts)) },
    { name: 'specificity', measure: specificity(counts) },
    { name: 'false-positive rate', measure: falsePositiveRate(counts) },
    { name: 'F1', measure: fBeta(counts) },
    { name: 'F2', measure: fBeta(counts, 2) },
    { name: 'Matthews correlation', measure: matthews(matrix) },
    { name: 'kappa', measure: kappa(matrix) },
    ...(costs
      ? [
          {
            name: 'cost per row',
            measure: expectedCost(counts, costsOf(costs)),
            says: alwaysCost(tp + fn, fp + tn, costs),
          },
        ]
      : []),
  ]
}

const alwaysCost = (positives: number, negatives: number, [fp, fn]: readonly [number, number]): string => {
  const all = positives + negatives
  return `always no: ${numberText((positives * fn) / all)}, always yes: ${numberText((negatives * fp) / all)}`
}

const confusionPicture = ({ tp, fp, fn, tn }: BinaryCounts): Picture => ({
  kind: 'confusion',
  labels: ['negative', 'positive'],
  counts: [
    [tn, fp],
    [fn, tp],
  ],
})
