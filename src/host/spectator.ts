/** Others where an interview is held: only the candidate's words count, and both are told so once. */
import type { Message } from '../mailbox/mailbox.ts'
import type { Card } from '../platform/card.ts'
import type { Heard } from '../platform/platform.ts'
import { answer } from './answer.ts'
import type { Letter } from './letter.ts'
import type { InterviewRecord } from './record.ts'
import { keys, recordOf } from './record.ts'
import { isOver } from './reporting.ts'
import { isOutside } from './resolve.ts'
import { platformAt, voiceAt } from './voice.ts'
import type { Working } from './world.ts'

/** Takes what somebody else said at an interview's place. */
export const spectate = async (
  world: Working,
  record: InterviewRecord,
  heard: Heard,
  message: Message,
): Promise<void> => {
  if (isOutside(heard)) return answer(world, heard, message)
  if (heard.type === 'command' || heard.type === 'press' || heard.type === 'form') {
    const { prefix } = platformAt(world, heard.place)
    const text = `This is somebody else's interview. Type \`${prefix}start\` for one of your own.`
    await voiceAt(world, heard.place)(aside(text, heard.person), `${message.id} refused`)
    return
  }
  if (isOver(record)) return
  const { person, place } = heard
  const letter: Letter = { type: 'spectator', interview: record.id, person, place }
  await world.mailbox.post(letter, { key: keys.visit(person), id: `${record.id} watched by ${person}` })
}

/** Tells somebody who wrote at an interview's place that they are a spectator, and the candidate that there is one. */
export const introduce = async (
  world: Working,
  { interview, person, place }: Extract<Letter, { type: 'spectator' }>,
  { id }: Message,
): Promise<void> => {
  const record = (await recordOf(world.memory, interview))?.value
  if (!record || record.person === person) return
  const say = voiceAt(world, place)
  await say(aside(SPECTATOR, person), `${id} spectator`)
  await say(aside(WATCHED, record.person), `${id} watched`)
}

const SPECTATOR =
  'An interview is held in this thread, and you are a spectator: you are welcome to read along, and what you write here does not count as an answer.'
const WATCHED =
  'Somebody else is reading along and has written in this thread. Only your own words count as answers.'

const aside = (text: string, person: string): Card => ({ tone: 'notice', text, only: person })
