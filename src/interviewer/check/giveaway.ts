/** A question does not hold its own answer. */
import type { Criterion } from '../../flow/flow.ts'
import { type Phrasebook, phrasebook } from '../../flow/phrase.ts'
import type { Problem } from '../../flow/problem.ts'
import { type Word, words } from '../../flow/words.ts'
import { type Check, repeatable } from './draft.ts'
import { givesAway, telling, tellingOf } from './telling.ts'

/** So many ideas of one criterion are its answer; one alone is often just a word of the trade. */
const IDEAS = 2

/** No answer to a criterion of this stage, unless the candidate has given it or the question may name it. */
export const giveaway: Check = (draft, talk) => {
  const { say, criterion, named, move } = draft
  const may = named || move === 'press' ? criterion : null
  const spoken = words(say)
  const said = telling(say)
  const open = repeatable(talk, draft.facts)
  const known = tellingOf(open)
  const given = talk.stage.criteria.find((one) => {
    if (one.id === may || one.measured !== undefined) return false
    const ideas = ideasIn(one, spoken)
    if (ideas.length >= IDEAS) {
      const before = open.flatMap((text) => ideasIn(one, words(text)))
      if (ideas.filter((idea) => !before.includes(idea)).length >= IDEAS) return true
    }
    return answersTo(one, talk.problem).some((answer) => givesAway(answer, { known, said }))
  })
  return given && `it names what ${given.id} looks for, so that the answer is given away; ask openly`
}

/** What a candidate could have said, and the question that names it. */
const answersTo = ({ id, press, exemplar }: Criterion, { mustReach, exemplars }: Problem): string[] => [
  press,
  exemplar,
  ...(exemplars[id] === undefined ? [] : [exemplars[id]]),
  ...mustReach.filter(({ criterion }) => criterion === id).map(({ says }) => says),
]

const made = new WeakMap<Criterion, readonly Phrasebook[]>()

/** The numbers of the ideas that a text shows. */
const ideasIn = (criterion: Criterion, text: readonly Word[]): number[] => {
  const books = made.get(criterion) ?? (criterion.signals?.ideas ?? []).map((idea) => phrasebook(idea))
  made.set(criterion, books)
  return books.flatMap((book, n) => (book.find(text).size > 0 ? [n] : []))
}
