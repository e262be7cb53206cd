/** What is held about a problem, ready to be asked for; made once for each problem. */
import { FUNCTION_WORDS } from '../flow/function-words.ts'
import type { Fact, Problem } from '../flow/problem.ts'
import { type Word, words } from '../flow/words.ts'
import { type Finder, type Found, finder } from './finder.ts'

/** The facts of a problem, found by words. */
export type Known = {
  find: Finder
  /** The fact asked for with these very words, the small ones aside. */
  exact(text: readonly Word[]): Fact | undefined
}

const made = new WeakMap<Problem, Known>()

/** The facts of this problem, made once. */
export const known = (problem: Problem): Known => {
  const before = made.get(problem)
  if (before) return before
  const short = new Map<string, Fact>()
  for (const fact of problem.facts)
    for (const phrase of fact.asks) {
      const telling = stems(words(phrase).filter((word) => !FUNCTION_WORDS.has(word.text)))
      if (telling !== '' && !short.has(telling)) short.set(telling, fact)
    }
  const exact: Known['exact'] = (text) =>
    text.length <= SHORT ? short.get(stems(text.filter((word) => !ARTICLES.has(word.text)))) : undefined
  const fresh = { find: once(finder(problem.facts)), exact }
  made.set(problem, fresh)
  return fresh
}

/** Looks only once for what the same words ask. */
const once = (find: Finder): Finder => {
  const kept = new WeakMap<readonly Word[], Found[]>()
  return (text) => {
    const found = kept.get(text) ?? find(text)
    kept.set(text, found)
    return found
  }
}

const SHORT = 3
const ARTICLES = new Set(['a', 'an', 'the', 'our', 'your'])
const stems = (text: readonly Word[]): string => text.map((word) => word.stem).join(' ')
