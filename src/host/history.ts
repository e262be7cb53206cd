/** A person's interviews so far, and their reports. */

import { isOver } from '../interview/phase.ts'
import type { Memory } from '../memory/memory.ts'
import type { Card } from '../platform/card.ts'
import type { Heard } from '../platform/platform.ts'
import type { Words } from '../words/words.ts'
import { picturesFor } from './attached.ts'
import { takeUp } from './contest.ts'
import { USUAL } from './format.ts'
import { selvesOf } from './identity/selves.ts'
import { practiceOf } from './practice/kept.ts'
import { progressPicture, progressText } from './practice/progress.ts'
import type { Learner, Taken } from './record.ts'
import { keys, ownOf } from './record.ts'
import { reportCard } from './reporting.ts'
import { platformAt, prefixAt } from './voice.ts'
import { asTyped } from './words.ts'
import type { Speaking } from './world.ts'

/** So many interviews are listed where people talk, the newest; whoever had more is told where all of them are. */
const LISTED = 50

/** The interviews of a person; so many of the newest for a place that shows few, with where the others are. */
export const history = async (
  { memory, words, library }: Pick<Speaking, 'memory' | 'words' | 'library'>,
  person: string,
  few?: { most: number; prefix: string },
): Promise<Card> => {
  const [interviews, practice] = await Promise.all([takenBy(memory, person), practiceOf(memory, person)])
  const count = few ? Math.max(0, interviews.length - few.most) : 0
  const card = historyCard(interviews.slice(count), words)
  if (few && count > 0) card.text += `\n\n${asTyped(words.home.earlier({ count }), few.prefix)}`
  const { flows } = library.bank
  const progress = progressText(practice, flows.get(USUAL), words)
  return progress === '' ? card : { ...card, text: `${card.text}\n\n${progress}` }
}

/** What a person has done under all their names, oldest first. */
export const takenBy = async (memory: Memory, person: string): Promise<Taken[]> => {
  const selves = await selvesOf(memory, person)
  const learners = await Promise.all(selves.map((one) => memory.load<Learner>(keys.learner(one))))
  return learners
    .flatMap((kept) => kept?.value.interviews ?? [])
    .toSorted((one, other) => one.created - other.created)
}

/** The same where people talk, with how their scores went as a picture. */
export const historyAt = async (world: Speaking, { person, place }: Heard): Promise<Card> => {
  const card = await history(world, person, { most: LISTED, prefix: prefixAt(world, place) })
  const picture = progressPicture(await practiceOf(world.memory, person))
  const attachments = await picturesFor(world, picture ? [{ name: 'scores', picture }] : [], {
    of: 'history',
    files: platformAt(world, place).limits.files === true,
    language: world.words.language,
  })
  return attachments.length === 0 ? card : { ...card, attachments }
}

/** Interviews with their outcomes, newest last. */
export const historyCard = (interviews: Learner['interviews'], words: Words): Card => ({
  tone: 'answer',
  title: words.home.interviews,
  text: interviews.map((one) => historyLine(one, words)).join('\n') || words.home.none,
})

/** One of them, as an item of a list. */
export const historyLine = (
  { id, title, created, outcome }: Learner['interviews'][number],
  { home }: Words,
): string =>
  `- ${new Date(created).toISOString().slice(0, 10)} \`${id}\` ${title}: ${outcome ?? home.unfinished}`

/** A report of one's own; of anybody else's interview nothing is said, not even that it exists. */
export const report = async (world: Speaking, person: string, id: string, prefix: string): Promise<Card> => {
  const record = await ownOf(world.memory, person, id)
  if (!record) return noSuch(id, prefix, world.words)
  if (!isOver(record)) return answerOf(world.words.home.reportLater, prefix)
  await takeUp(world, record, keys.interview(record.id))
  return reportCard(world, record)
}

/** What is said of an interview that is not one's own, or that there is none of. */
export const noSuch = (id: string, prefix: string, { home }: Words): Card =>
  answerOf(id ? home.noInterview({ id: id.slice(0, 40) }) : home.noReport, prefix)

const answerOf = (text: string, prefix: string): Card => ({ tone: 'answer', text: asTyped(text, prefix) })
