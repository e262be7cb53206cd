/** Removing all that is stored about a person, or one interview. */
import type { Problem } from '../flow/problem.ts'
import type { InterviewRecord, Learner } from './record.ts'
import { keys, recordOf, transcriptOf } from './record.ts'
import type { World } from './world.ts'

type Stores = Pick<World, 'memory' | 'mailbox'>

/**
 * Removes a person's interviews, transcripts, own scenarios, records and waiting messages; answers how many interviews
 * went. What leads to the rest goes last, so that a run that was cut short can be repeated.
 */
export const forgetPerson = async (stores: Stores, person: string, place: string): Promise<number> => {
  const { memory, mailbox } = stores
  const interviews = await Array.fromAsync(recordsOf(stores, person))
  await mailbox.drop(keys.visit(person))
  for (const record of interviews) await forgetInterview(stores, record)
  await memory.forget(keys.place(place))
  await memory.forget(keys.learner(person))
  return interviews.length
}

/** Removes one interview with all that belongs to it; what leads to it goes last. */
export const forgetInterview = async (stores: Stores, record: InterviewRecord): Promise<void> => {
  const { memory, mailbox } = stores
  const { id, place, problem, interview } = record
  const effects = Array.from({ length: interview.snapshot.context.effects }, (_, n) => `${id}.${n + 1}`)
  const waiting = [keys.interview(id), keys.place(place), ...effects.map(keys.work)]
  await Promise.all(waiting.map((key) => mailbox.drop(key)))
  const pictures = (await transcriptOf(memory, record)).flatMap(({ picture }) => picture ?? [])
  const own = (await memory.load<Problem>(keys.problem(problem)))?.value.family === 'own'
  const gone = [keys.transcript(id), ...pictures, ...(own ? [keys.problem(problem)] : [])]
  await Promise.all(gone.map((key) => memory.forget(key)))
  await forgetPlace(stores, record)
  await memory.forget(keys.interview(id))
}

/** A place may be about a later interview by now. */
const forgetPlace = async ({ memory }: Stores, { id, place }: InterviewRecord): Promise<void> => {
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
