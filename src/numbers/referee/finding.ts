/** What the referee is given and what it answers. */

/** What can be said of a figure. */
export const KINDS = ['right', 'factor', 'unit', 'arithmetic', 'budget', 'threshold'] as const
export type Kind = (typeof KINDS)[number]

/** A figure that the facts allow to be derived, as a problem holds it. */
export type NumericCheck = {
  id: string
  asks: string
  derivation: string
  value: number
  /** Relative: 0.05 accepts 5 % either way. */
  tolerance: number
  unit: string
  words: readonly string[]
}

/** Something the candidate was told. */
export type ToldFact = { topic: string; says: string }

/** What a text is held against; `commas` says that its writer may mean 12.5 by 12,500. */
export type Ground = { checks: readonly NumericCheck[]; facts: readonly ToldFact[]; commas?: boolean }

/** How it comes out, for whoever tells it in another language: amounts are in `unit`, with `before` in front. */
export type Reckoned =
  | { of: 'sum'; sum: string; gives: number; stated: number; before: string; unit: string }
  | { of: 'budget'; parts: readonly number[]; sum: number; most: number; unit: string }
  | { of: 'threshold'; alarm: number; miss: number; gives: number }

/**
 * One thing that is certain about one figure of a text. `quote` stands at `start` to `end` of the text; `stated` and
 * `expected` are in `unit`; `factor` is stated over expected; `derivation` shows how, line by line.
 */
export type Finding = {
  kind: Kind
  quote: string
  start: number
  end: number
  check?: string
  stated: number
  expected: number
  unit: string
  factor: number
  derivation: string[]
  reckoned?: Reckoned
}
