/** More than two classes, rankings, and quantities. */
import { majorityBaseline } from '../../numbers/classification/baseline.ts'
import {
  accuracy,
  averaged,
  balancedAccuracy,
  kappa,
  matthews,
} from '../../numbers/classification/classes.ts'
import { confusionOf, type Labels } from '../../numbers/classification/confusion.ts'
import { fBeta, precision, recall } from '../../numbers/classification/rates.ts'
import type { Numbers } from '../../numbers/measure.ts'
import { numberText } from '../../numbers/number-text.ts'
import {
  hitRateAt,
  meanAveragePrecision,
  precisionAt,
  recallAt,
  reciprocalRank,
} from '../../numbers/ranking/at-depth.ts'
import { ndcg } from '../../numbers/ranking/ndcg.ts'
import { rankings } from '../../numbers/ranking/rankings.ts'
import {
  meanAbsoluteError,
  medianAbsoluteError,
  rootMeanSquaredError,
} from '../../numbers/regression/errors.ts'
import {
  meanAbsolutePercentageError,
  rSquared,
  weightedAbsolutePercentageError,
} from '../../numbers/regression/relative.ts'
import type { Found } from './found.ts'

/** A confusion matrix larger than this is no picture. */
const MOST = 20

export const classes = (truth: Labels, predicted: Labels, weights: Float64Array | undefined): Found => {
  const matrix = confusionOf(truth, predicted, weights ? { weights } : {})
  const base = majorityBaseline(truth, weights)
  const right = accuracy(matrix)
  const size = matrix.classes.length
  const mean = (measure: typeof precision, how: 'macro' | 'weighted') => averaged(matrix, measure, how)
  return {
    says: `${numberText(right.value ?? 0)} accuracy over ${size} classes, where always saying "${base.label}" gives ${numberText(base.accuracy)}.`,
    groups: {
      Classes: [
        { name: 'accuracy', measure: right, says: `always the common answer: ${numberText(base.accuracy)}` },
        {
          name: 'balanced accuracy',
          measure: balancedAccuracy(matrix),
          says: `any one answer: ${numberText(1 / size)}`,
        },
        { name: 'precision, macro', measure: mean(precision, 'macro') },
        { name: 'recall, macro', measure: mean(recall, 'macro') },
        { name: 'F1, macro', measure: mean((counts) => fBeta(counts), 'macro') },
        { name: 'F1, weighted', measure: mean((counts) => fBeta(counts), 'weighted') },
        { name: 'Matthews correlation', measure: matthews(matrix) },
        { name: 'kappa', measure: kappa(matrix) },
      ],
    },
    pictures:
      size > MOST
        ? []
        : [
            {
              kind: 'confusion',
              labels: matrix.classes.map(String),
              counts: matrix.classes.map((_, row) => matrix.counts.slice(row * size, (row + 1) * size)),
            },
          ],
  }
}

export const ranking = (query: Labels, relevance: Numbers, scores: Numbers, k: number): Found => {
  const all = rankings(query, relevance, scores)
  const at = { at: k }
  const main = ndcg(all, at)
  const graded = Array.from(relevance).some((one) => one !== 0 && one !== 1)
  const skipped = main.skipped.length
  return {
    says: `${numberText(all.queries.length)} queries, NDCG@${k} ${main.value === undefined ? 'undefined' : numberText(main.value)} (gain ${graded ? 'as graded, linear' : '0 or 1'}).${skipped === 0 ? '' : ` Without a relevant row, and left out: ${skipped}.`}`,
    groups: {
      Ranking: [
        { name: `NDCG@${k}`, measure: main },
        ...(graded
          ? [
              {
                name: `NDCG@${k}, exponential gain`,
                measure: ndcg(all, { ...at, gain: 'exponential' as const }),
              },
            ]
          : []),
        { name: `MAP@${k}`, measure: meanAveragePrecision(all, at) },
        { name: 'MRR', measure: reciprocalRank(all) },
        { name: `precision@${k}`, measure: precisionAt(all, at) },
        { name: `recall@${k}`, measure: recallAt(all, at) },
        { name: `hit rate@${k}`, measure: hitRateAt(all, at) },
      ],
    },
    pictures: [],
  }
}

export const regression = (truth: Numbers, predicted: Numbers, weights: Float64Array | undefined): Found => {
  const r2 = rSquared(truth, predicted, weights)
  const mae = meanAbsoluteError(truth, predicted, weights)
  const explained =
    r2.value === undefined
      ? `R2 is undefined: ${r2.reason}`
      : r2.value <= 0
        ? `It is no better than always saying the mean (R2 ${numberText(r2.value)}).`
        : `It explains ${numberText(100 * r2.value)} % of the variance (R2; always saying the mean explains none).`
  return {
    says: `On average it is off by ${numberText(mae.value ?? 0)}. ${explained}`,
    groups: {
      Errors: [
        { name: 'MAE', measure: mae },
        { name: 'median absolute error', measure: medianAbsoluteError(truth, predicted, weights) },
        { name: 'RMSE', measure: rootMeanSquaredError(truth, predicted, weights) },
        { name: 'WAPE', measure: weightedAbsolutePercentageError(truth, predicted, weights) },
        { name: 'MAPE', measure: meanAbsolutePercentageError(truth, predicted, weights) },
        { name: 'R2', measure: r2 },
      ],
    },
    pictures: [],
  }
}
