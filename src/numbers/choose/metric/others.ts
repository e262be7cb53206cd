/** Metrics for more than two classes, for treatments, and for generated answers. */
import type { MetricAdvice, Situation } from '../situation.ts'
import * as known from './known.ts'

const NO_FIGURES = { derivation: [], figures: {} } as const

/** For one of several classes; `positives` is the share of the largest. */
export const forClasses = ({ use, positives, costs }: Situation): MetricAdvice => {
  const skewed = positives !== undefined && positives >= 0.5
  const decides = skewed ? [known.MACRO_F1] : [known.ACCURACY, known.MACRO_F1]
  return {
    choose:
      use === 'probability'
        ? [known.LOG_LOSS, known.CALIBRATION]
        : [...(costs === undefined ? [] : [known.EXPECTED_COST]), ...decides],
    beside: [known.MCC],
    avoid: skewed
      ? [{ metric: 'accuracy', why: 'always naming the largest class does well' }]
      : [
          {
            metric: 'one average alone',
            why: 'look at the confusion matrix: which classes are taken for which',
          },
        ],
    ...NO_FIGURES,
    asks: [
      ...(positives === undefined ? ['How large is the largest class (positives)?'] : []),
      'Does mixing up some pairs cost more than others? Then weigh the cells of the confusion matrix.',
    ],
  }
}

/** For whom to treat: an offer, a reminder, a discount. */
export const forTreatment = ({ costs, capacity }: Situation): MetricAdvice => ({
  choose: [known.QINI],
  beside: [known.CALIBRATION],
  avoid: [
    {
      metric: 'anything about the outcome alone (AUC, log loss of buying)',
      why: 'it finds those who would have come anyway; what counts is the difference that treating makes',
    },
  ],
  ...NO_FIGURES,
  asks: [
    'Is there a random slice with and without treatment? Without it none of this can be measured.',
    ...(costs === undefined ? ['What does treating cost, and what is an outcome worth (costs)?'] : []),
    ...(capacity === undefined ? ['How many can be treated (capacity)?'] : []),
  ],
})

/** For generated answers, from sources or without. */
export const forGeneration = (_situation: Situation): MetricAdvice => ({
  choose: [known.RECALL_AT_K, known.JUDGED],
  beside: [known.MRR],
  avoid: [
    {
      metric: 'overlap of words with a model answer alone',
      why: 'a right answer in other words scores low, a fluent wrong one high',
    },
  ],
  ...NO_FIGURES,
  asks: [
    'How far does the judge agree with people on a sample, and how far do people agree among themselves?',
  ],
})
