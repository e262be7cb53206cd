/**
 * What a place is about: the interview that was held there last, and the daily question that was put there last. Either
 * comes and goes without the other, and both are in one document, which is changed here and nowhere else.
 */
import type { Memory } from '../memory/memory.ts'
import { type InterviewRecord, recordOf } from './record.ts'
import { update } from './update.ts'

type About = { interview: string | null; prompt?: string }

const NOTHING: About = { interview: null }
const keyOf = (place: string): string => `place:${place}`

/** The interview that was held at a place last, finished or not, and the daily question that was put there last. */
export const aboutAt = async (memory: Memory, place: string): Promise<Readonly<About>> =>
  (await memory.load<About>(keyOf(place)))?.value ?? NOTHING

/** The record of the interview that was held at a place last, finished or not. */
export const heldAt = async (memory: Memory, place: string): Promise<InterviewRecord | undefined> => {
  const { interview } = await aboutAt(memory, place)
  return interview === null ? undefined : (await recordOf(memory, interview))?.value
}

/** From now on the place is about this interview; its daily question stays. */
export const holdInterview = (memory: Memory, place: string, interview: string): Promise<unknown> =>
  update<About>(memory, keyOf(place), (at = NOTHING) =>
    at.interview === interview ? at : { ...at, interview },
  )

/** From now on the place is about this daily question; its interview stays. */
export const putPrompt = (memory: Memory, place: string, prompt: string): Promise<unknown> =>
  update<About>(memory, keyOf(place), (at = NOTHING) => (at.prompt === prompt ? at : { ...at, prompt }))

/** The place is not about this interview any more; it may be about a later one by now. */
export const leaveInterview = (memory: Memory, place: string, interview: string): Promise<void> =>
  leave(memory, place, (at) => (at.interview === interview ? { ...at, interview: null } : at))

/** The place is not about this daily question any more; it may be about a later one by now. */
export const leavePrompt = (memory: Memory, place: string, prompt: string): Promise<void> =>
  leave(memory, place, (at) => (at.prompt === prompt ? { interview: at.interview } : at))

/** The place is about nothing any more. */
export const forgetAbout = (memory: Memory, place: string): Promise<void> => memory.forget(keyOf(place))

const leave = async (memory: Memory, place: string, without: (at: About) => About): Promise<void> => {
  const left = await update<About | undefined>(memory, keyOf(place), (at) => at && without(at))
  if (left?.interview === null && left.prompt === undefined) await memory.forget(keyOf(place))
}
