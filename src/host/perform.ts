/** Makes what a record's outbox holds happen, in order. All of it may be repeated after a crash: it carries its ids. */
import { isLost, tell } from './aside.ts'
import { tidyLater } from './cleanup.ts'
import { noteContest } from './contests.ts'
import { reviseHead } from './head.ts'
import { saidIn, wordsOf } from './language.ts'
import type { Letter } from './letter.ts'
import { lose } from './lost.ts'
import { isAside, sayAside } from './peer/aside.ts'
import { noteInterview } from './practice/interviews.ts'
import { present } from './present.ts'
import type { InterviewRecord, Outward } from './record.ts'
import { keys } from './record.ts'
import { keepFor } from './retention.ts'
import { noteOutcome, noteOver } from './under-way.ts'
import { platformOf, voiceAt } from './voice.ts'
import type { Working, World } from './world.ts'

/** Speaks and sends, reminders first, since these only wait; `again` says that some of it may have happened. */
export const perform = async (world: Working, record: InterviewRecord, again: boolean): Promise<void> => {
  const { effects } = record.outbox
  await Promise.all(
    effects.filter((effect) => effect.type === 'remind').map((effect) => remind(world, record, effect)),
  )
  for (const effect of effects) if (effect.type !== 'remind') await performOne(world, record, effect, again)
  await reviseHead(world, record)
}

const performOne = async (
  world: Working,
  record: InterviewRecord,
  effect: Exclude<Outward, { type: 'remind' }>,
  again: boolean,
) => {
  switch (effect.type) {
    case 'say':
      return say(world, record, effect, again)
    case 'ask':
    case 'judge':
    case 'teach':
      return post(world, keys.work(effect.id), effect.id, { type: 'work', interview: record.id, effect })
    case 'contested':
      await noteContest(world, record, effect.criterion)
      return noteOutcome(world, record)
    case 'close':
      return close(world, record)
  }
}

const say = async (
  world: Working,
  record: InterviewRecord,
  { id, line }: Extract<Outward, { type: 'say' }>,
  again: boolean,
): Promise<void> => {
  await sayAside(world, record, { id, line }, again)
  if (isAside(record, line)) return
  const card = saidIn(await present(world, record, line), wordsOf(record))
  if (card.only !== undefined) return tell(world, record, card, id, again)
  try {
    await voiceAt(world, record.place)(card, id, again)
    world.log('debug', 'said', { id, platform: platformOf(record.place) })
    if ('job' in line) world.thoughts.said(record.id, line.job)
  } catch (error) {
    if (!isLost(error)) throw error
    await lose(world, record, { id, card }, error)
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

/** The talk is over, and is kept for as long as the team keeps it. */
const close = async (world: World, record: InterviewRecord): Promise<void> => {
  await noteOver(world, record)
  await noteInterview(world, record)
  await keepFor(world, record)
  await tidyLater(world, record)
}
