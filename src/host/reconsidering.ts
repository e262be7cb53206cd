/** What is over, seen to anew after a team or a channel has changed for how long it is kept. */
import { isOver } from '../interview/phase.ts'
import { type Heard, isWithin } from '../platform/platform.ts'
import { tidyLater } from './cleanup.ts'
import { fadeLater } from './daily/fading.ts'
import { type Prompt, promptKey } from './daily/record.ts'
import type { Letter } from './letter.ts'
import { type InterviewRecord, keys } from './record.ts'
import { keepFor } from './retention.ts'
import type { World } from './world.ts'

type Stores = Pick<World, 'memory' | 'mailbox' | 'clock'>

/**
 * Sees to it that all that is over within a team or a channel is looked at by the rules that hold by then. Call it after they
 * are saved, also where they were so before: a process may have ended in between.
 */
export const reconsiderLater = async (
  { mailbox, clock }: Pick<World, 'mailbox' | 'clock'>,
  within: string,
  { id }: Pick<Heard, 'id'>,
): Promise<void> => {
  const letter: Letter = { type: 'reconsider', within }
  // Each time that they are saved is one of its own.
  await mailbox.post(letter, { key: `reconsider:${within}`, id: `${within} ${id} reconsider ${clock.now()}` })
}

/** Looks at it, and posts what is due for each interview and each question. */
export const reconsider = async (
  world: Stores,
  { within }: Extract<Letter, { type: 'reconsider' }>,
): Promise<void> => {
  for await (const { value } of world.memory.each<InterviewRecord>(keys.interview(''))) {
    if (!isWithin(value.place, within) || !isOver(value)) continue
    await keepFor(world, value)
    await tidyLater(world, value)
  }
  for await (const { value } of world.memory.each<Prompt>(promptKey('')))
    if (isWithin(value.subscriber, within)) await fadeLater(world, value)
}
