/** Time while nobody could have spoken. */

import type { Letter } from '../host/letter.ts'
import { perform } from '../host/perform.ts'
import { type InterviewRecord, keys, transcriptOf } from '../host/record.ts'
import type { World } from '../host/world.ts'

/**
 * Pauses an interview whose process ended without a pause, as of the last thing that happened in it: the clock stands
 * still while its terminal is gone. Call it before the mailbox delivers.
 *
 * The pause goes ahead of a message that was in hand, and with it that message's outbox; so what is in the outbox is
 * done first, save for words, as resuming says where the talk was.
 */
export const standStill = async (world: World, record: InterviewRecord): Promise<void> => {
  const { context, value } = record.interview.snapshot
  const isTalking = typeof value === 'object'
  if (!isTalking) return
  const effects = record.outbox.effects.filter(({ type }) => type !== 'say')
  await perform(world, { ...record, outbox: { ...record.outbox, effects } })
  const last = (await transcriptOf(world.memory, record.id, Math.max(0, context.entries - 1))).at(-1)
  const at = Math.max(context.last, last?.at ?? 0)
  const { person, place, id } = record
  const letter: Letter = {
    type: 'heard',
    heard: { type: 'command', command: 'pause', args: {}, person, place, id: `${id} left at ${at}`, at },
  }
  await world.mailbox.post(letter, { key: keys.interview(id), id: `${id} left at ${at}`, at })
}
