/** Figures that are certainly meant for a check and are not its value. */
import type { Ready } from './check.ts'
import type { Comparison } from './compare.ts'
import type { Figure } from './figure.ts'
import { isOfPart } from './guard.ts'
import { cleanRatio } from './near.ts'
import type { Stretch } from './sentence.ts'
import { stemmed } from './terms.ts'
import type { Token } from './token.ts'

/** What speaks for a figure being meant for a check. */
export type Evidence = {
  ready: Ready
  comparison: Comparison
  /** Terms of the best phrase in the same part, and in the whole sentence. */
  part: number
  sentence: number
  noun: boolean
  words: number
  /** Whether it is the result of arithmetic with the numbers of the derivation. */
  derived: boolean
}

/** A figure that was held against a check. */
export type Held = {
  kind: 'right' | 'factor' | 'unit'
  figure: Figure
  ready: Ready
  comparison: Comparison
  derived: boolean
}

const LEAST = 1.5
const PER: ReadonlyMap<number, string> = new Map([
  [1, 'second'],
  [60, 'minute'],
  [3600, 'hour'],
])

/** The check that a figure plainly is meant to answer and misses, if there is one. */
export const wrongOf = (
  { tokens }: { tokens: readonly Token[] },
  found: readonly Evidence[],
  figure: Figure,
  part: Stretch,
): Held | undefined => {
  if (found.some(({ comparison }) => comparison.right) || figure.bound !== undefined) return undefined
  const strength = ({ part: phrase, noun, words }: Evidence): number =>
    phrase + (noun || words > phrase ? 1 : 0)
  const meant = found
    .filter(
      ({ ready }) =>
        !ready.vocabulary.has(PER.get(figure.unit.seconds ?? 0) ?? '') ||
        figure.unit.seconds === ready.unit.seconds,
    )
    .filter(({ comparison, ready }) => comparison.same && !isOfPart(tokens, part, ready.vocabulary))
    .filter(({ ready }) => fitsNouns(figure, ready))
    .toSorted((a, b) => strength(b) - strength(a) || b.words - a.words)
  const slip = meant.find((one) => one.comparison.slip && (one.part > 0 || one.words > 0))
  if (slip) return { kind: 'unit', figure, ready: slip.ready, comparison: slip.comparison, derived: false }
  const [best, next] = meant
  if (best === undefined || best.part === 0) return undefined
  if (next && strength(next) === strength(best) && next.words === best.words) return undefined
  const ratio = (best.comparison.low + best.comparison.high) / 2 / best.ready.check.value
  if (figure.low < 20 && figure.unit.head === 'count' && figure.unit.seconds === undefined) return undefined
  if (ratio <= 0 || (ratio < LEAST && ratio > 1 / LEAST)) return undefined
  const enough = cleanRatio(ratio) === undefined ? 4 : 2
  if (strength(best) < enough) return undefined
  return { kind: 'factor', figure, ready: best.ready, comparison: best.comparison, derived: false }
}

/** Whether what is counted has nothing to do with a check: users, where payments are asked for. */
export const countsOther = ({ unit }: Figure, { nouns, named, vocabulary }: Ready): boolean =>
  /^(?:count|share)$/.test(unit.head) &&
  unit.nouns.length > 0 &&
  !unit.nouns.some(
    (noun) =>
      nouns.has(noun) || named.has(stemmed(noun)) || vocabulary.has(stemmed(noun)) || GENERAL.test(noun),
  )

const GENERAL = /^(?:request|query|call|event|qps|number|total|average|peak|mean)$/

/** Whether what is counted can be what the check counts. */
const fitsNouns = (figure: Figure, { nouns, named }: Ready): boolean =>
  figure.unit.nouns.every((noun) => nouns.has(noun) || named.has(stemmed(noun)) || GENERAL.test(noun)) &&
  figure.unit.per === undefined
