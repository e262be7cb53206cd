/** What befalls processes. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '../chance.ts'
import type { Fault, Field } from '../faults.ts'
import { anyOf, type Place } from '../fleet.ts'
import { DISCORD_POST } from './discord.ts'

const HOUR = 3_600_000

const toSomebody =
  (work: (place: Place, field: Field, chance: Chance) => Promise<void>): Fault['befall'] =>
  async (field, chance) => {
    const place = anyOf(field.fleet.up(), chance)
    if (!place) return false
    await work(place, field, chance)
    return true
  }

/** Those of processes. */
export const PROCESSES: readonly Fault[] = [
  {
    ...{ kind: 'killed', weight: 30, alone: true },
    befall: toSomebody((place, { fleet }, chance) => fleet.kill(place, chance.between(0, 800))),
  },
  {
    ...{ kind: 'killed while it speaks', weight: 15, alone: true, must: true },
    befall: toSomebody(async (place, { fleet, slack: { slack }, discord: { discord } }, chance) => {
      slack.trouble.slow('chat.postMessage', 700, { times: 6 })
      discord.trouble.slow(DISCORD_POST, 700, { times: 3 })
      await pause(chance.between(300, 1_000))
      await fleet.kill(place, chance.between(0, 800))
    }),
  },
  {
    ...{ kind: 'frozen', weight: 3, alone: true },
    befall: toSomebody(async ({ bot }, { lasts }, chance) => {
      bot.freeze()
      await pause(lasts.frozen + chance.between(0, 1_000))
      bot.thaw()
    }),
  },
  {
    ...{ kind: 'told to end', weight: 3, alone: true },
    befall: toSomebody((place, { fleet }) => fleet.roll(place)),
  },
  {
    // An interview on such a clock is another one, of which less can be compared: a storm of its own.
    ...{ kind: 'clock ahead by an hour', weight: 3, alone: true, apart: true },
    befall: toSomebody(({ bot }, { lasts }) => shifted(bot, HOUR, lasts.clock)),
  },
  {
    ...{ kind: 'clock behind by an hour', weight: 3, alone: true },
    befall: toSomebody(({ bot }, { lasts }) => shifted(bot, -HOUR, lasts.clock)),
  },
  {
    ...{ kind: 'two processes for one shard', weight: 3, alone: true },
    async befall({ fleet, shared }, chance) {
      const place = fleet.up().find(({ role }) => role !== 'worker')
      if (!place) return false
      const { bot, how } = await fleet.further(place.role)
      if (shared !== (how === 'serves'))
        throw new Error(
          shared
            ? `A second process could not serve beside another: ${bot.said()}`
            : 'A second process was let at the file of another.',
        )
      await pause(chance.between(500, 3_000))
      await (chance.number() < 0.5 ? bot.kill() : bot.stop())
      return true
    },
  },
]

const shifted = async (bot: Place['bot'], by: number, ms: number): Promise<void> => {
  bot.shift(by)
  await pause(ms)
  bot.shift(0)
}
