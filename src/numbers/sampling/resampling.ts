/** What was done about rare positives before training, and by how much it multiplies the odds of what is learnt. */
import { demandWithin } from '../columns.ts'
import { demandBetween } from '../intervals/interval.ts'

/** One way to make the classes more even; shares and probabilities from 0 to 1, weights and times above 0. */
export type Resampling =
  /** Each negative row was kept with this chance, all positives were. */
  | { kind: 'kept-negatives'; share: number }
  /** Each positive row stands so many times in the training rows, 3 for thrice. */
  | { kind: 'repeated-positives'; times: number }
  /** The loss counts a row of either class so much. */
  | { kind: 'class-weights'; positive: number; negative: number }
  /** The share of positives was brought from the one where it is used to the one trained on, by whatever means. */
  | { kind: 'prior'; used: number; trained: number }

/**
 * By how much the odds that a well-trained model learns exceed the true ones: `1 / share` for kept negatives, `times` for
 * repeated positives, `positive / negative` for class weights, and the ratio of the odds of both priors in general
 * (Elkan 2001; Saerens, Latinne and Decaestecker 2002). 1 is no change. Throws BadInput for what is out of range.
 */
export const oddsFactor = (resampling: Resampling): number => {
  switch (resampling.kind) {
    case 'kept-negatives':
      demandWithin('share', resampling.share, Number.MIN_VALUE, 1)
      return 1 / resampling.share
    case 'repeated-positives':
      demandWithin('times', resampling.times, Number.MIN_VALUE, Number.MAX_VALUE)
      return resampling.times
    case 'class-weights':
      demandWithin('positive', resampling.positive, Number.MIN_VALUE, Number.MAX_VALUE)
      demandWithin('negative', resampling.negative, Number.MIN_VALUE, Number.MAX_VALUE)
      return resampling.positive / resampling.negative
    case 'prior':
      demandBetween('used', resampling.used)
      demandBetween('trained', resampling.trained)
      return odds(resampling.trained) / odds(resampling.used)
  }
}

/** The share of positives that the model is trained on, from the true one; 0 and 1 stay. Throws as {@link oddsFactor}. */
export const trainedPrior = (prior: number, resampling: Resampling): number => {
  demandWithin('prior', prior, 0, 1)
  return scaleOdds(prior, oddsFactor(resampling))
}

/** The probability whose odds are `factor` times those of p: `f p / (f p + 1 - p)`, for p from 0 to 1. */
export const scaleOdds = (p: number, factor: number): number => {
  const [yes, no] = [p * Math.min(1, factor), (1 - p) * Math.min(1, 1 / factor)]
  return p === 0 ? 0 : yes / (yes + no)
}

const odds = (p: number): number => p / (1 - p)
