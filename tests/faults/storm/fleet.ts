/** The bots of a storm: each has a place in it, in which another one is started when it is gone. */
import { setTimeout as pause } from 'node:timers/promises'
import { type Bot, botOf } from './bot.ts'
import type { Chance } from './chance.ts'

export type Place = { role: string; bot: Bot }

export type Fleet = {
  places: readonly Place[]
  /** Those that serve now. */
  up(): Place[]
  /** The port at which somebody listens for Slack, if anybody does; each in turn. */
  door(): number | undefined
  /** Ends a bot without a word and starts another in its place. */
  kill(place: Place, after: number): Promise<void>
  /** Starts another in its place, then ends it as an operator does, or the other way round where two may not be. */
  roll(place: Place): Promise<void>
  /** A further bot, that is in nobody's place. */
  further(role: string): Promise<Bot>
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
  breaks?: string
  /** Whether processes may serve side by side. */
  shared: boolean
}

export const fleetOf = async ({ folder, env, roles, breaks, shared }: Needs): Promise<Fleet> => {
  const start = (role: string): Promise<Bot> => botOf(folder, { ...env, MLSD_ROLE: role }, breaks)
  const all: Bot[] = []
  const further = async (role: string): Promise<Bot> => {
    const bot = await start(role)
    all.push(bot)
    return bot
  }
  const places: Place[] = []
  for (const role of roles) {
    const place = { role, bot: await further(role) }
    await place.bot.ready
    places.push(place)
  }
  const slow: string[] = []
  let turn = 0
  let over = false
  const up = (): Place[] => places.filter(({ bot }) => bot.up())

  /** A bot that could not start, as where the database is away and the disk is full, is started again. */
  const keep = async (place: Place): Promise<void> => {
    while (!over) {
      place.bot = await further(place.role)
      const { bot } = place
      const late = pause(READY_MS, 'late' as const, { ref: false })
      const how = await Promise.race([bot.ready.catch(() => 'ended' as const), late])
      if (how === undefined) return
      if (how === 'late') {
        slow.push(`A bot (${place.role}) was not ready after ${READY_MS} ms: ${bot.said().slice(-2_000)}`)
        await bot.kill()
      }
      await pause(500)
    }
  }
  return {
    ...{ places, up, further },
    door() {
      const doors = up().filter(({ role }) => role !== 'worker')
      turn += 1
      return doors[turn % doors.length]?.bot.port
    },
    async kill(place, after) {
      await place.bot.kill()
      await pause(after)
      await keep(place)
    },
    async roll(place) {
      const before = place.bot
      if (!shared) await before.stop()
      await keep(place)
      await before.stop()
    },
    async mend() {
      for (const { bot } of places) {
        bot.shift(0)
        bot.thaw()
      }
      await Promise.all(
        places.map((place) => (place.bot.gone() ? keep(place) : place.bot.ready.catch(() => keep(place)))),
      )
    },
    async stop() {
      over = true
      const codes = await Promise.all(
        places.map(async ({ role, bot }) => ({ role, bot, code: await bot.stop() })),
      )
      await Promise.all(all.map((bot) => bot.kill()))
      const badly = codes
        .filter(({ code }) => code !== 0)
        .map(({ role, bot, code }) => `The bot (${role}) ended with ${code}: ${bot.said().slice(-2_000)}`)
      return [...slow, ...badly]
    },
    said: () => all.map((bot) => `--- ${bot.role}\n${bot.said()}`).join('\n'),
  }
}

/** Longer than a start takes; where the database is away for longer, another start is no harm. */
const READY_MS = 20_000

/** One of these, if there is any. */
export const anyOf = <T>(all: readonly T[], chance: Chance): T | undefined =>
  all.length === 0 ? undefined : chance.pick(all)
