/** Changing what is kept of daily questions: as it is by then, since a question may be put while its settings change. */
import type { Memory } from '../../memory/memory.ts'
import { leavePrompt } from '../places.ts'
import { update } from '../update.ts'
import { type Daily, dailyKey, type Prompt, promptKey, withPrompt } from './record.ts'

/** Changes what is kept for a subscriber; nothing where nothing is kept any more. */
export const reviseDaily = (
  memory: Memory,
  subscriber: string,
  change: (known: Daily) => Daily,
): Promise<Daily | undefined> =>
  update<Daily | undefined>(memory, dailyKey(subscriber), (known) => known && change(known))

/** Notes that a day is done, with what was put on it; that one was missed only while the settings are those it was due under. */
export const noteDay = (
  memory: Memory,
  { subscriber, epoch }: Pick<Daily, 'subscriber' | 'epoch'>,
  { done, prompt, missed }: { done: string; prompt?: Prompt | undefined; missed?: string },
): Promise<Daily | undefined> =>
  reviseDaily(memory, subscriber, (known) => ({
    ...withPrompt(known, prompt),
    done: done > known.done ? done : known.done,
    ...(missed !== undefined && known.epoch === epoch && { missed }),
  }))

/** Removes a question with its answers; where it was put may be about an interview as well. */
export const forgetPrompt = async (
  memory: Memory,
  { id, place }: Pick<Prompt, 'id' | 'place'>,
): Promise<void> => {
  if (place !== null) await leavePrompt(memory, place, id)
  await memory.forget(promptKey(id))
}
