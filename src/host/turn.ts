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
import { answer } from './answer.ts'
import { type Meant, meaningOf } from './intake.ts'
import type { Letter } from './letter.ts'
import { noteTalk, perform } from './perform.ts'
import type { InterviewRecord, Outward } from './record.ts'
import { keys } from './record.ts'
import { isOver } from './reporting.ts'
import { spectate } from './spectator.ts'
import { isLocal, think } from './think.ts'
import { voiceAt } from './voice.ts'
import { stopShowing } from './work.ts'
import type { Working } from './world.ts'

/** Takes a message of an interview. */
export const turn = async (world: Working, kept: Kept<InterviewRecord>, message: Message): Promise<void> => {
  const record = kept.value
  const letter = message.body as Letter
  if (record.outbox.of === message.id) return finish(world, record, letter, true)
  if (letter.type === 'heard' && letter.heard.person !== record.person)
    return spectate(world, record, letter.heard, message)
  const flow = await world.library.flow(record.flow)
  const meant = await meaningIn(world, record, letter, flow)
  if (meant === undefined) return
  if ('asked' in meant) return answer(world, meant.asked, message)
  if ('tell' in meant) {
    await voiceAt(world, record.place)({ ...meant.tell, only: record.person }, `${message.id} told`)
    return
  }
  const stepped = await stepThrough(world, record, flow, meant.event)
  if (stepped.interview === record.interview) return
  const next: InterviewRecord = {
    ...record,
    heard: letter.type === 'heard' ? Math.max(record.heard, letter.heard.at) : record.heard,
    interview: stepped.interview,
    outbox: { of: message.id, effects: stepped.outward },
    tail: { from: record.interview.snapshot.context.entries, entries: stepped.kept },
  }
  const { from, entries } = record.tail
  if (entries.length > 0) await world.memory.append(keys.transcript(record.id), from, entries)
  await world.memory.save(keys.interview(record.id), next, kept.revision)
  if (isOver(record) && !isOver(next)) await noteTalk(world, next)
  await finish(world, next, letter, false)
}

/** Performs what the step asked for; an answer that was thought of and is not said any more stops being shown. */
const finish = async (world: Working, record: InterviewRecord, letter: Letter, again: boolean) => {
  await perform(world, record, again)
  const event = letter.type === 'event' ? letter.event : undefined
  if (event?.type === 'replied' || event?.type === 'failed') await stopShowing(world, record.id, event.job)
}

const meaningIn = async (
  world: Working,
  record: InterviewRecord,
  letter: Letter,
  flow: Flow,
): Promise<Meant> => {
  if (letter.type === 'heard') return meaningOf(world, record, planOf(flow), letter.heard)
  if (letter.type !== 'event') return undefined
  const { event } = letter
  return {
    event: event.type === 'elapsed' ? { ...event, at: Math.max(world.clock.now(), event.at) } : event,
  }
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
