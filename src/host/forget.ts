/** Removing all that is stored about a person. */
import type { Problem } from '../flow/problem.ts'
import type { InterviewRecord } from './record.ts'
import { keys } from './record.ts'
import type { World } from './world.ts'

type Stores = Pick<World, 'memory' | 'mailbox'>

/**
 * Removes a person's interviews, transcripts, own scenarios, records and waiting messages; answers how many interviews
 * went. What leads to the rest goes last, so that a run that was cut short can be repeated.
 */
export const forgetPerson = async (stores: Stores, person: string, place: string): Promise<number> => {
  const { memory, mailbox } = stores
  const interviews = await Array.fromAsync(recordsOf(stores, person))
  const places = new Set([place, ...interviews.map((record) => record.place)])
  await Promise.all([...places].map((one) => mailbox.drop(keys.place(one))))
  for (const record of interviews) await forgetWords(stores, record)
  await forgetScenarios(stores, person, interviews)
  await Promise.all([...places].map((one) => memory.forget(keys.place(one))))
  await Promise.all(interviews.map(({ id }) => memory.forget(keys.interview(id))))
  await memory.forget(keys.learner(person))
  return interviews.length
}

/** The interviews of a person, found in the records themselves. */
export async function* recordsOf(
  { memory }: Pick<World, 'memory'>,
  person: string,
): AsyncGenerator<InterviewRecord> {
  for await (const { value } of memory.each<InterviewRecord>(keys.interview(''))) {
    if (value.person === person) yield value
  }
}

const forgetWords = async (
  { memory, mailbox }: Stores,
  { id, interview }: InterviewRecord,
): Promise<void> => {
  const effects = Array.from({ length: interview.snapshot.context.effects }, (_, n) => `${id}.${n + 1}`)
  await Promise.all([keys.interview(id), ...effects.map(keys.work)].map((key) => mailbox.drop(key)))
  await memory.forget(keys.transcript(id))
}

/** A scenario is the person's own words; it goes unless somebody else's interview is held to the very same. */
const forgetScenarios = async (
  { memory }: Stores,
  person: string,
  interviews: readonly InterviewRecord[],
) => {
  const scenarios = new Set<string>()
  for (const hash of new Set(interviews.map(({ problem }) => problem))) {
    const kept = await memory.load<Problem>(keys.problem(hash))
    if (kept?.value.family === 'own') scenarios.add(hash)
  }
  if (scenarios.size === 0) return
  for await (const { value } of memory.each<InterviewRecord>(keys.interview(''))) {
    if (value.person !== person) scenarios.delete(value.problem)
  }
  await Promise.all([...scenarios].map((hash) => memory.forget(keys.problem(hash))))
}
