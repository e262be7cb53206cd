/** Taking away the places of finished interviews, where their channel wants it so; the interviews stay. */
import { isOver } from '../interview/phase.ts'
import { PlatformFault } from '../platform/platform.ts'
import { channelRulesAt } from './channel.ts'
import { forgetPlace } from './forget.ts'
import type { Letter } from './letter.ts'
import type { InterviewRecord } from './record.ts'
import { keys, recordOf } from './record.ts'
import { DAY, endOf } from './retention.ts'
import { platformAt } from './voice.ts'
import type { World } from './world.ts'

type Stores = Pick<World, 'memory' | 'mailbox' | 'clock'>

/** Sees to it that the place of an interview goes when its time is over; nothing where it may stay. */
export const tidyLater = async (world: Stores, record: InterviewRecord): Promise<void> => {
  const until = await lastDay(world, record)
  if (until === null) return
  const at = Math.max(until, world.clock.now())
  const letter: Letter = { type: 'tidy', interview: record.id }
  await world.mailbox.post(letter, { key: keys.interview(record.id), id: `${record.id}.tidy.${at}`, at })
}

/** Takes the place away, if its time is over by what its channel says now. */
export const tidy = async (world: World, id: string): Promise<void> => {
  const kept = await recordOf(world.memory, id)
  if (!kept || !isOver(kept.value)) return
  const until = await lastDay(world, kept.value)
  if (until === null) return
  if (until > world.clock.now()) return tidyLater(world, kept.value)
  const { own: _, ...record } = kept.value
  await removed(world, record)
  await forgetPlace(world, record)
  await world.memory.save(keys.interview(id), record, kept.revision)
}

/** Of what is not there any more, or not ours to remove, nothing is left to do. */
const removed = async (world: World, { id, place }: InterviewRecord): Promise<void> => {
  try {
    await platformAt(world, place).remove(place)
  } catch (error) {
    if (!(error instanceof PlatformFault) || error.kind === 'busy' || error.kind === 'unreachable')
      throw error
    world.log('warn', 'the place of an interview was not taken away', {
      interview: id,
      reason: error.message,
    })
  }
}

/** Counted from the end of the interview; never for a place that was there before it. */
const lastDay = async (world: Stores, record: InterviewRecord): Promise<number | null> => {
  if (!record.own) return null
  const { cleanup } = await channelRulesAt(world.memory, record.place)
  return cleanup === null ? null : (await endOf(world, record)) + cleanup * DAY
}
