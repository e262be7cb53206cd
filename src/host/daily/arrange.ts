/** When the next daily question is due: a message that waits in the mailbox, and is known by its settings and its day. */
import { nextOccurrence, type Occurrence } from '../../practice/occurrence.ts'
import type { Letter } from '../letter.ts'
import type { World } from '../world.ts'
import { type Daily, dailyKey } from './record.ts'

type Means = Pick<World, 'mailbox' | 'clock'>

/** Posts the message for the next day that is not done; the same settings and day are posted once. */
export const arrange = async (means: Means, daily: Daily): Promise<void> => {
  if (daily.off) return
  await arrangeAt(means, daily, nextOccurrence(daily.schedule, means.clock.now(), daily.done))
}

/** Posts the message for a day at another moment than the usual one. */
export const arrangeAt = async (
  { mailbox }: Pick<Means, 'mailbox'>,
  { subscriber, epoch }: Daily,
  { at, day }: Occurrence,
): Promise<void> => {
  const letter: Letter = { type: 'daily', subscriber, epoch, day }
  await mailbox.post(letter, { key: dailyKey(subscriber), id: `${subscriber} daily ${epoch} ${day}`, at })
}
