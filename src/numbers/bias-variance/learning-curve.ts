/**
 * What a learning curve says: whether more rows would help, and how many. How sure it is comes from fits of a power law to
 * the curve with its residuals drawn anew, seeded.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { BadInput } from '../bad-input.ts'
import { demandWithin, numbersIn } from '../columns.ts'
import type { Numbers } from '../measure.ts'
import { numberText } from '../number-text.ts'
import { type Fit, fitted } from './power-law.ts'

export type LearningCurve = {
  /** Rows trained on, each above 0; in any order. */
  examples: Numbers
  /** Errors on the rows trained on and on others, 0 or more. */
  training: Numbers
  validation: Numbers
  /** What could be reached, or is asked for. */
  target?: number
}

/** A value with the range in which nine of ten fits lie. */
export type Range = { value: number; low: number; high: number }

export type Reading = {
  /** Whether twice the rows would lower the error by at least a twentieth of it. */
  moreData: 'yes' | 'no' | 'cannot tell'
  because: string
  fit: Fit
  /** The error with so many times the rows of the last point. */
  ahead: readonly (Range & { times: number; rows: number })[]
  /** Rows at which the target is met; null where the floor lies above it, and absent without a target. */
  rowsForTarget?: number | null
  /** What the curves say of bias: where they meet above the target. */
  bias?: string
  /** Validation less training error at the last point. */
  gap: number
  derivation: readonly string[]
}

const TIMES = [2, 4, 10] as const
const DRAWS = 200
/** Fewer points hold no shape of three parameters. */
const LEAST = 4
const WORTH = 0.05

/**
 * Reads a learning curve of at least four points; of fewer it says that it cannot tell.
 *
 * @throws BadInput for columns of other lengths, negative or missing values, or the same number of rows twice.
 */
export const readLearningCurve = (curve: LearningCurve, { seed = 1 }: { seed?: number } = {}): Reading => {
  const points = pointsOf(curve)
  const { rows, errors } = points
  const last = rows.length - 1
  const [most, now] = [rows[last] ?? 0, errors[last] ?? 0]
  const fit = fitted(rows, errors)
  const draws = rows.length < LEAST ? [] : drawnFits(points, fit, seed)
  const known = rows.length >= LEAST
  const ahead = TIMES.map((times) => ({ times, rows: most * times, ...rangeOf(fit, draws, most * times) }))
  const gap = now - (points.training[last] ?? 0)
  const [double] = ahead
  const target = curve.target
  return {
    ...judged(points, double ?? { value: now, low: now, high: now }, now),
    fit,
    ahead: known ? ahead : [],
    ...(target !== undefined && known && { rowsForTarget: rowsFor(fit, target) }),
    ...(target !== undefined && biasOf(now, gap, target)),
    gap,
    derivation: [
      ...(known
        ? [`error(n) = ${numberText(fit.floor)} + ${numberText(fit.scale)} * n^-${numberText(fit.rate)}`]
        : []),
      ...(known ? ahead : []).map(
        (one) =>
          `error(${numberText(one.rows)}) = ${numberText(one.value)} (${numberText(one.low)} to ${numberText(one.high)})`,
      ),
      `gap at ${numberText(most)} rows: ${numberText(now)} - ${numberText(points.training[last] ?? 0)} = ${numberText(gap)}`,
    ],
  }
}

/** The part of what is missing to the target that the gap does not explain. */
const biasOf = (now: number, gap: number, target: number): { bias?: string } => {
  const missing = now - target
  return missing <= 0 || gap > missing / 2
    ? {}
    : {
        bias: `Training and validation have nearly met, ${numberText(missing)} above the target: that is bias, for a larger model or better features.`,
      }
}

type Points = { rows: Float64Array; training: Float64Array; validation: Float64Array; errors: Float64Array }

const pointsOf = ({ examples, training, validation, target }: LearningCurve): Points => {
  const rows = numbersIn('examples', examples)
  const columns = {
    training: numbersIn('training', training, rows.length),
    validation: numbersIn('validation', validation, rows.length),
  }
  if (target !== undefined) demandWithin('target', target, 0, Number.POSITIVE_INFINITY)
  for (const [name, values] of Object.entries({ examples: rows, ...columns }))
    values.forEach((value, row) => {
      if (value < 0 || (name === 'examples' && value === 0))
        throw new BadInput(`${name}[${row}] is ${value}.`, {
          ...{ row, column: name, value },
          mend: name === 'examples' ? 'A model is trained on at least one row.' : 'An error is 0 or more.',
        })
    })
  const order = [...rows.keys()].sort((one, other) => (rows[one] ?? 0) - (rows[other] ?? 0))
  const sorted = (values: Float64Array): Float64Array =>
    Float64Array.from(order, (index) => values[index] ?? 0)
  const ordered = sorted(rows)
  const double = ordered.findIndex((value, index) => index > 0 && value === ordered[index - 1])
  if (double > 0)
    throw new BadInput(`There are two points at ${ordered[double]} examples.`, {
      ...{ row: order[double] ?? 0, column: 'examples', value: ordered[double] },
      mend: 'Average them, or keep one.',
    })
  const errors = sorted(columns.validation)
  return { rows: ordered, training: sorted(columns.training), validation: errors, errors }
}

const drawnFits = ({ rows, errors }: Points, fit: Fit, seed: number): Fit[] => {
  // Three parameters leave that much less spread in what is left over.
  const wider = Math.sqrt(rows.length / (rows.length - 3))
  const residuals = errors.map((error, i) => (error - fit.at(rows[i] ?? 1)) * wider)
  const generator = xoroshiro128plus(seed)
  return Array.from({ length: DRAWS }, () =>
    fitted(
      rows,
      rows.map((row) =>
        Math.max(0, fit.at(row) + (residuals[uniformInt(generator, 0, rows.length - 1)] ?? 0)),
      ),
    ),
  )
}

const rangeOf = (fit: Fit, draws: readonly Fit[], rows: number): Range => {
  const value = fit.at(rows)
  const values = draws.map((one) => one.at(rows)).sort((one, other) => one - other)
  const at = (share: number): number => values[Math.round(share * (values.length - 1))] ?? value
  return { value, low: Math.min(value, at(0.05)), high: Math.max(value, at(0.95)) }
}

const judged = (
  { rows, errors }: Points,
  double: Range,
  now: number,
): Pick<Reading, 'moreData' | 'because'> => {
  if (rows.length < LEAST)
    return {
      moreData: 'cannot tell',
      because: `${rows.length} points hold no shape; train on at least ${LEAST} sizes, each about twice the one before.`,
    }
  if ((errors[0] ?? 0) <= now)
    return { moreData: 'no', because: 'the validation error does not fall with more rows so far.' }
  const least = now * (1 - WORTH)
  if (double.high < least)
    return {
      moreData: 'yes',
      because: `with twice the rows the error would fall from ${numberText(now)} to about ${numberText(double.value)}.`,
    }
  if (double.low > least)
    return {
      moreData: 'no',
      because: `with twice the rows the error would still be about ${numberText(double.value)}, and is ${numberText(now)} now.`,
    }
  return {
    moreData: 'cannot tell',
    because: `with twice the rows the error would lie between ${numberText(double.low)} and ${numberText(double.high)}, and is ${numberText(now)} now: repeat each size with other rows.`,
  }
}

const rowsFor = ({ floor, scale, rate }: Fit, target: number): number | null => {
  if (floor + scale * Number.MAX_SAFE_INTEGER ** -rate > target) return null
  return scale === 0 ? 1 : Math.max(1, Math.ceil((scale / (target - floor)) ** (1 / rate)))
}
