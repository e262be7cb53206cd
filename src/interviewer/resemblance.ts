/** Facts that a question means although it uses none of their phrases: by its topic, or by its telling words. */
import { FUNCTION_WORDS } from '../flow/function-words.ts'
import type { Fact } from '../flow/problem.ts'
import { type Word, words } from '../flow/words.ts'
import { topicsOf } from './topics.ts'

export type Resembling = (question: readonly Word[]) => Fact | undefined

/** More than this share of the question's weight has to be found in one fact. */
const SHARE = 0.55
/** Words of questions that say nothing about what is asked. */
const EMPTY = new Set(
  'know tell like want understand clarify ask please assume guess question happen happens get go going look come use used using kind sort type give thing right available exist currently typically usually'.split(
    ' ',
  ),
)

/** Compares questions with the words of these facts; a word that few facts have tells more. */
export const resembling = (facts: readonly Fact[]): Resembling => {
  const bags = facts.map(
    ({ topic, asks, says }) => new Set(content(words([topic, ...asks, says].join(' '))).map((w) => w.stem)),
  )
  const weight = (stem: string): number =>
    Math.log((facts.length + 1) / (1 + bags.filter((bag) => bag.has(stem)).length))
  return (question) => {
    const topics = topicsOf(question)
    const [known] = topics.flatMap((topic) => facts.find((fact) => fact.topic === topic) ?? [])
    if (known) return known
    const stems = [...new Set(content(question).map((word) => word.stem))]
    const whole = stems.reduce((sum, stem) => sum + weight(stem), 0)
    let best: Fact | undefined
    let most = SHARE * whole
    facts.forEach((fact, n) => {
      const shared = stems.reduce((sum, stem) => (bags[n]?.has(stem) ? sum + weight(stem) : sum), 0)
      if (shared > most) {
        most = shared
        best = fact
      }
    })
    return best
  }
}

const content = (text: readonly Word[]): Word[] =>
  text.filter((word) => !word.number && !FUNCTION_WORDS.has(word.text) && !EMPTY.has(word.text))
