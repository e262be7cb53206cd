/** A person's interviews so far, and their reports. */
import type { Card } from '../platform/card.ts'
import { takeUp } from './contest.ts'
import type { Learner } from './record.ts'
import { keys, ownOf } from './record.ts'
import { isOver, reportCard } from './reporting.ts'
import { asTyped } from './words.ts'
import type { World } from './world.ts'

/** The interviews of a person. */
export const history = async ({ memory }: Pick<World, 'memory'>, person: string): Promise<Card> =>
  historyCard((await memory.load<Learner>(keys.learner(person)))?.value.interviews ?? [])

/** Interviews with their outcomes, newest last. */
export const historyCard = (interviews: Learner['interviews']): Card => ({
  tone: 'answer',
  title: 'Your interviews',
  text: interviews.map(historyLine).join('\n') || 'None yet.',
})

/** One of them, as an item of a list. */
export const historyLine = ({ id, title, created, outcome }: Learner['interviews'][number]): string =>
  `- ${new Date(created).toISOString().slice(0, 10)} \`${id}\` ${title}: ${outcome ?? 'not finished'}`

/** A report of one's own; of anybody else's interview nothing is said, not even that it exists. */
export const report = async (world: World, person: string, id: string, prefix: string): Promise<Card> => {
  const record = await ownOf(world.memory, person, id)
  if (!record) return noSuch(id, prefix)
  if (!isOver(record)) return answerOf('That interview is not finished; its report comes at the end.', prefix)
  await takeUp(world, record, keys.interview(record.id))
  return reportCard(world, record)
}

/** What is said of an interview that is not one's own, or that there is none of. */
export const noSuch = (id: string, prefix: string): Card =>
  answerOf(id ? `You have no interview "${id.slice(0, 40)}". /history lists yours.` : NONE, prefix)

const NONE = 'There is no report here yet. Type /start to begin an interview, or /history for those you had.'

const answerOf = (text: string, prefix: string): Card => ({ tone: 'answer', text: asTyped(text, prefix) })
