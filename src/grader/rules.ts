/** Criteria made ready for judging: one phrasebook for all of them, and what each phrase is evidence of. */
import type { Criterion } from '../flow/flow.ts'
import { type Phrasebook, phrasebook } from '../flow/phrase.ts'
import { type Topics, topics } from './topic.ts'

/** A phrase shows an idea of a criterion, or one of its red flags. */
export type Use = { criterion: number; idea: number; flag: number }

export type Rules = {
  criteria: readonly Criterion[]
  book: Phrasebook
  uses: ReadonlyMap<string, readonly Use[]>
  topics: Topics
  /** Per criterion: whether asking is a way to meet it. */
  asks: readonly boolean[]
}

const KEPT = 8
const made = new WeakMap<Criterion, Rules[]>()

/** The rules of these criteria, compiled once for as long as the very same criteria are asked about. */
export const rules = (criteria: readonly Criterion[]): Rules => {
  const first = criteria[0]
  const before = first ? (made.get(first) ?? []) : []
  const same = before.find(
    (old) => old.criteria.length === criteria.length && old.criteria.every((c, i) => c === criteria[i]),
  )
  if (same) return same
  const fresh = compiled([...criteria])
  if (first) made.set(first, [fresh, ...before].slice(0, KEPT))
  return fresh
}

const compiled = (criteria: readonly Criterion[]): Rules => {
  const uses = new Map<string, Use[]>()
  const use = (phrase: string, by: Use): void => void uses.set(phrase, [...(uses.get(phrase) ?? []), by])
  criteria.forEach(({ signals, redFlags }, criterion) => {
    signals?.ideas.forEach((phrases, idea) => {
      for (const phrase of phrases) use(phrase, { criterion, idea, flag: -1 })
    })
    redFlags.forEach(({ phrases }, flag) => {
      for (const phrase of phrases) use(phrase, { criterion, idea: -1, flag })
    })
  })
  return {
    criteria,
    book: phrasebook(uses.keys()),
    uses,
    topics: topics(criteria),
    asks: criteria.map(({ asks }) => /\basks?\b/i.test(asks)),
  }
}
