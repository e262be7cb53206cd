/** Facts that the candidate asked for, and questions for which no fact is held. */
import { FUNCTION_WORDS } from '../flow/function-words.ts'
import { type Phrasebook, phrasebook } from '../flow/phrase.ts'
import type { Fact, Problem } from '../flow/problem.ts'
import { type Word, words } from '../flow/words.ts'
import type { Question } from './questions.ts'
import { type Resembling, resembling } from './resemblance.ts'
import type { Naming } from './terse.ts'

export type Asked = { facts: Fact[]; unknown: string[] }

/**
 * The facts that the questions ask for, in the order of the questions, each once; the best fact for each part. What
 * was told before is told again only to somebody who waits for an answer.
 */
export const askedFor = (problem: Problem, asked: readonly Question[], told: readonly string[]): Asked => {
  const all = asked.map((question) => {
    const { facts, unknown } = answer(question, known(problem))
    return { facts: facts.filter(({ id }) => question.wants || !told.includes(id)), unknown }
  })
  return {
    facts: [...new Set(all.flatMap(({ facts }) => facts))],
    unknown: all.flatMap(({ unknown }) => unknown),
  }
}

/** How words name a fact of this problem, if they do. */
export const naming = (problem: Problem): Naming => {
  const { book, asks, exact } = known(problem)
  return (text) => (best(text, book, asks) ? 'phrase' : exact(text) && 'words')
}

const answer = ({ text, clauses, words: all, wants, checks }: Question, known: Known): Asked => {
  if (checks !== undefined) return { facts: [], unknown: [] }
  const { book, asks, alike, exact } = known
  const named = clauses.map((clause) => best(clause.words, book, asks) ?? exact(clause.words))
  const list = !named.includes(undefined)
  const parts = clauses.map((clause, i) => ({
    clause,
    fact: list
      ? named[i]
      : (best(clause.words, book, asks) ?? (wants && clause.wants ? alike(clause.words) : undefined)),
  }))
  const facts = parts.map(({ fact }) => fact).filter((fact) => fact !== undefined)
  if (facts.length > 0) {
    const open = parts.filter(
      ({ clause, fact }) => fact === undefined && clause.wants && clause.words.length > 2,
    )
    return { facts, unknown: wants ? open.map(({ clause }) => clause.text) : [] }
  }
  const whole = best(all, book, asks) ?? (wants ? alike(all) : undefined)
  return whole ? { facts: [whole], unknown: [] } : { facts, unknown: wants && all.length > 1 ? [text] : [] }
}

type Known = {
  book: Phrasebook
  asks: Map<string, Fact[]>
  alike: Resembling
  /** The fact asked for with these very words, the small ones aside. */
  exact(text: readonly Word[]): Fact | undefined
}

const made = new WeakMap<Problem, Known>()

const known = (problem: Problem): Known => {
  const before = made.get(problem)
  if (before) return before
  const asks = new Map<string, Fact[]>()
  for (const fact of problem.facts)
    for (const phrase of fact.asks) asks.set(phrase, [...(asks.get(phrase) ?? []), fact])
  const short = new Map<string, Fact>()
  for (const [phrase, [fact]] of asks) {
    const telling = stems(words(phrase).filter((word) => !FUNCTION_WORDS.has(word.text)))
    if (fact && telling !== '' && !short.has(telling)) short.set(telling, fact)
  }
  const exact: Known['exact'] = (text) =>
    text.length <= SHORT ? short.get(stems(text.filter((word) => !ARTICLES.has(word.text)))) : undefined
  const fresh = { book: phrasebook(asks.keys()), asks, alike: resembling(problem.facts), exact }
  made.set(problem, fresh)
  return fresh
}

const SHORT = 3
const ARTICLES = new Set(['a', 'an', 'the', 'our', 'your'])
const stems = (text: readonly Word[]): string => text.map((word) => word.stem).join(' ')

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
