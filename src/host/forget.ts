/** Removing all that is stored under a name of a person, or one interview. */
import type { Problem } from '../flow/problem.ts'
import { picturesOf } from './attachment.ts'
import { forgetContests } from './contests.ts'
import { forgetAbout, leaveInterview } from './places.ts'
import { forgetSession } from './practice/kept.ts'
import type { InterviewRecord, Learner, TalkRecord } from './record.ts'
import { keys, recordOf } from './record.ts'
import { forgetShelved } from './shelf.ts'
import { forgetAccounts, forgetCalls } from './spending.ts'
import { update } from './update.ts'
import type { World } from './world.ts'

type Stores = Pick<World, 'memory' | 'mailbox'>

/**
 * Removes what is stored under one name of a person: interviews, transcripts, own scenarios, records and waiting messages,
 * and what is noted at the place that is theirs alone; answers how many interviews went. What leads to the rest goes last, and so do messages of the
 * person, which may be the wish itself: a run that was cut short is repeated. `at` is where the wish was said, and is answered.
 */
export const forgetPerson = async (stores: Stores, person: string, at?: string): Promise<number> => {
  const { memory, mailbox } = stores
  const interviews = await Array.fromAsync(recordsOf(stores, person))
  for (const record of interviews) {
    await dropMessages(stores, record)
    await forgetInterview(stores, record)
  }
  await leavePeers(stores, person)
  await forgetAbout(memory, person)
  await forgetAccounts(stores, person)
  await forgetShelved(memory, person, at)
  await memory.forget(keys.requests(person))
  await memory.forget(keys.learner(person))
  await mailbox.drop(keys.visit(person))
  return interviews.length
}

/** Removes the messages that wait for an interview; what is in hand is finished, and not tried again. */
export const dropMessages = async (
  { mailbox }: Pick<World, 'mailbox'>,
  { id, interview }: InterviewRecord,
): Promise<void> => {
  const effects = Array.from({ length: interview.snapshot.context.effects }, (_, n) => `${id}.${n + 1}`)
  const waiting = [keys.interview(id), ...effects.map(keys.work)]
  await Promise.all(waiting.map((key) => mailbox.drop(key)))
}

/** Removes one interview with all that belongs to it but its messages; what leads to it goes last. */
export const forgetInterview = async (
  stores: Pick<World, 'memory'>,
  record: InterviewRecord,
): Promise<void> => {
  const { memory } = stores
  const { id, problem } = record
  const pictures: string[] = []
  for await (const { key } of picturesOf(stores, id)) pictures.push(key)
  const own = (await memory.load<Problem>(keys.problem(problem)))?.value.family === 'own'
  const gone = [keys.transcript(id), ...pictures, ...(own ? [keys.problem(problem)] : [])]
  await Promise.all(gone.map((key) => memory.forget(key)))
  await forgetContests(memory, id)
  await forgetCalls(memory, id)
  await forgetPlace(stores, record)
  await forgetSession(memory, record.person, id)
  if (record.peer?.interviewer) await forgetTaken(stores, record.peer.interviewer, id)
  await memory.forget(keys.interview(id))
  // One that was being noted meanwhile found the record still there.
  await forgetContests(memory, id)
}

/** Forgets that an interview was held at a place; what else the place is about stays. */
export const forgetPlace = async (
  { memory }: Pick<World, 'memory'>,
  { id, place }: InterviewRecord,
): Promise<void> => {
  await leaveInterview(memory, place, id)
  const talk = await memory.load<TalkRecord>(keys.talk(place))
  if (talk?.value.interview === id) await memory.forget(keys.talk(place))
}

/** Takes an interview out of a person's history. */
export const forgetTaken = async (
  { memory }: Pick<World, 'memory'>,
  person: string,
  id: string,
): Promise<void> => {
  await update<Learner | undefined>(
    memory,
    keys.learner(person),
    (learner) => learner && { ...learner, interviews: learner.interviews.filter((one) => one.id !== id) },
  )
}

/** What a person wrote as an interviewer is the candidate's; that it was theirs is forgotten, and who asked whom. */
const leavePeers = async ({ memory }: Stores, person: string): Promise<void> => {
  const learner = (await memory.load<Learner>(keys.learner(person)))?.value
  for (const { id, role } of learner?.interviews ?? [])
    if (role === 'interviewer')
      await update<InterviewRecord | undefined>(memory, keys.interview(id), (record) =>
        record?.peer?.interviewer === person ? { ...record, peer: { interviewer: null } } : record,
      )
  for await (const { key, value } of memory.each<{ asker: string; asked: string }>(keys.invitation('')))
    if (value.asker === person || value.asked === person) await memory.forget(key)
}

/** The interviews of a person. */
export async function* recordsOf(
  { memory }: Pick<World, 'memory'>,
  person: string,
): AsyncGenerator<InterviewRecord> {
  const learner = await memory.load<Learner>(keys.learner(person))
  for (const { id } of learner?.value.interviews ?? []) {
    const record = (await recordOf(memory, id))?.value
    if (record?.person === person) yield record
  }
}
