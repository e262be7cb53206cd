/** In which language a channel is spoken to, and by what name its people are spoken of there. */
import { plain } from '../../interview/markdown/plain.ts'
import { tenantOf } from '../../platform/platform.ts'
import { type Words, wordsIn } from '../../words/words.ts'
import { seatsOf } from '../board/members.ts'
import { channelRulesAt } from '../channel.ts'
import { selvesOf } from '../identity/selves.ts'
import { wordsFor } from '../language.ts'
import { practiceOf } from '../practice/kept.ts'
import type { World } from '../world.ts'
import type { Daily, Prompt } from './record.ts'

/** A person's own words, or those that a channel is set to. */
export const wordsAt = async (
  world: Pick<World, 'memory'>,
  { subscriber, by }: Pick<Daily, 'subscriber' | 'by'>,
): Promise<Words> =>
  subscriber === by
    ? wordsFor(world, { person: by })
    : wordsIn((await channelRulesAt(world.memory, subscriber)).language ?? undefined)

/**
 * The names of those who allowed to be shown, of the people who answered or were thanked: what they are called there, else
 * what they stand on the board as. Nobody else has one.
 */
export const namesIn = async (
  { memory }: Pick<World, 'memory'>,
  subscriber: string,
  prompts: readonly Prompt[],
  someone: string,
): Promise<ReadonlyMap<string, string>> => {
  const answers = prompts.flatMap((prompt) => prompt.answers)
  const thanks = prompts.flatMap((prompt) => prompt.thanks ?? [])
  const people = new Set([
    ...answers.map(({ person }) => person),
    ...thanks.flatMap(({ from, to }) => [from, to]),
  ])
  const seats = await seatsOf(memory, tenantOf(subscriber))
  const named = await Promise.all(
    [...people].map(async (person): Promise<[string, string][]> => {
      if (!(await practiceOf(memory, person)).shares) return []
      const called = answers.findLast((one) => one.person === person && one.called !== undefined)?.called
      const selves = await selvesOf(memory, person)
      const seat = seats.find((one) => selves.includes(one.person))?.name
      return [[person, plain((called ?? seat ?? someone).slice(0, 60))]]
    }),
  )
  return new Map(named.flat())
}
