/** The edge of Discord as it runs, with a stand-in on its far side and everything noted that it hears and tells. */
import { afterEach, expect } from 'vitest'
import { type Clock, systemClock } from '../../../src/clock.ts'
import { type DiscordOptions, discord } from '../../../src/platform/discord/discord.ts'
import type { Desk, Hear, Heard, Platform } from '../../../src/platform/platform.ts'
import { EMPTY_DESK } from '../bare.ts'
import type { Options } from './stand-in/options.ts'
import { type StandIn, standIn } from './stand-in/stand-in.ts'

export type Told = { level: string; what: string; details?: Record<string, unknown> | undefined }

export type Running = {
  far: StandIn
  platform: Platform
  heard: Heard[]
  /** The words of the messages that were heard, in order. */
  words(): string[]
  /** What was told to those who run it, whole and as one text. */
  told: Told[]
  log(): string
  shelf: Map<string, unknown>
  stop(): Promise<void>
}

export type Setting = {
  hear?: Hear
  desk?: Desk
  clock?: Clock
  guild?: string
  shard?: DiscordOptions['shard']
  /** Another process speaks for this one. */
  shared?: true
  token?: string
  far?: Options
  shelf?: Map<string, unknown>
  /** Not started, or with a stand-in that runs already. */
  idle?: boolean
  on?: StandIn
}

/** What an edge is given that talks to a stand-in. */
export const optionsOn = (far: StandIn, setting: Setting = {}): DiscordOptions & { told: Told[] } => {
  const { clock = systemClock(), shelf = new Map<string, unknown>(), guild } = setting
  const told: Told[] = []
  return {
    token: setting.token ?? far.token,
    apiUrl: far.apiUrl,
    cdn: [far.url],
    ...(guild !== undefined && { guild }),
    ...(setting.shard && { shard: setting.shard }),
    ...(setting.shared && { shared: setting.shared }),
    shelf: {
      load: async (name) => structuredClone(shelf.get(name)),
      save: async (name, value) => void shelf.set(name, structuredClone(value)),
      remove: async (name) => void shelf.delete(name),
      of: (person) => ({
        load: async (place) => structuredClone(shelf.get(`${person} ${place}`)),
        save: async (place, value) => void shelf.set(`${person} ${place}`, structuredClone(value)),
      }),
    },
    clock,
    told,
    log: (level, what, details) => told.push({ level, what, details }),
  }
}

/** Starts an edge; it is ready once the commands can be used. */
export const running = async (setting: Setting = {}): Promise<Running> => {
  const { desk = EMPTY_DESK, shelf = new Map<string, unknown>() } = setting
  const far = setting.on ?? (await standIn(setting.far))
  const options = optionsOn(far, { ...setting, shelf })
  const { told } = options
  const platform = discord(options)
  const heard: Heard[] = []
  const hear: Hear = async (each) => {
    await setting.hear?.(each)
    heard.push(each)
  }
  if (!setting.idle) {
    await platform.start(hear, desk)
    await far.until(() => shelf.has('commands'), 'the commands')
  }
  return {
    ...{ far, platform, heard, told, shelf },
    words: () => heard.flatMap((each) => (each.type === 'message' ? [each.text] : [])),
    log: () => told.map((each) => JSON.stringify(each)).join('\n'),
    async stop() {
      await platform.stop()
      if (!setting.on) await far.stop()
    },
  }
}

/** Starts edges for the tests of one file and stops them after each, when all they sent must have been within Discord's limits. */
export const starting = (): ((setting?: Setting) => Promise<Running>) => {
  const all: Running[] = []
  afterEach(async () => {
    for (const run of all.splice(0)) {
      await run.stop()
      expect(run.far.faults).toEqual([])
    }
  })
  return async (setting) => {
    const run = await running(setting)
    all.push(run)
    return run
  }
}

/** A clock on which time goes faster, so that long pauses can be waited for. */
export const hasty = (factor: number): Clock => {
  const clock = systemClock()
  const began = clock.now()
  return {
    now: () => began + (clock.now() - began) * factor,
    at: (time, wake) => clock.at(began + (time - began) / factor, wake),
  }
}

/** A thread of a channel, as an earlier process of the app has opened it. */
export const threadOf = async (far: StandIn, channel: string, hidden = false): Promise<string> => {
  const answer = await fetch(`${far.apiUrl}/v10/channels/${channel}/threads`, {
    method: 'POST',
    headers: { authorization: `Bot ${far.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'A talk', type: hidden ? 12 : 11 }),
  })
  const { id } = (await answer.json()) as { id: string }
  return id
}

/** When something with this id was made, in milliseconds. */
export const timeOf = (id: string): number => Number((BigInt(id) >> 22n) + 1_420_070_400_000n)
