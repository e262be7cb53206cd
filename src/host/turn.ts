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
import { isOver } from '../interview/phase.ts'
import { planOf } from '../interview/plan.ts'
import type { Entry } from '../interview/transcript.ts'
import type { Message } from '../mailbox/mailbox.ts'
import type { Kept } from '../memory/memory.ts'
import type { Card } from '../platform/card.ts'
import type { Heard } from '../platform/platform.ts'
import { tell } from './aside.ts'
import { reconsidering } from './contest.ts'
import { wantedIn } from './errands.ts'
import { belongs, part } from './following.ts'
import { type Meant, meaningOf } from './intake.ts'
import { saidIn, wordsOf } from './language.ts'
import { handOn, type Letter } from './letter.ts'
import { isInterviewer, meantByPeer } from './peer/hear.ts'
import { perform } from './perform.ts'
import type { InterviewRecord, Outward } from './record.ts'
import { keys } from './record.ts'
import { spectate } from './spectator.ts'
import { isLocal, isThought, think } from './think.ts'
import { awaitedIn } from './thoughts.ts'
import { noteUnderWay } from './under-way.ts'
import type { Working } from './world.ts'

/** Takes a message of an interview. */
export const turn = async (world: Working, kept: Kept<InterviewRecord>, message: Message): Promise<void> => {
  const record = kept.value
  const letter = message.body as Letter
  belongs(world, record.place)
  if (record.outbox.of === message.id) return finish(world, record, message, true)
  if (letter.type === 'heard' && isOnlooker(record, letter.heard))
    return spectate(world, record, letter.heard, message)
  const flow = await world.library.flow(record.flow)
  const meant = await meaningIn(world, record, letter, flow)
  if (meant === undefined) return
  if ('asked' in meant) return handOn(world, meant.asked, keys.visit(meant.asked.person), message)
  if ('tell' in meant) {
    const where = letter.type === 'heard' ? letter.heard : record
    const card = saidIn(meant.tell, wordsOf(record))
    return tell(world, where, card, `${message.id} told`, message.attempt > 1)
  }
  const stepped = await part(world, 'think', () => stepThrough(world, record, flow, meant.event))
  if (stepped.interview === record.interview) return
  const next: InterviewRecord = {
    ...record,
    heard: letter.type === 'heard' ? lastOf(record, letter.heard) : record.heard,
    interview: stepped.interview,
    outbox: { of: message.id, effects: stepped.outward },
    tail: { from: record.interview.snapshot.context.entries, entries: stepped.kept },
  }
  await part(world, 'save', () => save(world, kept, next))
  await finish(world, next, message, false)
}

const save = async (
  world: Working,
  { value: record, revision }: Kept<InterviewRecord>,
  next: InterviewRecord,
): Promise<void> => {
  const { from, entries } = record.tail
  if (entries.length > 0) await world.memory.append(keys.transcript(record.id), from, entries)
  // Before the record says so: a process that dies in between does it again.
  if (isOver(record) && !isOver(next)) await noteUnderWay(world, next)
  await world.memory.save(keys.interview(record.id), next, revision)
}

/**
 * Performs what the step asked for; an answer that is not waited for any more is taken back, and stops being shown if it is
 * not said.
 */
const finish = async (world: Working, record: InterviewRecord, message: Message, again: boolean) => {
  const said = record.outbox.effects.flatMap((effect) =>
    effect.type === 'say' && 'job' in effect.line ? [effect.line.job] : [],
  )
  world.errands.keep(record.id, wantedIn(record))
  await world.thoughts.keep(record.id, [...awaitedIn(record), ...said])
  await part(world, 'perform', () => perform(world, record, again))
  const letter = message.body as Letter
  if (letter.type === 'heard' && letter.heard.person === record.person && isElsewhere(letter.heard, record))
    await tell(world, letter.heard, pointer(record), `${message.id} elsewhere`, message.attempt > 1)
}

/** Neither who answers nor who asks. */
const isOnlooker = (record: InterviewRecord, heard: Heard): boolean =>
  heard.person !== record.person && !isInterviewer(record, heard)

/** All direct messages of a person are in one place, by whatever name. */
const isElsewhere = ({ place, alone }: Heard, record: InterviewRecord): boolean =>
  place !== record.place && !(alone && record.audience === 'you')

/** For somebody who asked for something elsewhere than the interview is held, which is where it shows. */
const pointer = (record: InterviewRecord): Card => {
  const { answers } = wordsOf(record)
  const link = record.board?.link
  const text = link === undefined ? answers.passedOn : answers.passedOnTo({ link })
  return saidIn<Card>({ tone: 'notice', text }, wordsOf(record))
}

/** The time of the last words at its place, from which on it would be read back. */
const lastOf = (record: InterviewRecord, { type, place, at }: Heard): number => {
  const isWords = type === 'message' || type === 'file'
  return isWords && place === record.place ? Math.max(record.heard, at) : record.heard
}

const meaningIn = async (
  world: Working,
  record: InterviewRecord,
  letter: Letter,
  flow: Flow,
): Promise<Meant> => {
  if (letter.type === 'heard') {
    const meaning = isInterviewer(record, letter.heard) ? meantByPeer : meaningOf
    return meaning(world, record, planOf(flow), letter.heard)
  }
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
  const { person } = record
  let { interview } = record
  let earlier: readonly Entry[] | undefined
  const kept: Entry[] = []
  const outward: Outward[] = []
  const events = [first]
  for (let event = events.shift(); event !== undefined; event = events.shift()) {
    const [next, effects] = step(interview, event)
    interview = next
    if (event === first && interview !== record.interview) events.push(...reconsidering(world, record, first))
    for (const effect of effects) {
      if (effect.type === 'keep') kept.push(effect.entry)
      else if (isThought(effect) && isLocal(world, effect)) {
        earlier ??= await world.logs.of(record)
        const { context } = interview.snapshot
        events.push(
          await think(world, effect, { flow, problem, context, log: [...earlier, ...kept], person }),
        )
      } else outward.push(effect)
    }
  }
  return { interview, kept, outward }
}
