/** Which metrics fit a decision, why, and when not to use them. */
import { demandWithin } from '../columns.ts'
import { demandBetween } from '../intervals/interval.ts'
import { forAmount } from './metric/amount.ts'
import { forDecision } from './metric/decision.ts'
import { forOrdering, forRanking, forRetrieval } from './metric/order.ts'
import { forClasses, forGeneration, forTreatment } from './metric/others.ts'
import { forProbability } from './metric/probability.ts'
import type { MetricAdvice, Situation, Task, Use } from './situation.ts'

/**
 * The metrics to decide by, those to watch beside them and those to leave, with the figures that follow from what was
 * given and the questions whose answers would change the advice. Throws BadInput for shares, costs and capacities that
 * are none.
 */
export const metricsFor = (situation: Situation): MetricAdvice => {
  demandSituation(situation)
  const { task, use = 'decide' } = situation
  const advice = task === 'classification' ? BY_USE[use](situation) : BY_TASK[task](situation)
  return { ...advice, beside: advice.beside.filter((one) => !advice.choose.includes(one)) }
}

/** The task that a use, or the other things known, most likely belong to; undefined where nothing says so. */
export const taskOf = ({ use, ...rest }: Omit<Situation, 'task'>): Task | undefined => {
  if (use === 'amount' || (use === undefined && rest.outliers !== undefined)) return 'regression'
  if (use === 'rank' && rest.positives === undefined) return 'ranking'
  if (use === undefined && rest.graded !== undefined) return 'ranking'
  return use === undefined &&
    rest.positives === undefined &&
    rest.costs === undefined &&
    rest.capacity === undefined
    ? undefined
    : 'classification'
}

const BY_USE: Readonly<Record<Use, (situation: Situation) => MetricAdvice>> = {
  decide: forDecision,
  rank: forOrdering,
  probability: forProbability,
  amount: forProbability,
}

const BY_TASK: Readonly<Record<Exclude<Task, 'classification'>, (situation: Situation) => MetricAdvice>> = {
  multiclass: forClasses,
  ranking: forRanking,
  retrieval: forRetrieval,
  regression: forAmount,
  treatment: forTreatment,
  generation: forGeneration,
}

const demandSituation = ({ positives, costs, capacity }: Situation): void => {
  if (positives !== undefined) demandBetween('positives', positives)
  if (costs !== undefined) {
    demandWithin('the cost of a false positive', costs.falsePositive, Number.MIN_VALUE, Number.MAX_VALUE)
    demandWithin('the cost of a false negative', costs.falseNegative, Number.MIN_VALUE, Number.MAX_VALUE)
  }
  if (capacity?.kind === 'share') demandWithin('capacity', capacity.share, Number.MIN_VALUE, 1)
  if (capacity?.kind === 'count') demandWithin('capacity', capacity.count, 1, Number.MAX_VALUE)
}
