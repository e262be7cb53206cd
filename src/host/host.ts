/**
 * Where things happen. What is heard goes into the mailbox before it is acknowledged; what the mailbox hands over is
 * taken one at a time per key.
 */
import { type Message, NotNow } from '../mailbox/mailbox.ts'
import { MemoryError } from '../memory/memory.ts'
import type { Heard } from '../platform/platform.ts'
import { answer } from './answer.ts'
import type { Letter } from './letter.ts'
import { logsOf } from './logs.ts'
import type { PlaceRecord } from './record.ts'
import { keys, recordAt, recordOf } from './record.ts'
import { think } from './think.ts'
import { turn } from './turn.ts'
import type { Working, World } from './world.ts'

export type Host = {
  /** Resolves once what was heard is durable. */
  hear(heard: Heard): Promise<void>
  /** Starts taking messages from the mailbox. */
  run(): void
}

export const hostOf = (outside: World): Host => {
  const world: Working = { ...outside, logs: logsOf(outside.memory) }
  return {
    hear: async (heard) => {
      const key = await keyOf(world, heard)
      const letter: Letter = { type: 'heard', heard }
      await world.mailbox.post(letter, { key, id: `${heard.place} ${heard.id}` })
    },
    run: () => world.mailbox.deliver((message) => take(world, message).catch(blame)),
  }
}

/** A memory that fails is not the message's fault: nothing is set aside for it. */
const blame = (error: unknown): never => {
  throw error instanceof MemoryError ? new NotNow(error.message, { cause: error }) : error
}

/** Commands that are about the place or the person rather than about the interview that runs there. */
const OUTSIDE = new Set(['start', 'help', 'problems', 'history'])

const isOutside = (heard: Heard): boolean => {
  if (heard.type === 'form') return heard.form === 'start'
  if (heard.type !== 'command' && heard.type !== 'press') return false
  return OUTSIDE.has(heard.command) || (heard.command === 'report' && heard.args.id !== undefined)
}

/** The interview that the place is about, or else the place. */
const keyOf = async (world: World, heard: Heard): Promise<string> => {
  const place = keys.place(heard.place)
  if (isOutside(heard)) return place
  const kept = await world.memory.load<PlaceRecord>(place)
  return kept?.value.interview ? keys.interview(kept.value.interview) : place
}

const take = async (world: Working, message: Message): Promise<void> => {
  const letter = message.body as Letter
  if (letter.type === 'work') return work(world, letter, message)
  if (message.key.startsWith('place:')) {
    if (letter.type === 'heard') await takeAtPlace(world, letter.heard, message)
    return
  }
  const kept = await recordAt(world.memory, message.key)
  if (kept) await turn(world, kept, message)
}

/** Something heard where no interview ran at that moment; meanwhile one may have begun. */
const takeAtPlace = async (world: World, heard: Heard, message: Message): Promise<void> => {
  const key = await keyOf(world, heard)
  if (key === message.key) return answer(world, heard, message.id)
  await world.mailbox.post(message.body, { key, id: `${message.id} again` })
}

/** Does what takes its time, and posts the result to the interview. */
const work = async (
  world: Working,
  letter: Extract<Letter, { type: 'work' }>,
  message: Message,
): Promise<void> => {
  const kept = await recordOf(world.memory, letter.interview)
  if (!kept) return
  const { flow, problem, interview } = kept.value
  const event = await think(world, letter.effect, {
    flow: await world.library.flow(flow),
    problem: await world.library.problem(problem),
    context: interview.snapshot.context,
    log: await world.logs.of(kept.value),
  })
  const result: Letter = { type: 'event', event }
  await world.mailbox.post(result, { key: keys.interview(letter.interview), id: `${message.id}.result` })
}
