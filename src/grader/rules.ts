/** Criteria made ready for judging: one phrasebook for all of them, and what each phrase is evidence of. */
import type { Criterion, Signals } from '../flow/flow.ts'
import { type Phrasebook, phrasebook } from '../flow/phrase.ts'
import type { Problem } from '../flow/problem.ts'
import { concepts } from '../flow/synonyms.ts'
import type { Case } from './grader.ts'
import { kept } from './kept.ts'
import { type Topics, topics } from './topic.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'

/** A phrase shows an idea of a criterion, by one of the `ways` to meet it; or it is a mistake, of which `says` tells. */
export type Use = { criterion: number; way: number; idea: number; says?: string }

/** What is looked for: phrases, and what each is evidence of. */
export type Evidence = { book: Phrasebook; uses: ReadonlyMap<string, readonly Use[]> }

export type Rules = Evidence & {
  criteria: readonly Criterion[]
  synonyms: Case['synonyms']
  read: Vocabulary['read']
  topics: Topics
  /** Per criterion: whether asking is a way to meet it. */
  asks: readonly boolean[]
}

/** The rules of these criteria, compiled once. */
export const rules = kept(({ criteria, synonyms, homes }): Rules => {
  const uses = new Map<string, Use[]>()
  criteria.forEach(({ signals, redFlags }, criterion) => {
    if (signals) addIdeas(uses, signals, { criterion, way: 0 })
    for (const { phrases, says } of redFlags)
      for (const phrase of phrases) add(uses, phrase, { criterion, way: 0, idea: -1, says })
  })
  return {
    ...vocabularyOf({
      criteria: homes ? [...homes.values()].map(({ criterion }) => criterion) : criteria,
      synonyms,
    }),
    criteria,
    synonyms,
    uses,
    topics: topics(criteria, concepts(synonyms)),
    asks: criteria.map(({ asks }) => /\basks?\b/i.test(asks)),
  }
})

/** What a problem adds: its traps, and other ways to meet a criterion, the points that it wants reached. */
export type Additions = Evidence & {
  /** Per criterion the signals of each further way; the first is way 1. */
  ways: ReadonlyMap<number, readonly Signals[]>
}

const added = new WeakMap<Rules, WeakMap<Problem, Additions>>()
const NOTHING: Additions = { book: { find: () => new Map() }, uses: new Map(), ways: new Map() }

/** What this problem adds to the rules, compiled once. */
export const additions = (
  made: Rules,
  synonyms: Case['synonyms'],
  problem: Problem | undefined,
): Additions => {
  if (problem === undefined) return NOTHING
  const ofRules = added.get(made) ?? new WeakMap<Problem, Additions>()
  added.set(made, ofRules)
  const before = ofRules.get(problem)
  if (before) return before
  const fresh = addition(made, synonyms, problem)
  ofRules.set(problem, fresh)
  return fresh
}

const addition = (
  { criteria }: Rules,
  synonyms: Case['synonyms'],
  { traps, mustReach }: Problem,
): Additions => {
  const uses = new Map<string, Use[]>()
  const ways = new Map<number, Signals[]>()
  for (const { criterion: id, phrases, says } of traps) {
    const criterion = criteria.findIndex((one) => one.id === id)
    if (criterion >= 0) for (const phrase of phrases) add(uses, phrase, { criterion, way: 0, idea: -1, says })
  }
  for (const { criterion: id, signals } of mustReach) {
    const criterion = criteria.findIndex((one) => one.id === id)
    if (criterion < 0) continue
    const further = ways.get(criterion) ?? []
    ways.set(criterion, [...further, signals])
    addIdeas(uses, signals, { criterion, way: further.length + 1 })
  }
  return { book: phrasebook(uses.keys(), concepts(synonyms)), uses, ways }
}

const add = (uses: Map<string, Use[]>, phrase: string, use: Use): void => {
  const list = uses.get(phrase)
  if (list) list.push(use)
  else uses.set(phrase, [use])
}

const addIdeas = (uses: Map<string, Use[]>, { ideas }: Signals, use: Omit<Use, 'idea'>): void =>
  ideas.forEach((phrases, idea) => {
    for (const phrase of phrases) add(uses, phrase, { ...use, idea })
  })
