/** Rows drawn so that two classes become more even; which rows, as places from 0, never the rows themselves. */
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { BadInput } from '../bad-input.ts'
import { binaryIn, demandWithin } from '../columns.ts'
import type { Numbers } from '../measure.ts'

/**
 * All positives and a random part of the negatives, without replacement, in the order of the rows: `keep` of them, above
 * 0 up to 1, rounded to whole rows and at least one where there are any. Correct probabilities with the share in fact
 * kept, `kept`. Labels are 0 and 1; the same whole number as seed draws the same rows. Throws BadInput otherwise.
 */
export const undersample = (
  labels: Numbers,
  { keep, seed }: { keep: number; seed: number },
): { rows: Uint32Array; kept: number } => {
  demandWithin('keep', keep, Number.MIN_VALUE, 1)
  const known = binaryIn('labels', labels)
  const negatives = placesOf(known, 0)
  const wanted = negatives.length === 0 ? 0 : Math.max(1, Math.round(keep * negatives.length))
  const generator = generatorOf(seed)
  // The first part of Fisher and Yates' shuffle is a sample without replacement.
  for (let i = 0; i < wanted; i += 1) {
    const other = uniformInt(generator, i, negatives.length - 1)
    const held = negatives[i] ?? 0
    negatives[i] = negatives[other] ?? 0
    negatives[other] = held
  }
  const rows = joined(placesOf(known, 1), negatives.subarray(0, wanted)).sort()
  return { rows, kept: negatives.length === 0 ? 1 : wanted / negatives.length }
}

/**
 * Every row once, then positives drawn again with replacement until they are `share` of all rows (above 0 and below 1;
 * nothing is drawn where they are already). `times` is how often a positive stands there on average, for the correction.
 * Throws BadInput without a positive row.
 */
export const oversample = (
  labels: Numbers,
  { share, seed }: { share: number; seed: number },
): { rows: Uint32Array; times: number } => {
  demandWithin('share', share, Number.MIN_VALUE, 1 - Number.EPSILON)
  const known = binaryIn('labels', labels)
  const positives = placesOf(known, 1)
  if (positives.length === 0) {
    throw new BadInput('There is no positive row to draw again.', {
      column: 'labels',
      mend: 'Check which class is coded as 1, or gather positives first.',
    })
  }
  const negatives = known.length - positives.length
  const more = Math.max(0, Math.round((share * negatives) / (1 - share)) - positives.length)
  if (known.length + more > MOST_ROWS) {
    throw new BadInput(`A share of ${share} would take ${known.length + more} rows.`, {
      column: 'share',
      value: share,
      mend: `Ask for a smaller share, for at most ${MOST_ROWS} rows, or take class weights.`,
    })
  }
  const generator = generatorOf(seed)
  const rows = new Uint32Array(known.length + more)
  for (let row = 0; row < known.length; row += 1) rows[row] = row
  for (let i = known.length; i < rows.length; i += 1)
    rows[i] = positives[uniformInt(generator, 0, positives.length - 1)] ?? 0
  return { rows, times: (positives.length + more) / positives.length }
}

const MOST_ROWS = 100_000_000

const placesOf = (labels: Uint8Array, label: 0 | 1): Uint32Array => {
  let count = 0
  for (const value of labels) if (value === label) count += 1
  const places = new Uint32Array(count)
  let at = 0
  for (let row = 0; row < labels.length; row += 1) {
    if (labels[row] !== label) continue
    places[at] = row
    at += 1
  }
  return places
}

const joined = (one: Uint32Array, other: Uint32Array): Uint32Array => {
  const out = new Uint32Array(one.length + other.length)
  out.set(one)
  out.set(other, one.length)
  return out
}

const generatorOf = (seed: number): ReturnType<typeof xoroshiro128plus> => {
  if (Number.isSafeInteger(seed)) return xoroshiro128plus(seed)
  throw new BadInput(`The seed is ${seed}.`, { column: 'seed', value: seed, mend: 'Give a whole number.' })
}
