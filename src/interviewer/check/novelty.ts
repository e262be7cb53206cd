/** Nothing is said twice in one interview. */
import { sentences } from '../../flow/words.ts'
import { repeats } from '../wording.ts'
import type { Check } from './draft.ts'
import { shared, telling } from './telling.ts'

/** Questions that share so much of their words, of so many at least, ask the same. */
const ALIKE = 0.8
const FEW = 4

/** No sentence that was spoken before, and no question that only turns one around. */
export const novelty: Check = ({ say }, { spoken }) => {
  if (repeats(say, spoken)) return 'a sentence of it was said before; say it in other words or leave it out'
  const before = spoken.flatMap(asked)
  const again = asked(say).some((question) => before.some((one) => alike(question, one)))
  return again ? 'it asks what was asked before; ask something else' : undefined
}

const asked = (text: string): ReadonlySet<string>[] =>
  sentences(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter((sentence) => /[?？؟]/.test(sentence))
    .map(telling)

const alike = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  Math.min(a.size, b.size) >= FEW && shared(a, b) >= ALIKE && shared(b, a) >= ALIKE
