/** A score by the order that it gives, and as a probability. */
import type { Picture } from '../../chart/picture.ts'
import {
  brierScore,
  calibrationCurve,
  expectedCalibrationError,
} from '../../numbers/classification/calibration.ts'
import { cheapestThreshold, costThreshold } from '../../numbers/classification/cost.ts'
import { logLoss, normalisedEntropy } from '../../numbers/classification/log-loss.ts'
import {
  lift,
  recallAtFalsePositiveRate,
  recallAtPrecision,
} from '../../numbers/classification/operating-point.ts'
import { averagePrecision, precisionRecallCurve } from '../../numbers/classification/precision-recall.ts'
import { ranked, totals } from '../../numbers/classification/ranked.ts'
import { rocAuc, rocCurve } from '../../numbers/classification/roc.ts'
import { aucInterval } from '../../numbers/intervals/auc.ts'
import { defined, isDefined, type Measure, undefinedFor } from '../../numbers/measure.ts'
import { numberText } from '../../numbers/number-text.ts'
import { costsOf } from './costs.ts'
import type { Figure } from './figures.ts'
import type { Binary, Found } from './found.ts'

type Ordered = Omit<Found, 'says'> & { says: string[] }

/** Every metric of a score, with its curves. */
export const ordering = ({ truth, weights, costs }: Binary, scores: Float64Array): Ordered => {
  const rows = ranked(truth, scores, weights)
  const auc = aucOf(rows)
  const ap = averagePrecision(rows)
  const all = totals(rows)
  const positives = all.positives / (all.positives + all.negatives)
  const probable = scores.every((score) => score >= 0 && score <= 1)
  const cheapest = costs && cheapestThreshold(rows, costsOf(costs))
  const point = (name: string, found: ReturnType<typeof recallAtPrecision>): Figure =>
    isDefined(found)
      ? { name, measure: defined(found.value), says: `at a threshold of ${numberText(found.threshold)}` }
      : { name, measure: found }
  return {
    says:
      ap.value === undefined
        ? []
        : [
            `Average precision is ${numberText(ap.value)}, where random order gives ${numberText(positives)}.`,
          ],
    groups: {
      'By order': [
        { name: 'ROC-AUC', measure: auc, says: 'random order: 0.5' },
        { name: 'average precision', measure: ap, says: `random order: ${numberText(positives)}` },
        point('recall at a precision of 0.9', recallAtPrecision(rows, 0.9)),
        point('recall at a false-positive rate of 0.01', recallAtFalsePositiveRate(rows, 0.01)),
        { name: 'lift in the top tenth', measure: lift(rows, 0.1), says: 'random order: 1' },
        ...(cheapest ? [cheapestFigure(cheapest, costs)] : []),
      ],
      'As probabilities': probable
        ? [
            { name: 'log loss', measure: logLoss(truth, scores, weights) },
            {
              name: 'normalised entropy',
              measure: normalisedEntropy(truth, scores, weights),
              says: 'always the base rate: 1',
            },
            {
              name: 'Brier score',
              measure: brierScore(truth, scores, weights),
              says: `always the base rate: ${numberText(positives * (1 - positives))}`,
            },
            {
              name: 'calibration error (ECE)',
              measure: expectedCalibrationError(truth, scores, weights ? { weights } : {}),
            },
          ]
        : [
            {
              name: 'log loss, Brier score and calibration',
              measure: undefinedFor('Some scores lie outside 0 to 1, so they are no probabilities.'),
            },
          ],
    },
    pictures: curves(rows, { ap, positives, probable, auc: auc.value }),
  }
}

/** With its interval where one can be computed. */
const aucOf = (rows: ReturnType<typeof ranked>) => {
  const interval = rows.weights === undefined ? aucInterval(rows) : undefined
  return interval && isDefined(interval) ? interval : rocAuc(rows)
}

/** A threshold that nothing reaches flags nothing. */
const cheapestFigure = ({ threshold }: { threshold: number }, costs: Binary['costs']): Figure =>
  threshold === Number.POSITIVE_INFINITY
    ? { name: 'cheapest threshold', measure: undefinedFor('Flagging nothing costs least on these rows.') }
    : { name: 'cheapest threshold', measure: defined(threshold), says: thresholdSays(costs) }

const thresholdSays = (costs: Binary['costs']): string => {
  const wanted = costs && costThreshold(costsOf(costs)).value
  return wanted === undefined
    ? 'on these rows'
    : `on these rows; calibrated probabilities: ${numberText(wanted)}`
}

type Seen = { ap: Measure; positives: number; probable: boolean; auc: number | undefined }

/** So many points draw a curve as well as all of them. */
const POINTS = 400

const curves = (rows: ReturnType<typeof ranked>, { ap, positives, probable, auc }: Seen): Picture[] => {
  const roc = rocCurve(rows)
  const pr = precisionRecallCurve(rows)
  return [
    ...(isDefined(pr)
      ? [
          {
            kind: 'precision-recall' as const,
            curves: [
              {
                name: 'score',
                recall: thinned(pr.recall),
                precision: thinned(pr.precision),
                ...(ap.value !== undefined && { area: ap.value }),
              },
            ],
            prevalence: positives,
          },
        ]
      : []),
    ...(isDefined(roc)
      ? [
          {
            kind: 'roc' as const,
            curves: [
              {
                name: 'score',
                fpr: thinned(roc.falsePositiveRate),
                tpr: thinned(roc.truePositiveRate),
                ...(auc !== undefined && { area: auc }),
              },
            ],
          },
        ]
      : []),
    ...(probable ? calibration(rows) : []),
  ]
}

const calibration = ({ truth, scores, weights }: ReturnType<typeof ranked>): Picture[] => {
  const bins = calibrationCurve(truth, scores, { bins: 10, ...(weights && { weights }) })
  return [
    {
      kind: 'calibration',
      curves: [
        {
          name: 'score',
          predicted: bins.map(({ predicted }) => predicted),
          observed: bins.map(({ observed }) => observed),
        },
      ],
    },
  ]
}

const thinned = (values: Float64Array): Float64Array => {
  if (values.length <= POINTS) return values
  const step = (values.length - 1) / (POINTS - 1)
  return Float64Array.from({ length: POINTS }, (_, n) => values[Math.round(n * step)] ?? 0)
}
