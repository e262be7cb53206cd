/** What is done when an interview cannot be heard at its place any more. */
import { phaseOf } from '../interview/phase.ts'
import type { Card } from '../platform/card.ts'
import type { PlatformFault } from '../platform/platform.ts'
import { tell } from './aside.ts'
import { wordsOf } from './language.ts'
import type { Letter } from './letter.ts'
import type { InterviewRecord } from './record.ts'
import { keys } from './record.ts'
import type { World } from './world.ts'

/** Pauses the interview, so that its clock does not run for nobody, and goes on in direct messages where it can. */
export const lose = async (
  world: World,
  record: InterviewRecord,
  { id, card }: { id: string; card: Card },
  fault: PlatformFault,
): Promise<void> => {
  const { person, place, interview } = record
  const phase = phaseOf(interview)
  world.log('warn', 'an interview cannot be heard at its place', {
    interview: record.id,
    reason: fault.message,
  })
  const directly = { person, place: person }
  if (phase !== 'talk') {
    if (phase !== 'paused' && person !== place) await tell(world, directly, card, id, true)
    return
  }
  // Once for all that was to be said at a time.
  const lost = `${record.outbox.of} lost`
  const pause: Letter = { type: 'event', event: { type: 'pause', at: world.clock.now(), id: lost } }
  await world.mailbox.post(pause, { key: keys.interview(record.id), id: lost })
  const interviewer = record.peer?.interviewer
  const { answers } = wordsOf(record)
  if (interviewer)
    await tell(
      world,
      { person: interviewer, place: interviewer },
      { tone: 'notice', text: answers.lostForAsker },
      `${lost} peer`,
      true,
    )
  if (person === place) return
  const text = answers.lost({ reason: fault.message })
  await tell(world, directly, { tone: 'notice', text }, lost, true)
}
