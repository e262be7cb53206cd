/** Questions as they were meant: spelling mended, and words of one meaning made the same. */
import type { Fact } from '../flow/problem.ts'
import { speller } from '../flow/spelling.ts'
import { concepts } from '../flow/synonyms.ts'
import { type Word, words } from '../flow/words.ts'
import { EVERYDAY_WORDS } from './everyday.ts'
import { SAME_WORDS } from './same-words.ts'
import { TRADE_WORDS } from './technical.ts'
import { phrasesOf } from './topics.ts'

export type Reading = (text: readonly Word[]) => readonly Word[]

/** Reads a question to these facts. */
export const reading = (facts: readonly Fact[]): Reading => {
  const texts = facts.flatMap(({ says, asks, topic }) => [says, ...asks, ...phrasesOf(topic)])
  const wanted = new Set(texts.flatMap((text) => words(text).map((word) => word.text)))
  const mend = speller(wanted, [...TRADE_WORDS, ...EVERYDAY_WORDS])
  const same = concepts(SAME_WORDS)
  return (text) => same(mend(text))
}
