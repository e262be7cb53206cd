/** The uncertainty of any figure, by drawing the rows anew. */
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { BadInput } from '../bad-input.ts'
import { type Label, type Labels, labelAt } from '../classification/confusion.ts'
import { demandRows, demandWhole } from '../columns.ts'
import { normalCdf, normalQuantile } from '../distributions.ts'
import { type Measure, type Undefined, undefinedFor } from '../measure.ts'
import { demandLevel, type Interval } from './interval.ts'

/** A figure of rows that count so often each; any measure with weights will do: `(w) => rocAuc(reweighted(rows, w))`. */
export type Statistic = (weights: Float64Array) => Measure

/** How the drawing is done. */
export type Drawing = {
  /** Any whole number; the same seed draws the same rows. */
  seed: number
  /** How many draws; 1,000 where absent, for p-like questions take more. */
  samples?: number
  level?: number
  /** `percentile` of the draws where absent; `bca` corrects bias and skew and asks for the figure once more a unit. */
  method?: 'percentile' | 'bca'
  /** The user, query or day of each row; whole groups are drawn, since their rows are not independent. */
  groups?: Labels
  /** Told how many draws are done, for a progress bar. */
  watch?: (done: number, of: number) => void
}

/** An interval with the standard error, and how many draws had no value, as an AUC of a draw with one class. */
export type Bootstrapped = Interval & { error: number; undefinedDraws: number }

/** More of the draws than this without a value, and there is no interval. */
const MOST_UNDEFINED = 0.1

/**
 * A bootstrap interval of a figure over `rows` independent rows, or groups of rows: units are drawn with replacement, as
 * many as there are, and count as often as they are drawn (Efron 1979; `bca`: Efron 1987). Seeded, so that the answer is
 * always the same. Ends are quantiles of the draws with linear interpolation. Undefined where the figure is undefined on
 * the rows themselves, on more than a tenth of the draws, or with fewer than two units. Throws BadInput for settings
 * out of range. Few units make it too narrow: below about 30 do not rely on it.
 */
export const bootstrap = (rows: number, statistic: Statistic, drawing: Drawing): Bootstrapped | Undefined => {
  const { samples = 1000, level = 0.95, method = 'percentile' } = drawing
  demandWhole('rows', rows, 1)
  demandWhole('samples', samples, 2)
  demandLevel(level)
  if (!Number.isSafeInteger(drawing.seed)) {
    throw new BadInput(`The seed is ${drawing.seed}.`, {
      column: 'seed',
      value: drawing.seed,
      mend: 'Give a whole number.',
    })
  }
  const units = unitsOf(rows, drawing.groups)
  if (units.count < 2) return undefinedFor('A single unit cannot be drawn differently.')
  const whole = statistic(new Float64Array(rows).fill(1))
  if (whole.value === undefined) return whole
  const { draws, undefinedDraws } = draw(rows, statistic, units, drawing, samples)
  if (undefinedDraws > samples * MOST_UNDEFINED) {
    return undefinedFor(`The figure is undefined on ${undefinedDraws} of ${samples} draws of these rows.`)
  }
  const tails = tailsFor(method, whole.value, draws, level, () => jackknife(rows, statistic, units))
  if ('reason' in tails) return tails
  return {
    value: whole.value,
    low: quantile(draws, tails.low),
    high: quantile(draws, tails.high),
    level,
    method: method === 'bca' ? 'bootstrap, BCa' : 'bootstrap, percentile',
    error: deviation(draws),
    undefinedDraws,
  }
}

type Units = { count: number; of: Uint32Array | undefined }

const unitsOf = (rows: number, groups: Labels | undefined): Units => {
  if (groups === undefined) return { count: rows, of: undefined }
  demandRows('groups', groups, rows)
  const places = new Map<Label, number>()
  const of = Uint32Array.from({ length: rows }, (_, row) => {
    const label = labelAt('groups', row, groups[row])
    const place = places.get(label) ?? places.size
    places.set(label, place)
    return place
  })
  return { count: places.size, of }
}

const draw = (
  rows: number,
  statistic: Statistic,
  units: Units,
  { seed, watch }: Drawing,
  samples: number,
): { draws: Float64Array; undefinedDraws: number } => {
  const generator = xoroshiro128plus(seed)
  const times = new Float64Array(units.count)
  const weights = units.of === undefined ? times : new Float64Array(rows)
  const draws = new Float64Array(samples)
  let known = 0
  for (let sample = 0; sample < samples; sample += 1) {
    times.fill(0)
    for (let i = 0; i < units.count; i += 1) {
      const unit = uniformInt(generator, 0, units.count - 1)
      times[unit] = (times[unit] ?? 0) + 1
    }
    spread(times, units, weights)
    const { value } = statistic(weights)
    if (value !== undefined) {
      draws[known] = value
      known += 1
    }
    watch?.(sample + 1, samples)
  }
  return { draws: draws.slice(0, known).sort(), undefinedDraws: samples - known }
}

/** Gives each row how often its unit counts. */
const spread = (times: Float64Array, { of }: Units, weights: Float64Array): void => {
  if (of === undefined) return
  for (let row = 0; row < weights.length; row += 1) weights[row] = times[of[row] ?? 0] ?? 0
}

/** Between which shares of the draws the interval lies. */
const tailsFor = (
  method: 'percentile' | 'bca',
  value: number,
  draws: Float64Array,
  level: number,
  left: () => Float64Array | Undefined,
): { low: number; high: number } | Undefined => {
  const tail = (1 - level) / 2
  if (method === 'percentile') return { low: tail, high: 1 - tail }
  let below = 0
  for (const one of draws) below += one < value ? 1 : one === value ? 0.5 : 0
  if (below === 0 || below === draws.length)
    return undefinedFor('All draws lie on one side of the figure, so that its bias cannot be corrected.')
  const without = left()
  if ('reason' in without) return without
  const mean = without.reduce((sum, one) => sum + one, 0) / without.length
  const cubes = without.reduce((sum, one) => sum + (mean - one) ** 3, 0)
  const squares = without.reduce((sum, one) => sum + (mean - one) ** 2, 0)
  const skew = squares === 0 ? 0 : cubes / (6 * squares ** 1.5)
  const bias = normalQuantile(below / draws.length)
  const corrected = (p: number): number => {
    const z = bias + normalQuantile(p)
    return normalCdf(bias + z / (1 - skew * z))
  }
  return { low: corrected(tail), high: corrected(1 - tail) }
}

/** The figure without each unit in turn. */
const jackknife = (rows: number, statistic: Statistic, units: Units): Float64Array | Undefined => {
  const values = new Float64Array(units.count)
  const times = new Float64Array(units.count).fill(1)
  const weights = units.of === undefined ? times : new Float64Array(rows)
  for (let unit = 0; unit < units.count; unit += 1) {
    times[unit] = 0
    spread(times, units, weights)
    const { value } = statistic(weights)
    if (value === undefined) return undefinedFor('The figure has no value when one unit is left out.')
    values[unit] = value
    times[unit] = 1
  }
  return values
}

/** A quantile of sorted values, with linear interpolation. */
const quantile = (sorted: Float64Array, p: number): number => {
  const at = (sorted.length - 1) * p
  const low = sorted[Math.floor(at)] ?? 0
  return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at))
}

const deviation = (values: Float64Array): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}
