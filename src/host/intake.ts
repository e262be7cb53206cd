/** What somebody said, as what it means to their interview: an event, something to answer outside of it, or nothing. */
import type { Event } from '../interview/events.ts'
import type { Plan } from '../interview/plan.ts'
import type { Card } from '../platform/card.ts'
import { findCommand } from '../platform/commands.ts'
import { parseCommand } from '../platform/parse.ts'
import type { Heard } from '../platform/platform.ts'
import { ratedFields } from '../platform/rate.ts'
import { attach } from './attachment.ts'
import { eventOf, ratingsOf } from './hearing.ts'
import { ratingForm } from './present.ts'
import type { InterviewRecord } from './record.ts'
import { isOver } from './reporting.ts'
import { isOutside } from './resolve.ts'
import { sceneOf } from './scene.ts'
import type { Working } from './world.ts'

export type Meant = { event: Event } | { asked: Heard } | { tell: Card } | undefined

export const meaningOf = async (
  world: Working,
  record: InterviewRecord,
  plan: Plan,
  said: Heard,
): Promise<Meant> => {
  const over = isOver(record)
  if (over && 'manner' in said && said.manner === 'overheard') return undefined
  const heard = asCommand(said, over)
  if (isOutside(heard)) return { asked: heard }
  if (heard.type === 'file') return attach(world, record, heard)
  if (isRating(heard)) return rated(world, record, heard)
  const event = eventOf(heard, plan)
  return event && { event }
}

/**
 * Words said to the bot itself that are a command. While the talk goes on, a word that might be an answer is one: only
 * a command's own name alone, or what begins with the sign of a command, is taken for it.
 */
export const asCommand = (heard: Heard, freely: boolean): Heard => {
  if (heard.type !== 'message' || heard.manner !== 'direct') return heard
  const parsed = parseCommand(heard.text)
  if (!('args' in parsed)) return heard
  const plain = heard.text.trim().toLowerCase()
  if (!freely && !/^\/|^mlsd\s/.test(plain) && !isName(plain)) return heard
  const { person, place, id, at } = heard
  return { person, place, id, at, type: 'command', ...parsed }
}

/** "time" alone is a fair answer to many a question. */
const isName = (word: string): boolean =>
  word === 'status' || (word !== 'time' && findCommand(word)?.name === word)

type Rating = Extract<Heard, { type: 'command' }>

const isRating = (heard: Heard): heard is Rating => heard.type === 'command' && heard.command === 'rate'

/** Marks given as a row of numbers, in the order in which the form has the stages. */
const rated = async (world: Working, record: InterviewRecord, { args, id, at }: Rating): Promise<Meant> => {
  const fields = ratedFields(ratingForm(await sceneOf(world, record)), args.ratings ?? '')
  if ('fault' in fields) return { tell: { tone: 'answer', text: `${fields.fault} ${fields.mend}` } }
  return { event: { type: 'rated', at, id, ratings: ratingsOf(fields.fields) } }
}
