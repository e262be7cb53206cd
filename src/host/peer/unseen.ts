/** Which problem two people are to talk about when they name none. */
import type { Memory } from '../../memory/memory.ts'
import { type Bank, outlineOf } from '../library.ts'
import { keys, type Learner } from '../record.ts'
import { Unmet } from '../wish.ts'

/** A problem that neither has met, or else the one that both have not met for longest. */
export const unseenProblem = async (
  memory: Memory,
  bank: Bank,
  people: readonly string[],
): Promise<string> => {
  const learners = await Promise.all(people.map((person) => memory.load<Learner>(keys.learner(person))))
  const met = learners.flatMap((learner) => learner?.value.interviews ?? [])
  const last = ({ id, title }: { id: string; title: string }): number =>
    Math.max(
      0,
      ...met.filter((one) => one.problem === id || one.title.includes(title)).map(({ created }) => created),
    )
  const [first] = outlineOf(bank).problems.toSorted((one, other) => last(one) - last(other))
  if (!first) throw new Unmet(({ wish }) => wish.noneAtAll)
  return first.id
}
