/**
 * What errors say when they are put side by side: the largest gap is where to work next.
 *
 * The method of error gaps as it is taught by Andrew Ng (Machine Learning Yearning, chapters 20 to 43). With the number of
 * rows that the errors were measured on, a gap counts only where it is larger than chance makes it: 1.96 standard errors of
 * a difference of two shares, which holds for errors that are shares of wrong answers.
 */
import { numberText } from '../number-text.ts'
import { checkErrors, type Errors, type Gap, gapsOf } from './errors.ts'
import { MATCHING, type Remedy, WRONG } from './remedies.ts'

export type Diagnosis = {
  gaps: readonly (Gap & { certain: boolean })[]
  /**
   * The gap that dominates; none where no gap is larger than chance makes it, unknown where no target is given and more of
   * the training error than the largest gap may be avoidable.
   */
  dominant: Gap['kind'] | 'none' | 'unknown'
  /** A second gap of at least two thirds of the largest. */
  also: Gap['kind'] | null
  /** What has to be known to read it, each as a sentence. */
  notes: readonly string[]
  matching: readonly Remedy[]
  wrong: readonly Remedy[]
  /** Line by line. */
  derivation: readonly string[]
}

/** A second gap is worth a word from this share of the largest on. */
const NEAR = 2 / 3

/**
 * Reads errors by their gaps. `rows` is how many rows the smallest set has.
 *
 * @throws BadInput for an error below 0 or not finite, or rows that are no whole number above 0.
 */
export const diagnose = (errors: Errors, { rows }: { rows?: number } = {}): Diagnosis => {
  checkErrors(errors, rows)
  const gaps = gapsOf(errors).map((gap) => ({ ...gap, certain: gap.size > chanceOf(gap, errors, rows) }))
  const [first, second] = gaps
    .filter(({ certain }) => certain)
    .toSorted((one, other) => other.size - one.size)
  const hidden = errors.target === undefined && errors.train > Math.max(0, first?.size ?? 0)
  const dominant = hidden ? 'unknown' : (first?.kind ?? 'none')
  return {
    gaps,
    dominant,
    also: first && second && second.size >= NEAR * first.size ? second.kind : null,
    notes: notesOf(errors, gaps, rows),
    matching: dominant === 'none' || dominant === 'unknown' ? [] : MATCHING[dominant],
    wrong: dominant === 'none' || dominant === 'unknown' ? [] : WRONG[dominant],
    derivation: gaps.map(
      ({ kind, from, to, size }) =>
        `${to} ${numberText(errorOn(errors, to))} - ${from} ${numberText(errorOn(errors, from))} = ${numberText(size)}: ${NAMES[kind]}`,
    ),
  }
}

const NAMES: Readonly<Record<Gap['kind'], string>> = {
  bias: 'avoidable bias',
  variance: 'variance',
  mismatch: 'mismatch between the sources of the data',
  'overfit to validation': 'fitted to the validation rows',
}

const errorOn = ({ train, trainDev = 0, validation, test = 0, target = 0 }: Errors, name: string): number =>
  ({ training: train, 'train-dev': trainDev, validation, test, target })[name] ?? 0

/** What two shares measured on so many rows differ by in one of twenty cases though they are the same; 0 without rows. */
const chanceOf = ({ from, to }: Gap, errors: Errors, rows: number | undefined): number => {
  if (rows === undefined) return 0
  const spread = (name: string): number => {
    // A target is a wish or was measured elsewhere.
    const p = name === 'target' ? 0 : Math.min(1, errorOn(errors, name))
    return (p * (1 - p)) / rows
  }
  return 1.96 * Math.sqrt(spread(from) + spread(to))
}

const notesOf = (
  { train, trainDev, validation, target }: Errors,
  gaps: readonly (Gap & { certain: boolean })[],
  rows: number | undefined,
): string[] => {
  const negative = gaps.filter(({ size }) => size < 0)
  return [
    ...(target === undefined
      ? [
          `What could be reached at best is not known, so how much of the ${numberText(train)} on training is avoidable cannot be told: measure human error, or take the best known system.`,
        ]
      : []),
    ...(trainDev === undefined && validation > train
      ? ['Without a train-dev set, variance and a mismatch of the data cannot be told apart.']
      : []),
    ...negative.map(({ from, to, size }) =>
      from === 'target'
        ? `Training is below the target by ${numberText(-size)}: the target is no bound, or training rows have leaked what is asked.`
        : `The error on ${to} is below that on ${from} by ${numberText(-size)}: look for a leak, for easier rows, for dropout or augmentation that is on in training only, or for too few rows.`,
    ),
    ...(rows !== undefined && gaps.some(({ size, certain }) => size > 0 && !certain)
      ? [`On ${numberText(rows)} rows, gaps that small come by chance.`]
      : []),
  ]
}
