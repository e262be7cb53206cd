/**
 * What daily questions need of Slack's Web API, for a whole organisation by one token. It keeps to Slack's rates: one
 * message a second in a channel, fifty direct messages opened a minute in a workspace; what is over that gets 429.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export const ORGANISATION = 'E0BENCH'
/** So many workspaces it has; which one somebody is in, their id begins with. */
export const TEAMS = 100
export const TEAM_DIGITS = 3

export type WebApi = { url: string; limited(): number; close(): Promise<void> }

type Answer = { status: number; body: object; wait?: number }

/** Serves on a free port of this machine; `posted` is told of each message with its channel. */
export const webApi = async (posted: (channel: string) => void): Promise<WebApi> => {
  const posts = rate(1, 1_000)
  const opens = rate(50, 60_000)
  let [count, limited] = [0, 0]
  const tooMuch = (wait: number): Answer => {
    limited += 1
    return { status: 429, body: { ok: false, error: 'ratelimited' }, wait }
  }
  const answers: Record<string, (args: Record<string, unknown>) => Answer> = {
    'auth.test': () => ok({ ...WHO, enterprise_id: ORGANISATION, is_enterprise_install: true }),
    'conversations.info': ({ channel }) => ok({ channel: { id: channel, is_channel: true } }),
    'conversations.open': ({ users }) => {
      const user = String(users)
      const wait = opens(user.slice(1, 1 + TEAM_DIGITS))
      return wait > 0 ? tooMuch(wait) : ok({ channel: { id: `D${user.slice(1)}` } })
    },
    'chat.postMessage': (args) => {
      const channel = String(args.channel)
      const wait = posts(channel)
      if (wait > 0) return tooMuch(wait)
      count += 1
      posted(channel)
      const ts = `${1_700_000_000 + count}.000100`
      return ok({ channel, ts, message: { ts } })
    },
  }
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const text = Buffer.concat(parts).toString()
    const isJson = request.headers['content-type']?.startsWith('application/json')
    const args = isJson ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text))
    const { status, body, wait } = answers[request.url?.split('/').pop() ?? '']?.(args) ?? ok({})
    const after = wait === undefined ? {} : { 'retry-after': String(Math.ceil(wait / 1_000)) }
    response.writeHead(status, { 'content-type': 'application/json', ...after }).end(JSON.stringify(body))
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    limited: () => limited,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

const WHO = { url: 'https://bench.slack.com/', user_id: 'U0BOT', bot_id: 'B0BOT', user: 'mlsd' }

const ok = (body: object): Answer => ({ status: 200, body: { ok: true, ...body } })

/** Counts calls by key; answers the milliseconds to wait where one is too many. */
const rate = (most: number, within: number) => {
  const windows = new Map<string, { count: number; until: number }>()
  return (key: string): number => {
    const now = performance.now()
    const known = windows.get(key)
    const window = known && known.until > now ? known : { count: 0, until: now + within }
    windows.set(key, window)
    window.count += 1
    return window.count > most ? window.until - now : 0
  }
}
