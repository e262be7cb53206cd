/** Time while nobody could have spoken. */
import type { Letter } from '../host/letter.ts'
import { type InterviewRecord, keys, transcriptOf } from '../host/record.ts'
import type { World } from '../host/world.ts'
import { phaseOf } from '../interview/phase.ts'

/**
 * Pauses an interview whose process ended without a pause, as of the last thing that happened in it: its clock stands
 * still while its terminal is gone. Call it before the mailbox delivers, so that the pause goes ahead of all reminders
 * that fell due since; only a message that was in hand comes before it.
 */
export const standStill = async (
  { memory, mailbox, clock }: Pick<World, 'memory' | 'mailbox' | 'clock'>,
  record: InterviewRecord,
): Promise<void> => {
  const { person, place, id, interview } = record
  if (phaseOf(interview) !== 'talk') return
  const { context } = interview.snapshot
  const last = (await transcriptOf(memory, record, Math.max(0, context.entries - 1))).at(-1)
  const at = Math.max(context.last, last?.at ?? 0)
  const heard = {
    type: 'command' as const,
    command: 'pause',
    args: {},
    person,
    place,
    id: `${id} left at ${at}`,
    at,
  }
  const letter: Letter = { type: 'heard', heard }
  await mailbox.post(letter, { key: keys.interview(id), id: heard.id, at: Math.min(at, clock.now()) })
}
