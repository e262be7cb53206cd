/** How well scores agree with labels, in figures; a figure is null where there is nothing to compute it from. */
import { quadraticKappa, shareWithin } from '../numbers/agreement.ts'
import { pooledCorrelation, spearman } from '../numbers/correlation.ts'
import { orderingAccuracy } from '../numbers/ordering.ts'
import { LABELS } from './labelled.ts'
import { assessed, type Outcome } from './outcome.ts'

export type Figures = {
  answers: number
  /** How many have no score; they are left out of all that follows. */
  unassessed: number
  /** Quadratic weighted kappa of the level that the score comes to against the label. */
  kappa: number | null
  /** Spearman's correlation of score and label. */
  spearman: number | null
  /** The share of pairs of answers to one question, with different labels, that the scores put in the right order. */
  ordering: number | null
  pairs: number
  /** The correlation of score and number of words among answers of the same label. */
  length: number | null
  /** The shares of answers whose level is exactly the label, and at most one off. */
  exact: number | null
  within: number | null
  /** The mean score, and the mean number of words, of the answers with each label. */
  means: (number | null)[]
  words: (number | null)[]
}

/** The figures of ordinary answers; tricks among them are left out, since they have figures of their own. */
export const figuresOf = (outcomes: readonly Outcome[]): Figures => {
  const all = outcomes.filter(({ trick }) => trick === undefined)
  const scored = assessed(all)
  const levels = scored.map(({ label, level }) => [label, level] as const)
  const perLabel = LABELS.map((_, label) => scored.filter((one) => one.label === label))
  const questions = Map.groupBy(scored, ({ question }) => question)
  const ordering = orderingAccuracy(
    [...questions.values()].map((group) => group.map(({ label, score }) => ({ level: label, score }))),
  )
  return {
    answers: all.length,
    unassessed: all.length - scored.length,
    kappa: quadraticKappa(levels, LABELS.length),
    spearman: spearman(scored.map(({ label, score }) => [label, score])),
    ordering: ordering.share,
    pairs: ordering.pairs,
    length: pooledCorrelation(
      perLabel.map((group) => group.map(({ words, score }) => [words, score] as const)),
    ),
    exact: shareWithin(levels, 0),
    within: shareWithin(levels, 1),
    means: perLabel.map((group) => mean(group.map(({ score }) => score))),
    words: perLabel.map((group) => mean(group.map(({ words }) => words))),
  }
}

/** The mean of values; null of none. */
export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
