/** Facts that the candidate asked for, and questions for which no fact is held. */
import { type Phrasebook, phrasebook } from '../flow/phrase.ts'
import type { Fact, Problem } from '../flow/problem.ts'
import type { Word } from '../flow/words.ts'
import type { Question } from './questions.ts'
import { type Resembling, resembling } from './resemblance.ts'

export type Asked = { facts: Fact[]; unknown: string[] }

/** The facts that the questions ask for, in the order of the questions, each once; the best fact for each part. */
export const askedFor = (problem: Problem, asked: readonly Question[]): Asked => {
  const all = asked.map((question) => answer(question, known(problem)))
  return {
    facts: [...new Set(all.flatMap(({ facts }) => facts))],
    unknown: all.flatMap(({ unknown }) => unknown),
  }
}

const answer = ({ text, clauses, words, wants }: Question, { book, asks, alike }: Known): Asked => {
  const parts = clauses.map((clause) => ({
    clause,
    fact: best(clause.words, book, asks) ?? (wants && clause.wants ? alike(clause.words) : undefined),
  }))
  const facts = parts.map(({ fact }) => fact).filter((fact) => fact !== undefined)
  if (facts.length > 0) {
    const open = parts.filter(
      ({ clause, fact }) => fact === undefined && clause.wants && clause.words.length > 2,
    )
    return { facts, unknown: wants ? open.map(({ clause }) => clause.text) : [] }
  }
  const whole = best(words, book, asks) ?? (wants ? alike(words) : undefined)
  return whole ? { facts: [whole], unknown: [] } : { facts, unknown: wants ? [text] : [] }
}

type Known = { book: Phrasebook; asks: Map<string, Fact[]>; alike: Resembling }

const made = new WeakMap<Problem, Known>()

const known = (problem: Problem): Known => {
  const before = made.get(problem)
  if (before) return before
  const asks = new Map<string, Fact[]>()
  for (const fact of problem.facts)
    for (const phrase of fact.asks) asks.set(phrase, [...(asks.get(phrase) ?? []), fact])
  const fresh = { book: phrasebook(asks.keys()), asks, alike: resembling(problem.facts) }
  made.set(problem, fresh)
  return fresh
}

/** The fact with the most words of its phrases in the text; of equals the one that the problem tells first. */
const best = (
  text: readonly Word[],
  book: Phrasebook,
  asks: ReadonlyMap<string, Fact[]>,
): Fact | undefined => {
  const score = new Map<Fact, number>()
  for (const [phrase] of book.find(text)) {
    const weight = phrase.split(/[\s+]+/).length
    for (const fact of asks.get(phrase) ?? []) score.set(fact, (score.get(fact) ?? 0) + weight ** 2)
  }
  let found: Fact | undefined
  for (const [fact, points] of score)
    if (found === undefined || points > (score.get(found) ?? 0)) found = fact
  return found
}
