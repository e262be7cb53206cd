/** Where a text speaks of what a criterion looks for. */
import type { Criterion } from '../flow/flow.ts'
import { type Phrasebook, phrasebook, type Span } from '../flow/phrase.ts'
import type { Word } from '../flow/words.ts'

const made = new WeakMap<Criterion, Phrasebook>()

/** The places in a text that show an idea of the criterion, the longest first. */
export const placesOf = (criterion: Criterion, text: readonly Word[]): Span[] => {
  const book = made.get(criterion) ?? phrasebook(criterion.signals?.ideas.flat() ?? [])
  made.set(criterion, book)
  return [...book.find(text).values()].flat().sort((a, b) => length(b) - length(a) || a.from - b.from)
}

const length = ({ from, to }: Span): number => to - from
