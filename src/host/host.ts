/**
 * Where things happen. What is heard goes into the mailbox before it is acknowledged; what the mailbox hands over is
 * taken one at a time per key.
 */
import { UnknownMachine } from '../interview/migrate.ts'
import { type Message, NotNow } from '../mailbox/mailbox.ts'
import { MemoryError } from '../memory/memory.ts'
import { type Desk, type Heard, PlatformFault } from '../platform/platform.ts'
import { tidy } from './cleanup.ts'
import { digest } from './daily/digest.ts'
import { fade } from './daily/fading.ts'
import { dayOver } from './daily/over.ts'
import { daily } from './daily/prompt.ts'
import { promptKey } from './daily/record.ts'
import { answerPrompt } from './daily/thread.ts'
import { deskOf } from './desk.ts'
import { errandsIn, takeBackLost } from './errands.ts'
import { follow, measuring, part, store } from './following.ts'
import { move } from './identity/move.ts'
import { laneOf } from './lane.ts'
import { isKnown, type Letter } from './letter.ts'
import { logsOf } from './logs.ts'
import { measureOf, tellMuch, turnAway } from './much.ts'
import { remove } from './outlived.ts'
import { lapse } from './peer/invitation.ts'
import { keys, recordAt } from './record.ts'
import { keyOf } from './resolve.ts'
import { expire } from './retention.ts'
import { introduce } from './spectator.ts'
import { thoughtsOf } from './thoughts.ts'
import { turn } from './turn.ts'
import { visit } from './visit.ts'
import { work } from './work.ts'
import type { Working, World } from './world.ts'

export type Host = {
  /** Resolves once what was heard is durable, or is more than is heard of one person. */
  hear(heard: Heard): Promise<void>
  /** What a platform may look up. */
  desk(platform: string): Desk
  /** Starts taking messages from the mailbox. */
  run(): void
  /** Takes back what is shown and not said; call it once the mailbox has stopped. */
  rest(): Promise<void>
}

export const hostOf = (outside: World): Host => {
  const thoughts = thoughtsOf(outside.clock, (error) =>
    outside.log('warn', 'an answer that is not waited for is still shown', { reason: String(error) }),
  )
  const world: Working = {
    ...{ ...outside, ...measuring(outside) },
    ...{ logs: logsOf(outside.memory), thoughts, errands: errandsIn(), dailies: laneOf(dailiesIn(outside)) },
  }
  const hear = (heard: Heard): Promise<void> => store(world, heard, () => keyOf(world, heard))
  const measure = measureOf()
  return {
    hear: async (heard) => {
      if (!measure.admits(heard)) return turnAway(world, heard)
      if (!isAskedOnPage(heard)) return hear(heard)
      const { person, place, id, at } = heard
      await hear({ ...heard, place: person, alone: true })
      await hear({ person, place, id: `${id} seen`, at, type: 'command', command: 'home', args: {} })
    },
    desk: (platform) => deskOf(world, platform),
    run: () =>
      world.mailbox.deliver((message) => follow(world, message, (mine) => take(mine, message).catch(blame))),
    rest: thoughts.rest,
  }
}

/** A platform that makes one wait makes all of them wait, who have their question at the same hour: half of the hands stay free. */
const dailiesIn = ({ settings: { hands = 32 } }: World): number => Math.ceil(hands / 2)

/**
 * A person's page shows what is theirs and is no place to talk: what is asked there is answered in direct messages, and the
 * page is shown anew.
 */
const isAskedOnPage = (heard: Heard): boolean =>
  heard.place === `${heard.person}/home` && !(heard.type === 'command' && heard.command === 'home')

/**
 * A memory or a platform that fails for now is not the message's fault, nor is a record that a newer program wrote, which
 * another process may be able to read: nothing is set aside for it.
 */
const blame = (error: unknown): never => {
  const passes =
    error instanceof MemoryError ||
    (error instanceof UnknownMachine && error.newer) ||
    (error instanceof PlatformFault && (error.kind === 'busy' || error.kind === 'unreachable'))
  throw passes ? new NotNow(error.message, { cause: error }) : error
}

const take = async (world: Working, message: Message): Promise<void> => {
  const letter = message.body as Letter
  if (!isKnown(letter)) throw new NotNow(`A newer mlsd posted this message, of the kind "${letter.type}".`)
  switch (letter.type) {
    case 'work':
      return work(world, letter, message)
    case 'expire':
      return expire(world, letter.interview)
    case 'lapse':
      return lapse(world, letter, message)
    case 'tidy':
      return tidy(world, letter.interview)
    case 'outlived':
      return remove(world, letter)
    case 'over':
      return world.dailies(() => dayOver(world, letter, message.attempt > 1))
    case 'much':
      return tellMuch(world, letter, message)
    case 'digest':
      return world.dailies(() => digest(world, letter, message.attempt > 1))
    case 'fade':
      return fade(world, letter.prompt)
    case 'daily':
      return world.dailies(() => daily(world, letter))
    case 'spectator':
      return introduce(world, letter, message)
    case 'heard':
      if (message.key.startsWith(promptKey(''))) return answerPrompt(world, letter.heard, message)
      if (!message.key.startsWith(keys.interview(''))) {
        await visit(world, letter.heard, message)
        return 'command' in letter.heard && letter.heard.command === 'forget'
          ? takeBackLost(world)
          : undefined
      }
  }
  const kept = await part(world, 'load', () => recordAt(world.memory, message.key))
  if (kept && letter.type === 'move') return move(world, kept, letter, message)
  if (kept) return turn(world, kept, message)
  world.errands.keep(message.key.slice(keys.interview('').length), [])
  await world.thoughts.keep(message.key.slice(keys.interview('').length), [])
}
