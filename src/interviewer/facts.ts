/** Facts that the candidate asked for, and questions for which no fact is held. */
import type { Fact, Problem } from '../flow/problem.ts'
import type { Clause } from './clauses.ts'
import { type Known, known } from './known.ts'
import { holds, meant } from './meaning.ts'
import { parts } from './parts.ts'
import type { Question } from './questions.ts'
import type { Naming } from './terse.ts'

export type Asked = { facts: Fact[]; unknown: string[] }

/**
 * The facts that the questions ask for, in the order of the questions, each once; the best fact for each part. What
 * was told before is told again only to somebody who waits for an answer, or for a yes.
 */
export const askedFor = (problem: Problem, asked: readonly Question[], told: readonly string[]): Asked => {
  const all = asked.map((question) => {
    const { facts, unknown } = answer(question, known(problem))
    const fragment = facts.length === 0 && !question.clauses.some(({ wants, back }) => wants && !back)
    const again = question.wants || question.confirms
    return { facts: facts.filter(({ id }) => again || !told.includes(id)), unknown, fragment }
  })
  const some = all.some(({ facts }) => facts.length > 0)
  return {
    facts: [...new Set(all.flatMap(({ facts }) => facts))],
    unknown: all.flatMap(({ unknown, fragment }) => (some && fragment ? [] : unknown)),
  }
}

/** How words name a fact of this problem, if they do. */
export const naming = (problem: Problem): Naming => {
  const { find, exact } = known(problem)
  return (text) => {
    const [first] = find(text)
    return first && (first.owned || holds(first, false)) ? 'phrase' : exact(text) && 'words'
  }
}

const answer = (question: Question, known: Known): Asked => {
  const { text, wants, checks } = question
  if (checks !== undefined && question.clauses.length === 0) return { facts: [], unknown: [] }
  const facts: Fact[] = []
  const unknown: string[] = []
  const guess = question.confirms === true
  const sought = (part: Pick<Clause, 'words' | 'back'>): Fact | undefined =>
    meant(part, wants, known) ?? (guess ? guessed(part, known) : undefined)
  const parted = parts(question, known)
  for (const part of parted) {
    const fact = sought(part)
    if (fact === undefined && part.back && facts.length > 0) continue
    if (fact) facts.push(fact)
    else if (wants && part.wants && part.words.length > 2 && !part.back) unknown.push(part.text)
  }
  if (facts.length > 0) return { facts, unknown }
  const whole = sought({ words: question.words, back: parted.every(({ back }) => back) })
  const open = wants && question.words.length > 1
  const around =
    whole ?? (wants && question.around && meant({ words: question.around, back: true }, wants, known))
  return around ? { facts: [around], unknown: [] } : { facts, unknown: open ? [text] : [] }
}

/** The fact that a guess is about, where it has words of that fact's own. */
const guessed = (part: Pick<Clause, 'words' | 'back'>, known: Known): Fact | undefined => {
  const fact = meant(part, true, known)
  const [first] = known.find(part.words)
  return first?.owned && first.fact === fact ? fact : undefined
}
