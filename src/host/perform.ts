/** Makes what a record's outbox holds happen, in order. All of it may be repeated after a crash: it carries its ids. */
import { PlatformFault } from '../platform/platform.ts'
import { reviseBoard } from './board.ts'
import type { Letter } from './letter.ts'
import { isLost, lose } from './lost.ts'
import { present } from './present.ts'
import type { InterviewRecord, Learner, Outward, TalkRecord } from './record.ts'
import { keys } from './record.ts'
import { isOver, outcomeOf } from './reporting.ts'
import { keepFor } from './retention.ts'
import { update } from './update.ts'
import { platformAt, voiceAt } from './voice.ts'
import type { World } from './world.ts'

/** Speaks and sends, reminders first, since these only wait; `again` says that some of it may have happened. */
export const perform = async (world: World, record: InterviewRecord, again: boolean): Promise<void> => {
  const { effects } = record.outbox
  await Promise.all(
    effects.filter((effect) => effect.type === 'remind').map((effect) => remind(world, record, effect)),
  )
  for (const effect of effects) if (effect.type !== 'remind') await performOne(world, record, effect, again)
  await reviseBoard(world, record).catch((error: unknown) => {
    if (!(error instanceof PlatformFault)) throw error
    world.log('warn', 'the card at the head of an interview is not up to date', {
      interview: record.id,
      reason: error.message,
    })
  })
}

const performOne = async (
  world: World,
  record: InterviewRecord,
  effect: Exclude<Outward, { type: 'remind' }>,
  again: boolean,
) => {
  switch (effect.type) {
    case 'say':
      return say(world, record, effect, again)
    case 'ask':
    case 'judge':
      return post(world, keys.work(effect.id), effect.id, { type: 'work', interview: record.id, effect })
    case 'close':
      return close(world, record)
  }
}

const say = async (
  world: World,
  record: InterviewRecord,
  { id, line }: Extract<Outward, { type: 'say' }>,
  again: boolean,
): Promise<void> => {
  const card = await present(world, record, line)
  try {
    await voiceAt(world, record.place)(card, id, again)
  } catch (error) {
    if (!isLost(error)) throw error
    await lose(world, record, id, error)
  }
}

const remind = (world: World, record: InterviewRecord, effect: Extract<Outward, { type: 'remind' }>) => {
  const { id, timer, at } = effect
  const event = { type: 'elapsed' as const, at, timer, armed: at }
  return post(world, keys.interview(record.id), id, { type: 'event', event }, at)
}

const post = async (world: World, key: string, id: string, letter: Letter, at?: number): Promise<void> => {
  await world.mailbox.post(letter, at === undefined ? { key, id } : { key, id, at })
}

/** The talk is over: its outcome goes into the person's history, and it is kept for as long as the team keeps it. */
const close = async (world: World, record: InterviewRecord): Promise<void> => {
  const outcome = await outcomeOf(world, record)
  const ended = record.interview.snapshot.context.last
  await update<Learner>(world.memory, keys.learner(record.person), (learner) => ({
    ...learner,
    interviews: (learner?.interviews ?? []).map((one) =>
      one.id === record.id ? { ...one, ended, outcome } : one,
    ),
  }))
  await noteTalk(world, record)
  await keepFor(world, record)
}

/** Notes at an interview's place that it is under way, or that it is over, for when the place is to be read back. */
export const noteTalk = async (world: World, record: InterviewRecord): Promise<void> => {
  if (platformAt(world, record.place).limits.history !== true) return
  const key = keys.talk(record.place)
  if (!isOver(record)) await update<TalkRecord>(world.memory, key, () => ({ interview: record.id }))
  else if ((await world.memory.load<TalkRecord>(key))?.value.interview === record.id)
    await world.memory.forget(key)
}
