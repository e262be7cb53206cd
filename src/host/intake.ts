/** What somebody said, as what it means to their interview: an event, something to answer outside of it, or nothing. */
import type { Event } from '../interview/events.ts'
import { isOver, phaseOf } from '../interview/phase.ts'
import type { Plan } from '../interview/plan.ts'
import type { Card } from '../platform/card.ts'
import { misheard } from '../platform/misheard.ts'
import type { Heard } from '../platform/platform.ts'
import { ratedFields } from '../platform/rate.ts'
import { agreedTo } from './agreed.ts'
import { attach } from './attachment.ts'
import { contestIn, isContesting } from './contest.ts'
import { eventOf, ratingsOf } from './hearing.ts'
import { wordsOf } from './language.ts'
import { ratingForm } from './present.ts'
import type { InterviewRecord } from './record.ts'
import { isOutside } from './resolve.ts'
import { sceneOf } from './scene.ts'
import { expectFile, waitFor } from './tools/requests.ts'
import { type Typed, typed } from './typed.ts'
import { prefixAt } from './voice.ts'
import type { Working } from './world.ts'

export type Meant = { event: Event } | { asked: Heard } | { tell: Card } | undefined

export const meaningOf = async (
  world: Working,
  record: InterviewRecord,
  plan: Plan,
  said: Heard,
): Promise<Meant> => {
  const over = isOver(record)
  const read = typed(said, over)
  const { heard, wrong } = read
  if (over && isChatter(heard) && !read.signed) return undefined
  if (wrong && isSlip(read, over))
    return { tell: { tone: 'answer', text: misheard(wrong, prefixAt(world, heard.place), wordsOf(record)) } }
  if (isOutside(heard)) {
    await expectFile(world, heard)
    return { asked: heard }
  }
  if (heard.type === 'file' && (await waitFor(world, heard))) return { asked: heard }
  if (heard.type === 'file') return attach(world, record, heard)
  const agreed = heard.type === 'message' && phaseOf(record.interview) === 'paused' && agreedTo(heard.text)
  if (agreed) return { event: { type: agreed, at: heard.at, id: heard.id } }
  if (isRating(heard)) return rated(world, record, heard)
  if (isContesting(heard)) return contestIn(plan, heard, wordsOf(record))
  const event = eventOf(heard, plan)
  return event && { event }
}

/** Once it is over, people may talk on where it was held, and put right what they said. */
const isChatter = (heard: Heard): boolean =>
  heard.type === 'edit' || heard.type === 'withdrawal' || ('manner' in heard && heard.manner === 'overheard')

/** Whether a command was meant; while the talk goes on, only its sign tells it from an answer. */
const isSlip = ({ heard, wrong, signed }: Typed, over: boolean): boolean => {
  if (!wrong) return false
  if ('fault' in wrong) return signed === true || over
  return wrong.nearest !== undefined && (signed === true || isCall(heard))
}

/** A single word to the bot among others, such as `@mlsd hnit`. */
const isCall = (heard: Heard): boolean =>
  heard.type === 'message' &&
  heard.manner === 'direct' &&
  heard.alone !== true &&
  /^\S+$/.test(heard.text.trim())

type Rating = Extract<Heard, { type: 'command' }>

const isRating = (heard: Heard): heard is Rating => heard.type === 'command' && heard.command === 'rate'

/** Marks given as a row of numbers, in the order in which the form has the stages. */
const rated = async (
  world: Working,
  record: InterviewRecord,
  { args, id, at, place }: Rating,
): Promise<Meant> => {
  const fields = ratedFields(ratingForm(await sceneOf(world, record)), args.ratings ?? '')
  if ('fault' in fields) {
    const wrong = { command: 'rate', ...fields }
    return { tell: { tone: 'answer', text: misheard(wrong, prefixAt(world, place), wordsOf(record)) } }
  }
  return { event: { type: 'rated', at, id, ratings: ratingsOf(fields.fields) } }
}
