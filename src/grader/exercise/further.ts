/** What an answer counts for beside the criterion that the situation is about. */
import { type Phrasebook, phrasebook } from '../../flow/phrase.ts'
import type { Mark, Verdict } from '../../interview/verdict.ts'
import type { Exercise } from '../../numbers/exercise/exercise.ts'
import { rulesFor } from './heard.ts'
import { type Further, phrasesOf } from './rules.ts'
import type { Said } from './said.ts'
import { stanceOf } from './stance.ts'

/** The verdicts on further criteria of the situation, where at least something was heard. */
export const furtherIn = (
  exercise: Exercise,
  said: readonly Said[],
  { mark, figures, quote }: { mark: Mark; figures: number; quote: string },
): Verdict[] => {
  const listened = rulesFor(exercise).further.flatMap((further) => {
    const full = saying(further, 'full', said)
    const half = full ?? saying(further, 'half', said)
    return half === undefined ? [] : [verdict(further.criterion, full && mark === 2 ? 2 : 1, half)]
  })
  const compared = exercise.criteria.includes('BV1') && figures > 0
  const fitted = exercise.kind === 'learning-curve' && /bias|varian|fit/i.test(quote)
  return [
    ...listened,
    ...(compared ? [verdict('BV1', figures >= 2 && mark === 2 ? 2 : 1, quote)] : []),
    ...(fitted ? [verdict('BV2', 1, quote)] : []),
  ]
}

const verdict = (criterion: string, mark: Mark, quote: string): Verdict => ({
  criterion,
  verdict: mark,
  quote,
})

const books = new Map<string, Phrasebook>()

const saying = (further: Further, part: 'half' | 'full', said: readonly Said[]): string | undefined => {
  const list = further[part]
  const book = books.get(list) ?? phrasebook(phrasesOf(list))
  books.set(list, book)
  return said.find((one) =>
    [...book.find(one.words)].some(([phrase, spans]) =>
      spans.some((span) => stanceOf(one, span, phrase) !== 'denied'),
    ),
  )?.text
}
