/** How long finished interviews are kept, where a team has set it. */

import { tenantOf } from '../platform/platform.ts'
import { dropMessages, forgetInterview } from './forget.ts'
import type { Letter } from './letter.ts'
import type { InterviewRecord, Learner } from './record.ts'
import { keys, recordOf } from './record.ts'
import { isOver } from './reporting.ts'
import { rulesAt } from './team.ts'
import { update } from './update.ts'
import type { World } from './world.ts'

const DAY = 24 * 3_600_000

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
  await update<Learner | undefined>(
    world.memory,
    keys.learner(record.person),
    (learner) =>
      learner && { ...learner, interviews: learner.interviews.filter((one) => one.id !== record.id) },
  )
  await forgetInterview(world, record)
  await dropMessages(world, record)
}

/** Sees to the finished interviews of a tenant anew, after its team has changed for how long they are kept. */
export const reconsider = async (world: Stores, tenant: string): Promise<void> => {
  for await (const { value } of world.memory.each<InterviewRecord>(keys.interview(''))) {
    if (tenantOf(value.place) === tenant && isOver(value)) await keepFor(world, value)
  }
}

/** Counted from its end: what its person asks for afterwards keeps nothing longer. */
const lastDay = async ({ memory }: Stores, record: InterviewRecord): Promise<number | null> => {
  const { retention } = await rulesAt(memory, record.place)
  if (retention === null) return null
  const taken = (await memory.load<Learner>(keys.learner(record.person)))?.value.interviews
  const ended = taken?.find(({ id }) => id === record.id)?.ended ?? record.interview.snapshot.context.last
  return ended + retention * DAY
}
