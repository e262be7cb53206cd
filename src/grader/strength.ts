/**
 * How strongly words are argued, as one number: about 0 for talk that would fit any system, 1 for a point made, 2 and
 * more for one that is made with figures, bounds and contrasts in the words of this very problem.
 *
 * The weights were fitted on the labelled answers that are there for tuning (`tests/answers`), as densities in sixty
 * words, each up to a cap: saying one kind of thing very often is no more of an argument.
 */
import type { Counts, Kind } from './argument.ts'

const PER = 60
/** A fragment is measured as though it had so many words, so that one good word is no argument. */
const LEAST = 20

type Weight = {
  kind: Kind
  weight: number
  most: number
  /** The fewest words that it is spread over: what is vague stays so, however much is said around it. */
  least: number
}

const WEIGHTS: readonly Weight[] = [
  { kind: 'reason', weight: 0.02, most: 4, least: LEAST },
  { kind: 'grounded', weight: 0.1, most: 4, least: LEAST },
  { kind: 'contrast', weight: 0.1, most: 7, least: LEAST },
  { kind: 'bound', weight: 0.12, most: 16, least: LEAST },
  { kind: 'own', weight: 0.07, most: 30, least: LEAST },
  { kind: 'vague', weight: -0.11, most: 9, least: PER },
]

/** Where nothing is known of the problem, its words are taken to be there as densely as in an answer that makes its point. */
const USUAL_OWN = 24

/** How many stand in sixty words, of so many `among` those, spread over `least` of them. */
export const density = (count: number, among: number, least = LEAST): number =>
  (count / Math.max(among, least)) * PER

/** The strength of a stretch of `among` words; `known` says whether the problem's own words are known. */
export const strength = (counts: Counts, among: number, known: boolean): number => {
  let sum = 0
  for (const { kind, weight, most, least } of WEIGHTS) {
    const dense = kind === 'own' && !known ? USUAL_OWN : density(counts[kind], among, least)
    sum += weight * Math.min(dense, most)
  }
  return sum
}
