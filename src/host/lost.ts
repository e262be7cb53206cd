/** What is done when an interview cannot be heard at its place any more. */
import { PlatformFault } from '../platform/platform.ts'
import type { Letter } from './letter.ts'
import type { InterviewRecord } from './record.ts'
import { keys } from './record.ts'
import { voiceAt } from './voice.ts'
import type { World } from './world.ts'

/** The place, or our leave to speak there, is gone for good. */
export const isLost = (error: unknown): error is PlatformFault =>
  error instanceof PlatformFault && error.kind === 'gone'

/** Pauses the interview, so that its clock does not run for nobody, and tells its person elsewhere if that can be. */
export const lose = async (
  world: World,
  record: InterviewRecord,
  effect: string,
  fault: PlatformFault,
): Promise<void> => {
  const { id, person, place, interview } = record
  world.log('warn', 'an interview cannot be heard at its place', { interview: id, reason: fault.message })
  if (typeof interview.snapshot.value !== 'object') return
  const pause: Letter = {
    type: 'event',
    event: { type: 'pause', at: world.clock.now(), id: `${effect}.lost` },
  }
  await world.mailbox.post(pause, { key: keys.interview(id), id: `${effect}.lost` })
  if (person === place) return
  try {
    const text = `I cannot go on with your interview where it was held: ${fault.message} It is paused.`
    await voiceAt(world, person)({ tone: 'notice', text, only: person }, `${effect}.lost`)
  } catch (error) {
    if (!isLost(error)) throw error
    world.log('warn', 'nor can its person be told', { interview: id, reason: error.message })
  }
}
