/** The bots of a storm: each has a place in it, in which another one is started when it is gone. */
import { setTimeout as pause } from 'node:timers/promises'
import { type Bot, botOf } from './bot.ts'
import type { Chance } from './chance.ts'

export type Place = { role: string; bot: Bot }

/** How it went with a bot that began. */
export type Begun = 'serves' | 'ended' | 'late'

export type Fleet = {
  places: readonly Place[]
  /** Those that serve now. */
  up(): Place[]
  /** Milliseconds for which a place has waited for its bot to serve, where one begins; the longest of them. */
  beginsFor(): number
  /** The port at which somebody listens for Slack, if anybody does; each in turn. */
  door(): number | undefined
  /** Ends a bot without a word and starts another in its place. */
  kill(place: Place, after: number): Promise<void>
  /** Starts another in its place, then ends it as an operator does, or the other way round where two may not be. */
  roll(place: Place): Promise<void>
  /** A further bot, that is in nobody's place, once it serves or has ended. */
  further(role: string): Promise<{ bot: Bot; how: Begun }>
  /** Nobody is frozen, on a wrong clock, or gone any more. */
  mend(): Promise<void>
  /** Ends all of them as an operator does; answers what did not go well. */
  stop(): Promise<string[]>
  said(): string
}

type Needs = {
  folder: string
  env: Readonly<Record<string, string>>
  roles: readonly string[]
  breaks?: string | undefined
  /** Whether processes may serve side by side. */
  shared: boolean
  tell(line: string): void
}

export const fleetOf = async ({ folder, env, roles, breaks, shared, tell }: Needs): Promise<Fleet> => {
  const start = (role: string): Promise<Bot> => botOf(folder, { ...env, MLSD_ROLE: role }, { breaks, tell })
  const all: Bot[] = []
  const further = async (role: string): Promise<Bot> => {
    const bot = await start(role)
    all.push(bot)
    return bot
  }
  const badly: string[] = []
  let turn = 0
  let over = false
  const up = (): Place[] => places.filter(({ bot }) => bot.up())

  const blame = (bot: Bot, what: string): void => {
    badly.push(`The ${bot.name} ${what}: ${bot.said().slice(-2_000)}`)
  }
  const begun = async (bot: Bot): Promise<Begun> => {
    const late = pause(READY_MS, 'late' as const, { ref: false })
    const how = await Promise.race([
      bot.ready.then(
        () => 'serves' as const,
        () => 'ended' as const,
      ),
      late,
    ])
    if (how !== 'late') return how
    blame(bot, `was not ready after ${READY_MS} ms`)
    await bot.kill()
    return how
  }
  /** One that ends by itself has a flaw, and another is started, as whoever runs it does. */
  const watch = (place: Place): void => {
    const { bot } = place
    void bot.over.then(() => {
      if (bot.asked() || over) return
      blame(bot, 'ended by itself')
      return keep(place)
    })
  }
  /** Another one for a place; one that ends before it serves has a flaw, whatever goes on around it. */
  const keep = async (place: Place): Promise<void> => {
    while (!over) {
      place.bot = await further(place.role)
      const how = await begun(place.bot)
      if (how === 'serves') return watch(place)
      if (how === 'ended' && !place.bot.asked()) blame(place.bot, 'ended before it served')
      await pause(500)
    }
  }
  // All of them at once, as where a service is begun.
  const places = await Promise.all(
    roles.map(async (role): Promise<Place> => {
      const bot = await further(role)
      await bot.ready
      const place = { role, bot }
      watch(place)
      return place
    }),
  )
  /** Ends one as an operator does, and notes where that did not go well. */
  const end = async (bot: Bot): Promise<void> => {
    if (bot.gone()) return
    const code = await bot.stop()
    if (code !== 0) blame(bot, `ended with ${code}`)
  }
  return {
    ...{ places, up },
    async further(role) {
      const bot = await further(role)
      return { bot, how: await begun(bot) }
    },
    beginsFor: () => Math.max(...places.map(({ bot }) => bot.beginsFor())),
    door() {
      const doors = all.filter((bot) => bot.role !== 'worker' && bot.up())
      turn += 1
      return doors[turn % doors.length]?.port
    },
    async kill(place, after) {
      await place.bot.kill()
      await pause(after)
      await keep(place)
    },
    async roll(place) {
      const before = place.bot
      if (!shared) await end(before)
      await keep(place)
      await end(before)
    },
    async mend() {
      for (const { bot } of places) {
        bot.shift(0)
        bot.thaw()
      }
      await Promise.all(
        places.map(async (place) => {
          if ((await begun(place.bot)) !== 'serves' || place.bot.gone()) await keep(place)
        }),
      )
    },
    async stop() {
      over = true
      await Promise.all(places.map(({ bot }) => end(bot)))
      await Promise.all(all.map((bot) => bot.kill()))
      return badly.splice(0)
    },
    said: () => all.map((bot) => `--- ${bot.name}\n${bot.said()}`).join('\n'),
  }
}

/** Longer than a start takes on a machine that is busy, with the calm that it gets. */
const READY_MS = 45_000

/** One of these, if there is any. */
export const anyOf = <T>(all: readonly T[], chance: Chance): T | undefined =>
  all.length === 0 ? undefined : chance.pick(all)
