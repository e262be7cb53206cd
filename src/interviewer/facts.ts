/** Facts that the candidate asked for, and questions for which no fact is held. */
import { type Phrasebook, phrasebook } from '../flow/phrase.ts'
import type { Fact, Problem } from '../flow/problem.ts'
import type { Word } from '../flow/words.ts'
import type { Question } from './questions.ts'

export type Asked = { facts: Fact[]; unknown: string[] }

/** The facts that the questions ask for, in the order of the questions, each once; the best fact for each part. */
export const askedFor = (problem: Problem, asked: readonly Question[]): Asked => {
  const { book, asks } = known(problem)
  const facts: Fact[] = []
  const unknown: string[] = []
  for (const question of asked) {
    const parts = question.clauses
      .map((clause) => best(clause, book, asks))
      .filter((fact) => fact !== undefined)
    const whole = best(question.words, book, asks)
    const found = parts.length > 0 ? parts : whole === undefined ? [] : [whole]
    if (found.length === 0 && question.wants) unknown.push(question.text)
    for (const fact of found) if (!facts.includes(fact)) facts.push(fact)
  }
  return { facts, unknown }
}

type Known = { book: Phrasebook; asks: Map<string, Fact[]> }

const made = new WeakMap<Problem, Known>()

const known = (problem: Problem): Known => {
  const before = made.get(problem)
  if (before) return before
  const asks = new Map<string, Fact[]>()
  for (const fact of problem.facts)
    for (const phrase of fact.asks) asks.set(phrase, [...(asks.get(phrase) ?? []), fact])
  const fresh = { book: phrasebook(asks.keys()), asks }
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
