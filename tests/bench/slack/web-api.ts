/** The least that a bot needs of Slack's Web API, answered at once: what is measured is the bot. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parse } from 'node:querystring'

/** A message that the bot posted; `id` is what it bears to tell a repeat, where it bears anything. */
export type Posted = { channel: string; thread: string | undefined; ts: string; id: string | undefined }

export type WebApi = { url: string; close(): Promise<void> }

export const TEAM = 'T0BENCH'
export const BOT = 'U0BOT'

/** Serves on a free port of this machine; `posted` is called before the bot is answered, for a stream at its end. */
export const webApi = async (posted: (message: Posted) => void): Promise<WebApi> => {
  let count = 0
  const streams = new Map<string, string>()
  const answers: Record<string, (args: Record<string, unknown>) => object> = {
    'auth.test': () => ({
      url: 'https://bench.slack.com/',
      team_id: TEAM,
      user_id: BOT,
      bot_id: 'B0BOT',
      team: 'Bench',
      user: 'mlsd',
    }),
    'conversations.info': ({ channel }) => ({
      channel: { id: channel, is_channel: true, is_private: false },
    }),
    'chat.postMessage': (args) => {
      count += 1
      const ts = `${1_700_000_000 + count}.000100`
      const channel = String(args.channel)
      const thread = args.thread_ts === undefined ? undefined : String(args.thread_ts)
      posted({ channel, thread, ts, id: idIn(args.metadata) })
      return { channel, ts, message: { ts, ...(thread !== undefined && { thread_ts: thread }) } }
    },
    'chat.startStream': ({ thread_ts: thread }) => {
      count += 1
      const ts = `${1_700_000_000 + count}.000100`
      streams.set(ts, String(thread))
      return { ts }
    },
    'chat.stopStream': ({ channel, ts, metadata }) => {
      const thread = streams.get(String(ts))
      streams.delete(String(ts))
      if (metadata !== undefined)
        posted({ channel: String(channel), thread, ts: String(ts), id: idIn(metadata) })
      return { ts }
    },
  }
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const method = request.url?.split('/').pop() ?? ''
    const text = Buffer.concat(parts).toString()
    const args = request.headers['content-type']?.startsWith('application/json')
      ? JSON.parse(text)
      : parse(text)
    const answer = JSON.stringify({ ok: true, ...answers[method]?.(args) })
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(answer),
    })
    response.end(answer)
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

const idIn = (metadata: unknown): string | undefined =>
  metadata === undefined
    ? undefined
    : JSON.stringify((typeof metadata === 'string' ? JSON.parse(metadata) : metadata).event_payload)
