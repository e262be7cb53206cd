/** Whether what is said to be 30 % likely happens in 30 % of the cases. */
import { binaryIn, demandWhole, probabilitiesIn, weightsIn } from '../columns.ts'
import { defined, type Measure, type Numbers } from '../measure.ts'

/** One bin of probabilities in (low, high], the first one with its lower edge: its weight, mean probability and share of positives. */
export type CalibrationBin = {
  low: number
  high: number
  weight: number
  predicted: number
  observed: number
}

/** How bins are cut: how many, and whether they are equally wide or hold equally many rows. */
export type Binning = { bins?: number; by?: 'width' | 'count'; weights?: Numbers }

/**
 * The calibration curve (reliability diagram): probabilities in bins, empty ones left out, from low to high. `truth`
 * holds 0 or 1, `probabilities` 0 to 1. `bins` is 10 where absent. `by: 'width'` cuts [0, 1] into equal parts, `count`
 * at quantiles of the probabilities (linear interpolation, weights not considered). A value on an edge belongs to the
 * bin below, as in scikit-learn's `calibration_curve`, whose means these are. Weights of 0 or more count rows.
 */
export const calibrationCurve = (
  truth: Numbers,
  probabilities: Numbers,
  { bins = 10, by = 'width', weights }: Binning = {},
): CalibrationBin[] => {
  demandWhole('bins', bins, 1)
  const known = binaryIn('truth', truth)
  const said = probabilitiesIn('probabilities', probabilities, known.length)
  const weight = weightsIn(weights, known.length)
  const edges = by === 'width' ? equalWidths(bins) : quantiles(said, bins)
  const [sums, hits, counts] = [new Float64Array(bins), new Float64Array(bins), new Float64Array(bins)]
  for (let i = 0; i < known.length; i += 1) {
    const w = weight === undefined ? 1 : (weight[i] ?? 0)
    const p = said[i] ?? 0
    const bin = binOf(p, edges)
    counts[bin] = (counts[bin] ?? 0) + w
    sums[bin] = (sums[bin] ?? 0) + w * p
    if (known[i] === 1) hits[bin] = (hits[bin] ?? 0) + w
  }
  return Array.from(counts, (count, bin) => ({
    low: edges[bin] ?? 0,
    high: edges[bin + 1] ?? 1,
    weight: count,
    predicted: (sums[bin] ?? 0) / count,
    observed: (hits[bin] ?? 0) / count,
  })).filter((bin) => bin.weight > 0)
}

/**
 * Expected calibration error: the gap between mean probability and share of positives, averaged over the bins by their
 * weight (Naeini, Cooper and Hauskrecht 2015; Guo et al. 2017, here for the probability of the positive class). From 0
 * to 1; it depends on the bins, so name them with it, and a model that always says the base rate has 0.
 */
export const expectedCalibrationError = (
  truth: Numbers,
  probabilities: Numbers,
  binning: Binning = {},
): Measure => {
  const curve = calibrationCurve(truth, probabilities, binning)
  const all = curve.reduce((sum, { weight }) => sum + weight, 0)
  return defined(curve.reduce((sum, bin) => sum + (gap(bin) * bin.weight) / all, 0))
}

/** Maximum calibration error: the largest gap of a bin (same sources); small bins make it noisy. */
export const maximumCalibrationError = (
  truth: Numbers,
  probabilities: Numbers,
  binning: Binning = {},
): Measure => defined(Math.max(...calibrationCurve(truth, probabilities, binning).map(gap)))

/**
 * The Brier score, `mean((p - y)²)`: 0 is perfect, a coin has 0.25, always saying the base rate q has q (1 - q) (Brier
 * 1950, in the form for two classes that scikit-learn has, half of Brier's own). Throws BadInput for scores that are no
 * probabilities.
 */
export const brierScore = (truth: Numbers, probabilities: Numbers, weights?: Numbers): Measure => {
  const known = binaryIn('truth', truth)
  const said = probabilitiesIn('probabilities', probabilities, known.length)
  const weight = weightsIn(weights, known.length)
  let [sum, all] = [0, 0]
  for (let i = 0; i < known.length; i += 1) {
    const w = weight === undefined ? 1 : (weight[i] ?? 0)
    const off = (said[i] ?? 0) - (known[i] ?? 0)
    sum += w * off * off
    all += w
  }
  return defined(sum / all)
}

const gap = ({ predicted, observed }: CalibrationBin): number => Math.abs(predicted - observed)

const equalWidths = (bins: number): Float64Array =>
  Float64Array.from({ length: bins + 1 }, (_, i) => (i === bins ? 1 : i * (1 / bins)))

/** Quantiles with linear interpolation (type 7 of Hyndman and Fan 1996). */
const quantiles = (values: Float64Array, bins: number): Float64Array => {
  const sorted = values.toSorted()
  return Float64Array.from({ length: bins + 1 }, (_, i) => {
    const at = (sorted.length - 1) * (i === bins ? 1 : (i * (1 / bins) * 100) / 100)
    const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
    const part = at - Math.floor(at)
    return part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part)
  })
}

/** The first bin whose upper edge is at or above the value. */
const binOf = (value: number, edges: Float64Array): number => {
  let [low, high] = [0, edges.length - 2]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[middle + 1] ?? 1) >= value) high = middle
    else low = middle + 1
  }
  return low
}
