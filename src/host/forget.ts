/** Removing all that is stored about a person, or one interview. */
import type { Problem } from '../flow/problem.ts'
import { picturesOf } from './attachment.ts'
import type { InterviewRecord, Learner } from './record.ts'
import { keys, recordOf } from './record.ts'
import type { World } from './world.ts'

type Stores = Pick<World, 'memory' | 'mailbox'>

/**
 * Removes a person's interviews, transcripts, own scenarios, records and waiting messages, and what is noted at the place
 * that is theirs alone; answers how many interviews went. What leads to the rest goes last, and so do messages of the
 * person, which may be the wish itself: a run that was cut short is repeated.
 */
export const forgetPerson = async (stores: Stores, person: string, place: string): Promise<number> => {
  const { memory, mailbox } = stores
  const interviews = await Array.fromAsync(recordsOf(stores, person))
  for (const record of interviews) {
    await dropMessages(stores, record)
    await forgetInterview(stores, record)
  }
  await memory.forget(keys.place(place))
  await memory.forget(keys.learner(person))
  await mailbox.drop(keys.visit(person))
  return interviews.length
}

/** Removes the messages that wait for an interview; what is in hand is finished, and not tried again. */
export const dropMessages = async (
  { mailbox }: Pick<World, 'mailbox'>,
  { id, place, interview }: InterviewRecord,
): Promise<void> => {
  const effects = Array.from({ length: interview.snapshot.context.effects }, (_, n) => `${id}.${n + 1}`)
  const waiting = [keys.interview(id), keys.place(place), ...effects.map(keys.work)]
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
  await forgetPlace(stores, record)
  await memory.forget(keys.interview(id))
}

/** A place may be about a later interview by now. */
const forgetPlace = async (
  { memory }: Pick<World, 'memory'>,
  { id, place }: InterviewRecord,
): Promise<void> => {
  for (const key of [keys.place(place), keys.talk(place)]) {
    const kept = await memory.load<{ interview: string | null }>(key)
    if (kept?.value.interview === id) await memory.forget(key)
  }
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
