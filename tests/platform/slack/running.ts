/** The edge of Slack as it runs, with a stand-in on its far side and everything noted that it hears and tells. */
import { afterEach, expect } from 'vitest'
import { type Clock, systemClock } from '../../../src/clock.ts'
import type { Desk, Hear, Heard } from '../../../src/platform/platform.ts'
import { type Slack, type SlackOptions, slack } from '../../../src/platform/slack/slack.ts'
import { EMPTY_DESK } from '../bare.ts'
import type { Options } from './stand-in/options.ts'
import { type StandIn, standIn } from './stand-in/stand-in.ts'

export type Mode = 'socket' | 'http'

export type Told = { level: string; what: string; details?: Record<string, unknown> | undefined }

export type Running = {
  far: StandIn
  platform: Slack
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
  mode?: Mode
  hear?: Hear
  desk?: Desk
  clock?: Clock
  team?: SlackOptions['team']
  far?: Options
  shelf?: Map<string, unknown>
  /** Where the Web API is, if not at the stand-in itself. */
  apiUrl?: string
  /** Not started, or with a stand-in that runs already. */
  idle?: boolean
  on?: StandIn
}

export const SECRET = '0123456789abcdef0123456789abcdef'

/** What an edge is given that talks to a stand-in; in Socket Mode where nothing else is said. */
export const optionsOn = (far: StandIn, setting: Setting = {}): SlackOptions & { told: Told[] } => {
  const { mode = 'socket', clock = systemClock(), shelf = new Map<string, unknown>() } = setting
  const told: Told[] = []
  return {
    transport:
      mode === 'socket'
        ? { socket: { appToken: far.appToken } }
        : { http: { signingSecret: SECRET, port: 0, host: '127.0.0.1' } },
    team: setting.team ?? { token: 'xoxb-T1' },
    apiUrl: setting.apiUrl ?? far.apiUrl,
    shelf: {
      load: async (name) => structuredClone(shelf.get(name)),
      save: async (name, value) => void shelf.set(name, structuredClone(value)),
      remove: async (name) => void shelf.delete(name),
    },
    clock,
    told,
    log: (level, what, details) => told.push({ level, what, details }),
  }
}

/** Starts an edge. */
export const running = async (setting: Setting = {}): Promise<Running> => {
  const { mode = 'socket', desk = EMPTY_DESK, shelf = new Map<string, unknown>() } = setting
  const far = setting.on ?? (await standIn(setting.far))
  const options = optionsOn(far, { ...setting, shelf })
  const { told } = options
  const platform = slack(options)
  const heard: Heard[] = []
  const hear: Hear = async (each) => {
    await setting.hear?.(each)
    heard.push(each)
  }
  const start = async (): Promise<void> => {
    await platform.start(hear, desk)
    if (mode === 'http') far.deliverTo(addressOf(platform), SECRET)
    else await far.sockets.connected()
  }
  if (!setting.idle) await start()
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

/** Starts edges for the tests of one file and stops them after each, when all they sent must have been within Slack's limits. */
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

/** Something that can be waited for, and be brought about. */
export const latch = (): PromiseWithResolvers<void> => Promise.withResolvers<void>()

export const MODES: readonly [Mode, string][] = [
  ['socket', 'in Socket Mode'],
  ['http', 'over HTTP'],
]

/** Where an edge takes requests. */
export const addressOf = (platform: Slack): string => `http://127.0.0.1:${platform.port()}/slack/events`

/** A clock on which time goes faster, so that long pauses can be waited for. */
export const hasty = (factor: number): Clock => {
  const clock = systemClock()
  const began = clock.now()
  return {
    now: () => began + (clock.now() - began) * factor,
    at: (time, wake) => clock.at(began + (time - began) / factor, wake),
  }
}
