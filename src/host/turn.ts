/**
 * One message of an interview, from the mailbox to the last word said because of it.
 *
 * Thoughts before words: what only computes is done at once and stepped on, in memory; then the record is saved with
 * its outbox and the tail of its transcript, in one write; only then is anything shown or sent. A crash before the save
 * leaves no trace and the message comes again; a crash after it repeats what the outbox holds, and never the step. The
 * outbox names the message it came from: once the mailbox has forgotten that message, it is done. The tail joins the list
 * of entries before the next step's takes its place. A process that was overtaken finds another revision, and has added
 * nothing to the list that the record did not hold.
 */
import type { Flow } from '../flow/flow.ts'
import type { Event } from '../interview/events.ts'
import { interviewsOf } from '../interview/interview.ts'
import { planOf } from '../interview/plan.ts'
import type { Entry } from '../interview/transcript.ts'
import type { Message } from '../mailbox/mailbox.ts'
import type { Kept } from '../memory/memory.ts'
import { eventOf } from './hearing.ts'
import type { Letter } from './letter.ts'
import { perform } from './perform.ts'
import type { InterviewRecord, Outward } from './record.ts'
import { keys } from './record.ts'
import { isLocal, think } from './think.ts'
import type { Working } from './world.ts'

/** Takes a message of an interview. */
export const turn = async (world: Working, kept: Kept<InterviewRecord>, message: Message): Promise<void> => {
  const record = kept.value
  if (record.outbox.of === message.id) return perform(world, record)
  const flow = await world.library.flow(record.flow)
  const event = eventIn(message.body as Letter, planOf(flow), world.clock.now())
  if (event === undefined) return
  const stepped = await stepThrough(world, record, flow, event)
  if (stepped.interview === record.interview) return
  const next: InterviewRecord = {
    ...record,
    interview: stepped.interview,
    outbox: { of: message.id, effects: stepped.outward },
    tail: { from: record.interview.snapshot.context.entries, entries: stepped.kept },
  }
  const { from, entries } = record.tail
  if (entries.length > 0) await world.memory.append(keys.transcript(record.id), from, entries)
  await world.memory.save(keys.interview(record.id), next, kept.revision)
  await perform(world, next)
}

const eventIn = (letter: Letter, plan: ReturnType<typeof planOf>, now: number): Event | undefined => {
  if (letter.type === 'heard') return eventOf(letter.heard, plan)
  if (letter.type !== 'event') return undefined
  return letter.event.type === 'elapsed'
    ? { ...letter.event, at: Math.max(now, letter.event.at) }
    : letter.event
}

/** Steps the event and every result of thinking that it leads to, until only outward effects are left. */
const stepThrough = async (world: Working, record: InterviewRecord, flow: Flow, first: Event) => {
  const problem = await world.library.problem(record.problem)
  const { step } = interviewsOf(flow)
  let { interview } = record
  let earlier: readonly Entry[] | undefined
  const kept: Entry[] = []
  const outward: Outward[] = []
  const events = [first]
  for (let event = events.shift(); event !== undefined; event = events.shift()) {
    const [next, effects] = step(interview, event)
    interview = next
    for (const effect of effects) {
      if (effect.type === 'keep') kept.push(effect.entry)
      else if ((effect.type === 'ask' || effect.type === 'judge') && isLocal(world, effect)) {
        earlier ??= await world.logs.of(record)
        const { context } = interview.snapshot
        events.push(await think(world, effect, { flow, problem, context, log: [...earlier, ...kept] }))
      } else outward.push(effect)
    }
  }
  return { interview, kept, outward }
}
