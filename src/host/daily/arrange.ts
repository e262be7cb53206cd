/** When the next daily question is due: a message that waits in the mailbox, and is known by its settings and its day. */
import { nextOccurrence, type Occurrence } from '../../practice/occurrence.ts'
import type { Letter } from '../letter.ts'
import type { World } from '../world.ts'
import { type Daily, dailyKey, type Prompt, promptKey } from './record.ts'

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

const HOUR = 3_600_000
/** A day is open for so long, also where its question comes late. */
const OPEN = 4 * HOUR
const DAY = 24 * HOUR

/** Posts what is due in a channel once the day of a question is over, and once its week is. */
export const closeLater = async (
  { mailbox }: Pick<Means, 'mailbox'>,
  { subscriber, schedule }: Daily,
  { id, at }: Prompt,
): Promise<void> => {
  const { zone, time } = schedule
  const midnight = nextOccurrence({ time: '00:00', zone }, at).at
  const over: Letter = { type: 'over', prompt: id }
  await mailbox.post(over, { key: promptKey(id), id: `${id} over`, at: Math.max(midnight, at + OPEN) })
  const week = { time: '00:00', zone, days: ['mon'] as const }
  const to = nextOccurrence(week, at).at
  const from = nextOccurrence(week, to - 7.5 * DAY).at
  const digest: Letter = { type: 'digest', subscriber, from, to }
  const told = nextOccurrence({ time, zone, days: ['mon'] }, to - 1).at
  await mailbox.post(digest, { key: dailyKey(subscriber), id: `${subscriber} digest ${to}`, at: told })
}
