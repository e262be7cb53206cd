/** Signed deliveries, as Slack makes them. */
import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'
import { stringify } from 'node:querystring'
import { BOT, TEAM } from './web-api.ts'

export const SECRET = 'bench-signing-secret-0123456789'
const APP = 'A0BENCH'

export type Sender = {
  /** Each resolves with the milliseconds until it was acknowledged, and rejects where it was not. */
  message(channel: string, thread: string, user: string, text: string): Promise<number>
  command(channel: string, user: string, text: string): Promise<number>
  close(): void
}

/** Counts what is delivered; several senders to one bot share it, so that no two deliveries look the same. */
export type Counter = { count: number }

/** Sends to a bot that listens on this port of this machine. */
export const senderTo = (port: number, sent: Counter = { count: 0 }): Sender => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })

  const deliver = (body: string, type: string): Promise<number> =>
    new Promise((done, fail) => {
      const timestamp = String(Math.floor(Date.now() / 1_000))
      const digest = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex')
      const headers = {
        'content-type': type,
        'content-length': Buffer.byteLength(body),
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${digest}`,
      }
      const begun = performance.now()
      const sending = request(
        { host: '127.0.0.1', port, path: '/slack/events', method: 'POST', agent, headers },
        (response) => {
          response.resume()
          response.on('end', () => {
            if (response.statusCode === 200) done(performance.now() - begun)
            else fail(new Error(`A delivery was answered with ${response.statusCode}.`))
          })
        },
      )
      sending.on('error', (error) => {
        // A connection that was closed while nobody used it: what was sent on it is sent again, as Slack does.
        if (sending.reusedSocket && 'code' in error && error.code === 'ECONNRESET')
          deliver(body, type).then(done, fail)
        else fail(error)
      })
      sending.end(body)
    })

  return {
    message(channel, thread, user, text) {
      const count = ++sent.count
      const ts = `${1_800_000_000 + count}.000200`
      const event = {
        type: 'message',
        channel,
        user,
        text,
        ts,
        thread_ts: thread,
        channel_type: 'channel',
        event_ts: ts,
      }
      const body = {
        token: 'unused',
        team_id: TEAM,
        api_app_id: APP,
        event,
        type: 'event_callback',
        event_id: `Ev${count}`,
        event_time: Math.floor(Number(ts)),
        is_ext_shared_channel: false,
        authorizations: [
          { enterprise_id: null, team_id: TEAM, user_id: BOT, is_bot: true, is_enterprise_install: false },
        ],
      }
      return deliver(JSON.stringify(body), 'application/json')
    },
    command(channel, user, text) {
      const count = ++sent.count
      const body = {
        command: '/mlsd',
        text,
        team_id: TEAM,
        team_domain: 'bench',
        channel_id: channel,
        channel_name: 'bench',
        user_id: user,
        user_name: 'bench',
        api_app_id: APP,
        is_enterprise_install: 'false',
        response_url: 'http://127.0.0.1:9/unused',
        trigger_id: `${count}.bench`,
      }
      return deliver(stringify(body), 'application/x-www-form-urlencoded')
    },
    close: () => agent.destroy(),
  }
}
