/**
 * Where things happen. What is heard goes into the mailbox before it is acknowledged; what the mailbox hands over is
 * taken one at a time per key.
 */
import { UnknownMachine } from '../interview/migrate.ts'
import { NotNow } from '../mailbox/mailbox.ts'
import { MemoryError } from '../memory/memory.ts'
import { type Desk, type Heard, PlatformFault } from '../platform/platform.ts'
import { deskOf } from './desk.ts'
import { errandsIn } from './errands.ts'
import { follow, measuring, store } from './following.ts'
import { laneOf } from './lane.ts'
import { logsOf } from './logs.ts'
import { measureOf, turnAway } from './much.ts'
import { keyOf } from './resolve.ts'
import { take } from './take.ts'
import { thoughtsOf } from './thoughts.ts'
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
