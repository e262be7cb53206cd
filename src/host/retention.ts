/** How long finished interviews are kept, where a team has set it. */

import { isOver } from '../interview/phase.ts'
import { dropMessages, forgetInterview, forgetTaken } from './forget.ts'
import type { Letter } from './letter.ts'
import type { InterviewRecord, Learner } from './record.ts'
import { keys, recordOf } from './record.ts'
import { rulesAt } from './team.ts'
import type { World } from './world.ts'

/** In milliseconds. */
export const DAY = 24 * 3_600_000

type Stores = Pick<World, 'memory' | 'mailbox' | 'clock'>

/** Sees to it that the interview goes when its time is over; nothing where the team keeps them. */
export const keepFor = async (world: Stores, record: InterviewRecord): Promise<void> => {
  const until = await lastDay(world, record)
  if (until === null) return
  // A time that has passed may have come and gone while the team kept everything, and its id is known since then.
  const at = Math.max(until, world.clock.now())
  const letter: Letter = { type: 'expire', interview: record.id }
  await world.mailbox.post(letter, { key: keys.interview(record.id), id: `${record.id}.expires.${at}`, at })
}

/** Removes an interview whose time is over; one whose team has given it more time meanwhile stays. */
export const expire = async (world: Stores, id: string): Promise<void> => {
  const record = (await recordOf(world.memory, id))?.value
  if (!record || !isOver(record)) return
  const until = await lastDay(world, record)
  if (until === null) return
  if (until > world.clock.now()) return keepFor(world, record)
  await forgetTaken(world, record.person, record.id)
  await forgetInterview(world, record)
  await dropMessages(world, record)
}

const lastDay = async (world: Stores, record: InterviewRecord): Promise<number | null> => {
  const { retention } = await rulesAt(world.memory, record.place)
  return retention === null ? null : (await endOf(world, record)) + retention * DAY
}

/** When an interview was over: what its person asks for afterwards keeps nothing longer. */
export const endOf = async (
  { memory }: Pick<World, 'memory'>,
  { id, person, interview }: InterviewRecord,
): Promise<number> => {
  const taken = (await memory.load<Learner>(keys.learner(person)))?.value.interviews
  return taken?.find((one) => one.id === id)?.ended ?? interview.snapshot.context.last
}
