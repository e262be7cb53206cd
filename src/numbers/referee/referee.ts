/** The referee: what is certain about the figures in a chat message, with the derivation. It computes and knows no model. */

import { numberText } from '../number-text.ts'
import { budgetFindings } from './budget.ts'
import { changeFindings } from './change.ts'
import { type Ready, readyOf } from './check.ts'
import { type Convention, conventionsOf } from './convention.ts'
import { isOpen } from './doubt.ts'
import { type Figure, figuresIn } from './figure.ts'
import type { Finding, Ground, NumericCheck } from './finding.ts'
import { type Judged, judged, type Said } from './judge.ts'
import { expressionText, sizeText } from './lines.ts'
import { MAGNITUDES } from './numeral.ts'
import { sentencesOf } from './sentence.ts'
import { termsOf } from './terms.ts'
import { thresholdFindings } from './threshold.ts'
import type { Token } from './token.ts'
import { tokensOf } from './tokens.ts'
import { type Written, writtenIn } from './written.ts'

/** The longest text that is read; of a longer one the beginning counts. */
export const MOST_CHARACTERS = 12_000

/** The most figures that are read, for the same reason: they are held against one another. Nobody says so many at once. */
const MOST_FIGURES = 150

/**
 * Everything certain about the figures of one message, in the order in which they stand there: figures that answer a check
 * and are right, off by a factor or in the wrong unit; written arithmetic that gives something else; budgets that do not
 * add up; thresholds that do not follow from the costs. At most one finding for a figure and one for a check. Silence
 * where anything is open to doubt: a question, a supposition, a correction, a bound. Never throws.
 */
export const referee = (text: string, ground: Ground): Finding[] => {
  const short = text.slice(0, MOST_CHARACTERS)
  const [likely, ...others] = conventionsOf(short, ground.commas)
  const found = foundIn(short, ground, likely)
  if (!found.some(accuses)) return found
  // Where 1,250 may be two numbers, only what is wrong with either is wrong.
  const again = others.map((other) => foundIn(short, ground, other).filter(accuses))
  return found.filter((one) => !accuses(one) || again.every((all) => all.some((two) => meets(one, two))))
}

const accuses = ({ kind }: Finding): boolean => kind !== 'right'

const meets = (one: Finding, two: Finding): boolean => one.start < two.end && two.start < one.end

const foundIn = (text: string, { checks, facts }: Ground, convention: Convention): Finding[] => {
  const said = read(text, convention)
  const found: Finding[] = [
    ...thresholdFindings(text, said),
    ...budgetFindings(text, said, facts),
    ...changeFindings(text, said),
    ...said.written.flatMap((one) => arithmeticFinding(text, said, one)),
    ...judged(said, checks.map(ready), toldIn(facts)).map((one) => checkFinding(text, one)),
  ]
  const out: Finding[] = []
  for (const one of found) if (!out.some((before) => meets(one, before))) out.push(one)
  return out.toSorted((a, b) => a.start - b.start)
}

/** The checks for which no message states a figure, neither a right one nor a wrong one. */
export const unstated = <C extends NumericCheck>(
  texts: readonly string[],
  { checks, facts }: { checks: readonly C[]; facts: Ground['facts'] },
): C[] => {
  const stated = new Set(texts.flatMap((text) => referee(text, { checks, facts }).map(({ check }) => check)))
  return checks.filter(({ id }) => !stated.has(id))
}

const read = (text: string, convention: Convention): Said => {
  const tokens = tokensOf(text, convention)
  const figures = figuresIn(tokens)
  const over = figures[MOST_FIGURES]
  if (over) return read(text.slice(0, over.start), convention)
  return {
    tokens,
    terms: termsOf(tokens),
    sentences: sentencesOf(tokens),
    figures,
    written: writtenIn(tokens, figures),
  }
}

const made = new WeakMap<NumericCheck, Ready>()

const ready = (check: NumericCheck): Ready => {
  const before = made.get(check)
  if (before) return before
  const fresh = readyOf(check)
  made.set(check, fresh)
  return fresh
}

/** Whether a figure is one of those that the candidate was told. */
const toldIn = (facts: Ground['facts']): ((figure: Figure) => boolean) => {
  const figures = facts.flatMap(({ says }) =>
    figuresIn(tokensOf(says)).filter(({ spelled, low }) => !spelled || low >= 20),
  )
  return ({ low, high, unit }) =>
    figures.some(
      (one) =>
        high === low &&
        Math.abs(one.low - low) <= 1e-6 * Math.abs(low) &&
        (one.unit.head === unit.head ||
          one.unit.head === 'none' ||
          (unit.head === 'none' && one.unit.head === 'count')),
    )
}

const quoteOf = (text: string, { start, end }: { start: number; end: number }) => ({
  quote: text.slice(start, end),
  start,
  end,
})

const checkFinding = (text: string, { kind, figure, ready: { check }, comparison }: Judged): Finding => {
  const stated = (comparison.low + comparison.high) / 2
  const { value: expected, unit } = check
  const lines = [`${expressionText(check.derivation)} = ${numberText(expected)} ${unit}`]
  if (kind === 'factor') lines.push(sizeText(`${numberText(stated)} ${unit}`, stated / expected))
  if (kind === 'unit')
    lines.push(`"${text.slice(figure.start, figure.end)}" is ${numberText(stated)} ${unit}`)
  return {
    kind,
    ...quoteOf(text, figure),
    check: check.id,
    stated,
    expected,
    unit,
    factor: stated / expected,
    derivation: lines,
  }
}

const arithmeticFinding = (text: string, said: Said, written: Written): Finding[] => {
  const { result, gives, holds, certain, from, ends } = written
  if (holds || !certain || isOpen(said, written)) return []
  const stated = (result.low + result.high) / 2
  const { tokens } = said
  const paid = /^[$€£]$/.test(tokens[from - 1]?.text ?? '') ? 1 : 0
  const expression = text.slice(tokens[from - paid]?.start ?? 0, tokens[ends - 1]?.end ?? result.start)
  const { before, unit } = unitOf(text, tokens, result)
  const shown = (value: number): string => `${before}${numberText(value)}${unit && ` ${unit}`}`
  return [
    {
      kind: 'arithmetic',
      ...quoteOf(text, result),
      stated,
      expected: gives,
      unit,
      factor: stated / gives,
      derivation: [`${expression} = ${shown(gives)}`, sizeText(shown(stated), stated / gives)],
      reckoned: { of: 'sum', sum: expression, gives, stated, before, unit },
    },
  ]
}

/** The unit of a figure as it was written, without its thousands and millions, and the sign of money before it. */
const unitOf = (
  text: string,
  tokens: readonly Token[],
  { first, next, end }: Figure,
): { before: string; unit: string } => {
  const own = tokens.slice(first, next)
  const number = own.findLastIndex(({ kind }) => kind === 'number')
  const after = own[number + 1]
  const from = after && MAGNITUDES.has(after.text) ? own[number + 2] : after
  return {
    before: /^[$€£]$/.test(own[0]?.text ?? '') ? (own[0]?.raw ?? '') : '',
    unit: from === undefined ? '' : text.slice(from.start, end).replace(/^[.\s]+/, ''),
  }
}
