/** What can befall a bot, each by itself; how often which of it is drawn is in `weight`. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from './chance.ts'
import type { DiscordSide } from './discord-side.ts'
import { anyOf, type Fleet, type Place } from './fleet.ts'
import type { Line } from './proxy.ts'
import type { SlackSide } from './slack-side.ts'

export type Field = {
  fleet: Fleet
  slack: SlackSide
  discord: DiscordSide
  lines: Readonly<Record<string, Line>>
  /** Milliseconds for which somebody is frozen, and the database is gone. */
  lasts: { frozen: number; database: number; full: number; clock: number }
  /** Fills the disk for so long. */
  fill?: (ms: number) => Promise<void>
  /** Ends the database, and starts it again after so long. */
  crash?: (ms: number) => Promise<void>
  shared: boolean
}

export type Fault = {
  kind: string
  weight: number
  /** Only one of these at a time: the rest of it could not be told from its aftermath. */
  alone?: true
  /** No storm is without one, where there is something that it can befall. */
  must?: true
  /** Only where it is asked for by its name. */
  apart?: true
  /** Resolves once it is over; false where there was nothing that it could befall. */
  befall(field: Field, chance: Chance): Promise<boolean> | boolean
}

const HOUR = 3_600_000

const toSomebody =
  (work: (place: Place, field: Field, chance: Chance) => Promise<void>): Fault['befall'] =>
  async (field, chance) => {
    const place = anyOf(field.fleet.up(), chance)
    if (!place) return false
    await work(place, field, chance)
    return true
  }

const onLine =
  (work: (line: Line, chance: Chance) => void): Fault['befall'] =>
  ({ lines }, chance) => {
    work(chance.pick(Object.values(lines)), chance)
    return true
  }

const atOnce =
  (work: (field: Field, chance: Chance) => void): Fault['befall'] =>
  (field, chance) => {
    work(field, chance)
    return true
  }

/** Those of processes. */
const PROCESSES: readonly Fault[] = [
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
    // What is put off meanwhile is due an hour later: a storm of its own, in which nothing is.
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
      const second = await fleet.further(place.role)
      const served = await second.ready.then(
        () => true,
        () => false,
      )
      if (served && !shared) throw new Error('A second process was let at the file of another.')
      await pause(chance.between(500, 3_000))
      await (chance.number() < 0.5 ? second.kill() : second.stop())
      return true
    },
  },
]

const shifted = async (bot: Place['bot'], by: number, ms: number): Promise<void> => {
  bot.shift(by)
  await pause(ms)
  bot.shift(0)
}

/** Those of connections. */
const LINES: readonly Fault[] = [
  { kind: 'sockets cut', weight: 12, befall: onLine((line) => line.cut()) },
  {
    kind: 'sockets half-open',
    weight: 6,
    befall: onLine((line, chance) => line.hold(chance.between(200, 4_000))),
  },
  {
    ...{ kind: 'line slow', weight: 5 },
    befall: onLine((line, chance) => line.slow(chance.between(20, 300), chance.between(200, 2_000))),
  },
  {
    kind: 'line closed',
    weight: 5,
    befall: onLine((line, chance) => line.close(chance.between(100, 1_500))),
  },
]

/** Those of what is kept. */
const STORES: readonly Fault[] = [
  {
    ...{ kind: 'disk full', weight: 4, alone: true, must: true },
    async befall({ fill, lasts }) {
      await fill?.(lasts.full)
      return fill !== undefined
    },
  },
  {
    ...{ kind: 'database gone', weight: 5, alone: true, must: true },
    async befall({ crash, lasts, lines }, chance) {
      const { database } = lines
      if (!crash || !database) return false
      const ms = chance.number() < 0.3 ? lasts.database : chance.between(200, 3_000)
      if (chance.number() < 0.5) await crash(ms)
      else {
        database.close(ms)
        await pause(ms)
      }
      return true
    },
  },
]

/** Those of Slack. */
const SLACK: readonly Fault[] = [
  {
    ...{ kind: 'Slack delivers again', weight: 25 },
    befall({ slack: { slack } }, chance) {
      const known = slack.deliveries.filter(
        ({ kind, type, state, body: { event } }) =>
          kind === 'events_api' && type === 'message' && state === 'acknowledged' && !isOwn(event),
      )
      const one = anyOf(known.slice(-60), chance)
      if (one) void slack.again(one, 'http_timeout')
      return one !== undefined
    },
  },
  {
    ...{ kind: 'Slack answers 429', weight: 6 },
    befall: atOnce(({ slack: { slack } }, chance) =>
      slack.trouble.limit('chat.postMessage', { times: chance.between(1, 3), retryAfter: 1 }),
    ),
  },
  {
    ...{ kind: 'Slack answers 5xx', weight: 8 },
    befall: atOnce(({ slack: { slack } }, chance) =>
      slack.trouble.fail(chance.pick(SLACK_METHODS), chance.pick([500, 502, 503]), {
        times: chance.between(1, 3),
      }),
    ),
  },
  {
    ...{ kind: 'Slack breaks off', weight: 8 },
    befall: atOnce(({ slack: { slack } }, chance) =>
      slack.trouble.fail(chance.pick(SLACK_METHODS), chance.pick(['cut', 'lost-answer'])),
    ),
  },
]

/** The bot hears what it says itself as well. */
const isOwn = (event: unknown): boolean => typeof event === 'object' && event !== null && 'bot_id' in event

const SLACK_METHODS = ['chat.postMessage', 'chat.update', 'chat.postEphemeral', '*'] as const

/** Those of Discord. */
const DISCORD: readonly Fault[] = [
  {
    ...{ kind: 'Discord answers 429', weight: 6 },
    befall: atOnce(({ discord: { discord } }, chance) =>
      discord.trouble.limit(DISCORD_POST, { times: chance.between(1, 3), retryAfter: 0.3 }),
    ),
  },
  {
    ...{ kind: 'Discord answers 5xx', weight: 6 },
    befall: atOnce(({ discord: { discord } }, chance) =>
      discord.trouble.fail(chance.pick([DISCORD_POST, '*']), chance.pick([500, 502, 503]), {
        times: chance.between(1, 3),
      }),
    ),
  },
  {
    ...{ kind: 'Discord breaks off', weight: 6 },
    befall: atOnce(({ discord: { discord } }, chance) =>
      discord.trouble.fail(chance.pick([DISCORD_POST, '*']), chance.pick(['cut', 'lost-answer'])),
    ),
  },
  {
    kind: 'gateway dropped',
    weight: 3,
    befall: atOnce(({ discord: { discord } }) => discord.gateway.drop()),
  },
  {
    ...{ kind: 'gateway asks to reconnect', weight: 2 },
    befall: atOnce(({ discord: { discord } }) => discord.gateway.reconnect()),
  },
  {
    ...{ kind: 'gateway says the session is invalid', weight: 3 },
    befall: atOnce(({ discord: { discord } }, chance) => discord.gateway.invalidate(chance.number() < 0.5)),
  },
  {
    ...{ kind: 'gateway tells twice', weight: 5 },
    befall({ discord: { discord } }) {
      if (!discord.gateway.told.includes('MESSAGE_CREATE')) return false
      discord.gateway.repeat('MESSAGE_CREATE')
      return true
    },
  },
  {
    ...{ kind: 'gateway is silent', weight: 1 },
    async befall({ discord: { discord } }) {
      discord.gateway.silence()
      await pause(4_000)
      // A line that was dead does not go on as if nothing had been missed.
      discord.gateway.drop()
      discord.gateway.accept()
      return true
    },
  },
]

const DISCORD_POST = 'POST /channels/:id/messages'

/** All of it. */
export const FAULTS: readonly Fault[] = [...PROCESSES, ...LINES, ...STORES, ...SLACK, ...DISCORD]

/** Where all that may be drawn goes on already. */
const NOTHING: Fault = { kind: 'nothing', weight: 1, befall: () => false }

/** One of these, the weightier the likelier. */
export const drawn = (faults: readonly Fault[], chance: Chance): Fault => {
  if (faults.length === 0) return NOTHING
  let left = chance.number() * faults.reduce((sum, { weight }) => sum + weight, 0)
  for (const fault of faults) {
    left -= fault.weight
    if (left < 0) return fault
  }
  return chance.pick(faults)
}
