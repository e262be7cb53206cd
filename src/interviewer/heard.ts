/** Where a text speaks of what a criterion looks for. */
import type { Criterion } from '../flow/flow.ts'
import { type Phrasebook, phrasebook, type Span } from '../flow/phrase.ts'
import { remembered } from '../flow/remembered.ts'
import { type Word, words } from '../flow/words.ts'

const made = new WeakMap<Criterion, Phrasebook>()

/** The places in a text that show an idea of the criterion, the longest first. */
export const placesOf = (criterion: Criterion, text: readonly Word[]): Span[] => {
  const book = made.get(criterion) ?? phrasebook(criterion.signals?.ideas.flat() ?? [])
  made.set(criterion, book)
  return [...book.find(text).values()].flat().sort((a, b) => length(b) - length(a) || a.from - b.from)
}

const length = ({ from, to }: Span): number => to - from

const READ = 4_000
const books = new WeakMap<Criterion, (text: string) => boolean>()

/** Whether one message speaks of a criterion in words of two of its ideas, so that it is not asked as if nothing was said. */
export const touches = (text: string, criterion: Criterion): boolean => {
  const ideas = criterion.signals?.ideas ?? []
  if (ideas.length < 2) return false
  const before = books.get(criterion)
  if (before) return before(text)
  const all = ideas.map((phrases) => phrasebook(phrases))
  const fresh = remembered((said) => {
    const seen = words(said.slice(0, READ))
    const spans = all.flatMap((book) => [...book.find(seen).values()].flat().slice(0, 1))
    return spans.some((one) => spans.some((other) => other.from >= one.to))
  })
  books.set(criterion, fresh)
  return fresh(text)
}
