/** What is known about a decision when a metric is chosen for it. */

/** What the model is asked for. */
export const TASKS = [
  'classification',
  'multiclass',
  'ranking',
  'retrieval',
  'regression',
  'treatment',
  'generation',
] as const
export type Task = (typeof TASKS)[number]

/** What is done with its answer: a yes or no, an order, a probability that is multiplied or shown, or an amount. */
export const USES = ['decide', 'rank', 'probability', 'amount'] as const
export type Use = (typeof USES)[number]

/** What is known; whatever is absent is unknown, and asked for in the advice where it would change it. */
export type Situation = {
  task: Task
  use?: Use
  /** The share of positives among the rows, above 0 and below 1; for more than two classes that of the largest. */
  positives?: number
  /** What a mistake costs: a false alarm (an amount too high) and a miss (too low), both above 0 in any one unit. */
  costs?: { falsePositive: number; falseNegative: number }
  /** How much can be acted on or shown: a share of the rows, above 0 up to 1, or a count. */
  capacity?: { kind: 'share'; share: number } | { kind: 'count'; count: number }
  /** Whether relevance has grades. */
  graded?: boolean
  /** Whether large single mistakes matter more than many small ones. */
  outliers?: 'matter' | 'ignore'
}

/** A metric with what it is good for, and where it misleads. */
export type Choice = { metric: string; why: string; notWhen: string }

/** What follows: metrics to decide by, best first; to watch beside them; not to decide by. */
export type MetricAdvice = {
  choose: readonly Choice[]
  beside: readonly Choice[]
  avoid: readonly { metric: string; why: string }[]
  /** Figures that follow from those given, line by line. */
  derivation: readonly string[]
  /** The same figures by name. */
  figures: Readonly<Record<string, number>>
  /** What to find out because it would change the advice. */
  asks: readonly string[]
}
