/** Probabilities of a model that was trained on resampled rows, brought back to the rows as they are. */
import { demandWithin, probabilitiesIn } from '../columns.ts'
import type { Numbers } from '../measure.ts'
import { oddsFactor, type Resampling, scaleOdds } from './resampling.ts'

/**
 * The true probability behind what a model says that was trained on resampled rows: its odds divided by
 * {@link oddsFactor}. With negatives kept at the rate w that is `p / (p + (1 - p) / w)` (He et al. 2014). It holds where the
 * model was calibrated on the rows it was trained on, and only the class decided which row was kept or how it counts; else
 * calibrate anew on rows as they are. Throws BadInput for p outside of 0 to 1.
 */
export const correctedProbability = (p: number, resampling: Resampling): number => {
  demandWithin('p', p, 0, 1)
  return scaleOdds(p, 1 / oddsFactor(resampling))
}

/** The same for a column; a new column, in the order of the rows. */
export const correctedProbabilities = (values: Numbers, resampling: Resampling): Float64Array => {
  const factor = 1 / oddsFactor(resampling)
  return probabilitiesIn('probability', values).map((p) => scaleOdds(p, factor))
}

/** What a model trained on resampled rows says where the true probability is p: the inverse of {@link correctedProbability}. */
export const distortedProbability = (p: number, resampling: Resampling): number => {
  demandWithin('p', p, 0, 1)
  return scaleOdds(p, oddsFactor(resampling))
}

/**
 * Where a threshold on true probabilities lies on the scale of a model trained on resampled rows, if its scores are used
 * as they come: .5 moves to the share of the odds' factor, `f / (1 + f)`. The rows above it are the same either way.
 */
export const movedThreshold = (threshold: number, resampling: Resampling): number => {
  demandWithin('threshold', threshold, 0, 1)
  return scaleOdds(threshold, oddsFactor(resampling))
}
