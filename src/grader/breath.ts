/**
 * Where a phrase is broken off: its words stand together, but somebody else's clause begins between them.
 *
 * What speaks for a candidate is told by words alone, so that no mark moves a verdict. An accusation asks for more: it
 * has to stand within one sentence and one clause of it, as far as marks tell.
 */
import { type Place, partsOf, type Span } from '../flow/phrase.ts'
import { words } from '../flow/words.ts'
import type { Said } from './said.ts'
import { wordSet } from './word-set.ts'

/** What begins a clause of its own, whatever marks were set before it. */
const OPENERS = wordSet(
  'i we they he she because since but if when while although though which unless whereas then',
)

/** Whether a clause begins between the words of a phrase where it was found. */
export const interrupted = (said: readonly Said[], at: Place, phrase: string): boolean => {
  const own = new Set(words(phrase).map(({ stem }) => stem))
  const opens = (i: number): boolean => OPENERS.has(said[i]?.text ?? '') && !own.has(said[i]?.stem ?? '')
  return partsOf(at).some((part) => inner(part).some(opens))
}

const ENDS = /[.!?…]["'’”)\]*_`]*\s/
const PAUSES = /[,;:]["'’”)\]*_`]*\s|\s[-–—]+\s/

/** Whether a sentence, or a clause of it, ends between the words of a phrase where it was found. */
export const broken = (said: readonly Said[], at: Place): boolean =>
  partsOf(at).some((part) => {
    const gaps = inner(part).map((i) => between(said, i))
    // One comma parts two clauses, several set off the members of a list, which a phrase may be.
    return gaps.some((gap) => ENDS.test(gap)) || gaps.filter((gap) => PAUSES.test(gap)).length === 1
  })

/** What stands in a message between a word and the one before it. */
const between = (said: readonly Said[], i: number): string => {
  const [last, word] = [said[i - 1], said[i]]
  return last && word && last.answer === word.answer ? word.answer.text.slice(last.end, word.start) : ''
}

/** All places of words but the first. */
const inner = ({ from, to }: Span): number[] => Array.from({ length: to - from - 1 }, (_, k) => from + 1 + k)
