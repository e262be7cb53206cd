/** Metrics for lists: what comes first, and what is found at all. */
import { numberText } from '../../number-text.ts'
import type { Choice, MetricAdvice, Situation } from '../situation.ts'
import * as known from './known.ts'
import { balanceOf, baseFigures } from './share.ts'

const EXPOSURE =
  'Did the labels come from clicks? Then what stood higher was clicked more: correct for position, or explore.'

/** For items in an order, for each query or user. */
export const forRanking = ({ graded, capacity }: Situation): MetricAdvice => ({
  choose:
    graded === true ? [known.NDCG] : graded === false ? [known.MAP, known.MRR] : [known.NDCG, known.MAP],
  beside: [known.HIT_RATE],
  avoid: [
    { metric: 'precision@k alone', why: 'it does not see the order within k' },
    { metric: 'AUC over all rows', why: 'it compares items of different queries, which never meet' },
  ],
  ...ofDepth(capacity),
  asks: [
    ...(graded === undefined ? ['Has relevance grades, or is it yes or no (graded)?'] : []),
    ...(capacity === undefined ? ['How many items does a person see (capacity)? That is k.'] : []),
    EXPOSURE,
  ],
})

/** For the first stage that narrows many items down. */
export const forRetrieval = ({ capacity }: Situation): MetricAdvice => ({
  choose: [known.RECALL_AT_K],
  beside: [known.NDCG, known.MRR],
  avoid: [{ metric: 'precision@k', why: 'the next stage throws away what does not belong' }],
  ...ofDepth(capacity),
  asks: [
    ...(capacity === undefined
      ? ['How many items can the next stage score in its time (capacity)? That is k.']
      : []),
    'How were the relevant items found? If only among what was retrieved before, recall looks better than it is.',
  ],
})

/** For single rows that are put into one order by their score, such as cases for review. */
export const forOrdering = (situation: Situation): MetricAdvice => {
  const { positives, capacity } = situation
  const rare = balanceOf(positives) === 'rare'
  const main: Choice[] = capacity === undefined ? [] : [known.RECALL_AT_CAPACITY, known.PRECISION_AT_CAPACITY]
  return {
    choose: [...main, rare ? known.AVERAGE_PRECISION : known.ROC_AUC],
    beside: [rare ? known.ROC_AUC : known.AVERAGE_PRECISION],
    avoid: [
      {
        metric: 'accuracy, log loss',
        why: 'only the order is used; a threshold or the size of a score is not',
      },
      ...(rare ? [{ metric: 'ROC-AUC alone', why: known.ROC_AUC.notWhen }] : []),
    ],
    ...baseFigures(positives),
    asks: [
      ...(positives === undefined ? ['What share of the rows is positive (positives)?'] : []),
      ...(capacity === undefined ? ['How far down the list does anybody get (capacity)?'] : []),
    ],
  }
}

const ofDepth = (capacity: Situation['capacity']): Pick<MetricAdvice, 'derivation' | 'figures'> =>
  capacity?.kind === 'count'
    ? { derivation: [`k = what is seen = ${numberText(capacity.count)}`], figures: { k: capacity.count } }
    : { derivation: [], figures: {} }
