/** The edge of Slack as it runs, over HTTP, with `emulate` on its far side. */
import { createHmac } from 'node:crypto'
import { afterEach } from 'vitest'
import { systemClock } from '../../../src/clock.ts'
import type { Desk, Hear, Heard } from '../../../src/platform/platform.ts'
import { type Slack, type SlackOptions, slack } from '../../../src/platform/slack/slack.ts'
import { EMPTY_DESK } from '../bare.ts'
import type { Emulated, Json, Options, Somebody } from './emulated.ts'
import { emulated, SIGNING_SECRET, TEAM } from './emulated.ts'

export type Setting = {
  hear?: Hear
  desk?: Desk
  team?: SlackOptions['team']
  shelf?: SlackOptions['shelf']
  /** With an emulator that runs already, or one of its own. */
  on?: Emulated
  far?: Options
  /** Not started. */
  idle?: boolean
}

export type Edge = {
  far: Emulated
  platform: Slack
  heard: Heard[]
  /** The words of the messages that were heard, in order. */
  words(): string[]
  /** What was told to those who run it. */
  log(): string
  /** The address of one of its pages. */
  at(path: string): string
  /** `emulate` has no slash commands, so this posts one, as Slack does; answers what the person is told at once. */
  type(who: Somebody, channel: string, line: string, trigger?: string): Promise<Json>
}

/** Starts edges for the tests of one file, and stops them after each. */
export const edges = (): ((setting?: Setting) => Promise<Edge>) => {
  const all: { stop(): Promise<void> }[] = []
  afterEach(async () => {
    for (const one of all.splice(0).toReversed()) await one.stop()
  })
  return async (setting = {}) => {
    const far = setting.on ?? (await emulated(setting.far))
    if (!setting.on) all.push(far)
    const { edge, start } = edgeOn(far, setting)
    all.push(edge.platform)
    if (!setting.idle) await start()
    return edge
  }
}

const edgeOn = (far: Emulated, setting: Setting): { edge: Edge; start(): Promise<void> } => {
  const { team = { token: far.bot.token }, shelf = shelfIn(new Map()), desk = EMPTY_DESK } = setting
  const heard: Heard[] = []
  const told: string[] = []
  const inner = slack({
    transport: { http: { signingSecret: SIGNING_SECRET, port: 0, host: '127.0.0.1' } },
    ...{ team, apiUrl: far.apiUrl, shelf, clock: systemClock() },
    log: (level, what, details) => told.push(JSON.stringify({ level, what, details })),
  })
  const at = (path: string): string => `http://127.0.0.1:${inner.port()}${path}`
  const platform: Slack = {
    ...inner,
    async start(hear, desk) {
      await inner.start(hear, desk)
      far.deliverTo(at('/slack/events'))
    },
  }
  const hear: Hear = async (each) => {
    await setting.hear?.(each)
    heard.push(each)
  }
  const edge: Edge = {
    ...{ far, platform, heard, at },
    words: () => heard.flatMap((each) => (each.type === 'message' ? [each.text] : [])),
    log: () => told.join('\n'),
    async type({ id }, channel, line, trigger = `1.2.${line}`) {
      const body = new URLSearchParams({
        ...{ command: '/mlsd', text: line, team_id: TEAM, channel_id: channel, user_id: id },
        ...{ trigger_id: trigger, response_url: NOWHERE },
      }).toString()
      const headers = { 'content-type': 'application/x-www-form-urlencoded', ...signed(body) }
      const answer = await fetch(at('/slack/events'), { method: 'POST', headers, body })
      const text = await answer.text()
      return { status: answer.status, ...(text.startsWith('{') ? JSON.parse(text) : {}) }
    },
  }
  return { edge, start: () => platform.start(hear, desk) }
}

const NOWHERE = 'http://127.0.0.1:9/'

const signed = (body: string): Record<string, string> => {
  const time = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${time}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${signature}` }
}

/** A shelf that is looked into. */
export const shelfIn = (kept: Map<string, unknown>): SlackOptions['shelf'] => ({
  load: async (name) => structuredClone(kept.get(name)),
  save: async (name, value) => void kept.set(name, structuredClone(value)),
  remove: async (name) => void kept.delete(name),
})

/** The name of a channel as a place, or of a thread in it. */
export const placeOf = (channel: string, thread?: string, team = TEAM): string =>
  [`slack:${team}`, channel, ...(thread === undefined ? [] : [thread])].join('/')

/** Every word that a message, a view or an answer shows: its blocks where it has some, else its text. */
export const wordsIn = ({ text, blocks }: { text?: unknown; blocks?: unknown }): string => {
  const words: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'text' && typeof inner === 'string') words.push(inner)
      else walk(inner)
    }
  }
  walk(Array.isArray(blocks) && blocks.length > 0 ? blocks : { text })
  return words.join('\n')
}
