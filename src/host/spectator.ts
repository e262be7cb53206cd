/** Others where an interview is held: only the candidate's words count, and both are told so once. */
import { isOver } from '../interview/phase.ts'
import type { Message } from '../mailbox/mailbox.ts'
import type { Card } from '../platform/card.ts'
import { misheard } from '../platform/misheard.ts'
import type { Heard } from '../platform/platform.ts'
import { nothingRuns } from './answer.ts'
import { tell } from './aside.ts'
import { saidIn, wordsFor, wordsOf } from './language.ts'
import { handOn, type Letter } from './letter.ts'
import type { InterviewRecord } from './record.ts'
import { keys, recordOf } from './record.ts'
import { isOutside } from './resolve.ts'
import { typed } from './typed.ts'
import { prefixAt } from './voice.ts'
import type { Working } from './world.ts'

/** Takes what somebody else said at an interview's place. */
export const spectate = async (
  world: Working,
  record: InterviewRecord,
  said: Heard,
  message: Message,
): Promise<void> => {
  const { heard, wrong, signed } = typed(said, true)
  if (isOutside(heard)) return handOn(world, heard, keys.visit(heard.person), message)
  const prefix = prefixAt(world, heard.place)
  const words = await wordsFor(world, heard)
  const say = (text: string, why: string) => {
    const card = saidIn<Card>({ tone: 'notice', text }, words)
    return tell(world, heard, card, `${message.id} ${why}`, message.attempt > 1)
  }
  if (wrong && signed) return say(misheard(wrong, prefix, words), 'misheard')
  if (heard.type === 'command' || heard.type === 'press' || heard.type === 'form')
    return say(words.answers.notYours({ start: `${prefix}start` }), 'refused')
  if (!isOver(record)) return announce(world, record, heard)
  if (heard.type === 'message' && heard.manner === 'direct')
    await say(nothingRuns(prefix, words).text, 'answer')
}

/** The spectator is told once, and the candidate once that there are such. */
const announce = async (world: Working, { id, person }: InterviewRecord, heard: Heard): Promise<void> => {
  const told = [
    { person: heard.person, as: `${id} watched by ${heard.person}` },
    { person, as: `${id} watched` },
  ]
  for (const one of told) {
    const letter: Letter = { type: 'spectator', interview: id, person: one.person, place: heard.place }
    await world.mailbox.post(letter, { key: keys.visit(one.person), id: one.as })
  }
}

/** Tells somebody who wrote at an interview's place that they are a spectator, or the candidate that there is one. */
export const introduce = async (
  world: Working,
  { interview, person, place }: Extract<Letter, { type: 'spectator' }>,
  { id, attempt }: Message,
): Promise<void> => {
  const record = (await recordOf(world.memory, interview))?.value
  if (!record) return
  const isOwn = record.person === person
  const words = isOwn ? wordsOf(record) : await wordsFor(world, { person })
  const { watched, spectator } = words.answers
  const card = saidIn<Card>({ tone: 'notice', text: isOwn ? watched : spectator }, words)
  await tell(world, { person, place }, card, `${id} told`, attempt > 1)
}
