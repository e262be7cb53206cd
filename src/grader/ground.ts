/** What a problem holds, against which an answer shows that it is about this problem: its figures and its words. */
import { FUNCTION_WORDS } from '../flow/function-words.ts'
import type { Problem } from '../flow/problem.ts'
import { type Word, words } from '../flow/words.ts'

/** The figures and the telling words of a problem's facts. */
export type Ground = {
  /** False of a problem in a person's own words, of which nothing is known. */
  known: boolean
  /** Whether a figure is one of the problem's, or follows from them by one of its checks, within 2 %. */
  figure(value: number): boolean
  word(stem: string): boolean
}

const NOTHING: Ground = { known: false, figure: () => false, word: () => false }
const NEAR = 0.02

const made = new WeakMap<Problem, Ground>()

/** The ground of a problem; nothing is known of a scenario in a person's own words. */
export const groundOf = (problem: Problem | undefined): Ground => {
  if (problem === undefined || problem.facts.length === 0) return NOTHING
  const before = made.get(problem)
  if (before) return before
  const fresh = grounded(problem)
  made.set(problem, fresh)
  return fresh
}

const grounded = ({ facts, checks, exemplars }: Problem): Ground => {
  const told = facts.map(({ says }) => words(says))
  const values = [
    ...told.flatMap(quantities),
    ...checks.flatMap(({ value, derivation }) => [value, ...quantities(words(derivation))]),
  ]
  const figures = [...new Set(values.flatMap((value) => [value, value * 100]))]
    .filter(isTelling)
    .sort((a, b) => a - b)
  const stems = new Set(
    [...told.flat(), ...words(Object.values(exemplars).join(' '))].flatMap(({ stem, text, number }) =>
      number || FUNCTION_WORDS.has(text) ? [] : [stem],
    ),
  )
  return {
    known: true,
    figure: (value) => isTelling(value) && figures.some((one) => Math.abs(one - value) <= NEAR * one),
    word: (stem) => stems.has(stem),
  }
}

/** A one or a ten may be anything's figure. */
const isTelling = (value: number): boolean => value > 0 && value !== 1 && value !== 10 && value !== 100

const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
])

/** The figures of a text, each with the thousand or million that follows it. */
const quantities = (text: readonly Word[]): number[] =>
  text.flatMap((_, i) => {
    const value = quantity(text, i)
    return value === undefined ? [] : [value]
  })

/** The figure at a place; `undefined` where none stands. */
export const quantity = (text: readonly Word[], at: number): number | undefined => {
  const word = text[at]
  if (word?.number !== true) return undefined
  const value = Number(word.text.replace(',', '.'))
  return Number.isFinite(value) ? value * (SCALES.get(text[at + 1]?.text ?? '') ?? 1) : undefined
}
