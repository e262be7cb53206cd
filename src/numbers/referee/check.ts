/** A problem's numeric checks, made ready to be compared with what is said. */
import type { NumericCheck } from './finding.ts'
import { singular } from './singular.ts'
import { isContent, type Pattern, patternOf, termsOf } from './terms.ts'
import { tokensOf } from './tokens.ts'
import { type Unit, unitAt } from './unit.ts'

/** A check with its unit read, its phrases as patterns, and the words that have to do with it. */
export type Ready = {
  check: NumericCheck
  unit: Unit
  /** Nouns of its unit: what is counted. */
  nouns: ReadonlySet<string>
  phrases: readonly Pattern[]
  vocabulary: ReadonlySet<string>
  /** Words of its phrases. */
  named: ReadonlySet<string>
  /** Numbers of its derivation. */
  inputs: readonly number[]
  /** Whether it asks above, below or from which value something pays. */
  asksCut: boolean
}

const SHARES = /^(?:share|probability|quantile|fraction|rate)$/

/** Reads a check once. */
export const readyOf = (check: NumericCheck): Ready => {
  const unit = unitOf(check.unit)
  const phrases = check.words.map((phrase) => patternOf(tokensOf(phrase)))
  const asked = termsOf(tokensOf(check.asks))
  const vocabulary = [...phrases.flat(2), ...asked].filter(
    (term) => isContent(term) && !/^[\d|/.]/.test(term),
  )
  return {
    check,
    unit,
    nouns: new Set(unit.nouns),
    phrases,
    vocabulary: new Set(vocabulary.map((term) => term.replace('*', ''))),
    named: new Set(phrases.flat(2).map((term) => term.replace('*', ''))),
    inputs: tokensOf(check.derivation).flatMap(({ kind, value }) => (kind === 'number' ? [value] : [])),
    asksCut: /\b(?:above|below|from) which\b/i.test(check.asks),
  }
}

const unitOf = (written: string): Unit => {
  const tokens = tokensOf(written)
  const first = singular(tokens[0]?.text ?? '')
  if (SHARES.test(first)) return { head: 'share', scale: 1, nouns: [] }
  if (first === 'times' || first === 'time') return { head: 'times', scale: 1, nouns: [] }
  return unitAt(tokens, 0).unit
}
