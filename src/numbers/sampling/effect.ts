/** What resampling does, as figures and in words. */
import { numberText } from '../number-text.ts'
import { movedThreshold } from './correction.ts'
import { oddsFactor, type Resampling, trainedPrior } from './resampling.ts'

/** What changes and what does not; shares from 0 to 1. */
export type Effect = {
  /** By how much the odds of every prediction are multiplied. */
  factor: number
  /** The share of positives before and after. */
  prior: number
  trained: number
  /** Where a threshold of .5 on true probabilities comes to lie on the model's own scale. */
  half: number
  /** What is the same as before, what changed, what to do about it, and what it costs; a sentence each. */
  says: readonly string[]
}

/** What this resampling does to a model for rows with the given share of positives, above 0 and below 1. */
export const effectOf = (resampling: Resampling, prior: number): Effect => {
  const factor = oddsFactor(resampling)
  const trained = trainedPrior(prior, resampling)
  const half = movedThreshold(0.5, resampling)
  return {
    factor,
    prior,
    trained,
    half,
    says: [
      `The odds of every prediction are multiplied by ${numberText(factor)}: positives seem to be ${shareText(trained)} of the rows, and are ${shareText(prior)}.`,
      'The order of the rows stays as it was, up to what a model learns differently: AUC and the like hardly move, log loss and calibration break.',
      `Divide the odds by ${numberText(factor)} before a probability is shown, multiplied by money or compared with a threshold; or use ${numberText(half)} where .5 was meant.`,
      COSTS[resampling.kind],
      'Resample training rows only; validation and test rows stay as they are.',
    ],
  }
}

const COSTS: Readonly<Record<Resampling['kind'], string>> = {
  'kept-negatives':
    'Training gets faster by about the share of rows left out; what the dropped negatives could have taught is lost.',
  'repeated-positives':
    'Nothing is lost, but copies teach nothing new: flexible models learn the repeated rows by heart. Split before repeating, or copies stand on both sides.',
  'class-weights':
    'No row is lost or copied; large weights make single positive rows loud, so that training needs smaller steps or larger batches.',
  prior: 'Which rows were dropped, copied or weighted decides what else changed.',
}

const shareText = (share: number): string => `${numberText(share * 100)} %`
