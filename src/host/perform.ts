/** Makes what a record's outbox holds happen, in order. All of it may be repeated after a crash: it carries its ids. */
import type { Letter } from './letter.ts'
import { present } from './present.ts'
import type { InterviewRecord, Learner, Outward } from './record.ts'
import { keys } from './record.ts'
import { outcomeOf } from './reporting.ts'
import { update } from './update.ts'
import { voiceAt } from './voice.ts'
import type { World } from './world.ts'

/** Speaks and sends, reminders first, since these only wait. */
export const perform = async (world: World, record: InterviewRecord): Promise<void> => {
  const { effects } = record.outbox
  await Promise.all(
    effects.filter((effect) => effect.type === 'remind').map((effect) => remind(world, record, effect)),
  )
  for (const effect of effects) if (effect.type !== 'remind') await performOne(world, record, effect)
}

const performOne = async (
  world: World,
  record: InterviewRecord,
  effect: Exclude<Outward, { type: 'remind' }>,
) => {
  switch (effect.type) {
    case 'say': {
      const say = voiceAt(world, record.place)
      await say(await present(world, record, effect.line), effect.id)
      return
    }
    case 'ask':
    case 'judge':
      return post(world, keys.work(effect.id), effect.id, { type: 'work', interview: record.id, effect })
    case 'close':
      return close(world, record)
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

/** The talk is over: its outcome goes into the person's history, and its place is free. */
const close = async (world: World, record: InterviewRecord): Promise<void> => {
  const outcome = await outcomeOf(world, record)
  await update<Learner>(world.memory, keys.learner(record.person), (learner) => ({
    interviews: (learner?.interviews ?? []).map((one) =>
      one.id === record.id ? { ...one, ended: record.interview.snapshot.context.last, outcome } : one,
    ),
  }))
}
