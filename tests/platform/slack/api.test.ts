import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { apiOf, type Bot } from '../../../src/platform/slack/api/api.ts'
import { authorised, quickClock, type Speaking, speaking } from './speaking.ts'

const open: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const { stop } of open.splice(0)) await stop()
})

const begin = async (...args: Parameters<typeof speaking>): Promise<Speaking> => {
  const it = await speaking(...args)
  open.push(it)
  return it
}

const HELLO = { channel: 'C1', text: 'hello' }

describe('what Slack says no with', () => {
  test.each([
    ['channel_not_found', 'gone', '/invite'],
    ['not_in_channel', 'gone', '/invite'],
    ['is_archived', 'gone', 'archived'],
    ['token_revoked', 'gone', 'Install it again'],
    ['account_inactive', 'gone', 'Install it again'],
    ['restricted_action', 'gone', 'admins can allow it'],
    ['restricted_action_read_only_channel', 'gone', 'admins can allow it'],
    ['invalid_auth', 'unreachable', 'SLACK_BOT_TOKEN'],
    ['token_expired', 'unreachable', 'Install the app again'],
    ['msg_too_long', 'refused', 'too long'],
    ['invalid_blocks', 'refused', 'malformed'],
    ['not_allowed_token_type', 'refused', 'xoxb-'],
    ['org_login_required', 'busy', 'being moved'],
    ['something_new', 'refused', 'mlsd doctor'],
  ])('%s is %s, in words that say what to do', async (error, kind, words) => {
    const { slack, api } = await begin()
    slack.trouble.fail('chat.postMessage', error)
    const fault = await api.call('slack:T1', 'chat.postMessage', HELLO).catch((fault: unknown) => fault)
    expect(fault).toMatchObject({ name: 'PlatformFault', kind, cause: { method: 'chat.postMessage', error } })
    expect((fault as Error).message).toContain(words)
    expect((fault as Error).message).toContain(error)
  })

  test('a scope that is lacking is named', async () => {
    const { api } = await begin({ teams: [{ id: 'T1', scopes: ['users:read'] }] })
    await expect(api.call('slack:T1', 'chat.postMessage', HELLO)).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/lacks a scope.*It needs chat:write\./),
      cause: { needed: 'chat:write' },
    })
  })

  test('what was wrong with the arguments is told', async () => {
    const { api } = await begin()
    const empty = {
      channel: 'C1',
      text: 'x',
      blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }],
    } as const
    await expect(
      api.call('slack:T1', 'chat.postMessage', { ...empty, blocks: [...empty.blocks] }),
    ).rejects.toThrow(/header|blocks/)
  })
})

describe('where Slack stumbles', () => {
  test.each([[500], [503], ['internal_error'], ['fatal_error'], ['cut'], ['lost-answer']] as const)(
    'a question is asked again after %s',
    async (failure) => {
      const again: string[] = []
      const { slack, api } = await begin({}, { again: (method, why) => again.push(`${method}: ${why}`) })
      slack.trouble.fail('users.info', failure, { times: 2 })
      const { user } = await api.call('slack:T1', 'users.info', { user: 'U1' })
      expect(user?.id).toBe('U1')
      expect(slack.callsOf('users.info')).toHaveLength(3)
      expect(again).toEqual([expect.stringMatching(/^users\.info: \S/), again[0]])
    },
  )

  test('nothing is told as made again where it was made once', async () => {
    const again: string[] = []
    const { slack, api } = await begin({}, { again: (method) => again.push(method) })
    await api.call('slack:T1', 'users.info', { user: 'U1' })
    slack.trouble.limit('users.info', { retryAfter: 0 })
    await api.call('slack:T1', 'users.info', { user: 'U1' })
    slack.trouble.fail('chat.postMessage', 'lost-answer')
    const found = async () => ({ ok: true as const, ts: '1700000000.000100' })
    await api.call('slack:T1', 'chat.postMessage', HELLO, { found })
    slack.trouble.fail('users.info', 503)
    await expect(api.call('slack:T1', 'users.info', { user: 'U1' }, { hurry: true })).rejects.toThrow('503')
    expect(again).toEqual([])
  })

  test('it is not asked for ever', async () => {
    const { slack, api } = await begin()
    slack.trouble.fail('users.info', 503, { times: Number.POSITIVE_INFINITY })
    await expect(api.call('slack:T1', 'users.info', { user: 'U1' })).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('HTTP 503'),
    })
    expect(slack.callsOf('users.info').length).toBeLessThan(10)
  })

  test('a post whose answer was lost is not made a second time unseen', async () => {
    const { slack, api } = await begin()
    slack.trouble.fail('chat.postMessage', 'lost-answer')
    await expect(api.call('slack:T1', 'chat.postMessage', HELLO)).rejects.toMatchObject({
      kind: 'unreachable',
    })
    expect(slack.shown('T1/C1')).toHaveLength(1)
  })

  test('a post is made again only where it was looked for in vain', async () => {
    const { slack, api } = await begin()
    const there = [undefined, { ok: true as const, ts: '1700000000.000100' }]
    const found = async () => there.shift()
    slack.trouble.fail('chat.postMessage', 'cut', { times: 2 })
    const { ts } = await api.call('slack:T1', 'chat.postMessage', HELLO, { found })
    expect(ts).toBe('1700000000.000100')
    expect(slack.callsOf('chat.postMessage')).toHaveLength(2)
  })

  test('what is not worth waiting for is tried once', async () => {
    const { slack, api } = await begin()
    slack.trouble.fail('users.info', 503)
    await expect(api.call('slack:T1', 'users.info', { user: 'U1' }, { hurry: true })).rejects.toMatchObject({
      kind: 'unreachable',
    })
    expect(slack.callsOf('users.info')).toHaveLength(1)
  })
})

describe('tokens', () => {
  test('a renewed token is taken where the old one was refused', async () => {
    const { slack } = await begin()
    const refused: (string | undefined)[] = []
    const old: Bot = { token: 'xoxb-old', botUserId: 'UBOT' }
    const authorise = async (tenant: string, token?: string): Promise<Bot> => {
      refused.push(token)
      return token === undefined ? old : authorised(slack)(tenant)
    }
    const api = apiOf({ authorise, apiUrl: slack.apiUrl, clock: quickClock() })
    const { user_id: user } = await api.call('slack:T1', 'auth.test', {})
    expect(user).toBe('UBOT')
    expect(refused).toEqual([undefined, 'xoxb-old'])
  })

  test('each workspace is spoken to with its own', async () => {
    const { slack, api } = await begin({ teams: [{ id: 'T1' }, { id: 'T2' }] })
    await api.call('slack:T2', 'chat.postMessage', { channel: 'C12', text: 'hello' })
    expect(slack.shown('T2/C12')).toHaveLength(1)
    await expect(
      api.call('slack:T1', 'chat.postMessage', { channel: 'C12', text: 'hello' }),
    ).rejects.toMatchObject({ kind: 'gone' })
  })

  test('never stand in a fault, whatever happened', async () => {
    const token = 'xoxb-1-very-secret'
    const behaviours: RequestListener[] = [
      (request) => void request.socket.destroy(),
      (_, response) => void response.writeHead(500).end(`Bearer ${token}`),
      (_, response) =>
        void response.end(JSON.stringify({ ok: false, error: 'no', headers: `Bearer ${token}` })),
      (_, response) => void response.end('<html>sign in</html>'),
    ]
    for (const behave of behaviours) {
      const { url, stop } = await serve(behave)
      open.push({ stop })
      const api = apiOf({
        authorise: async () => ({ token, botUserId: 'U0' }),
        apiUrl: url,
        clock: quickClock(),
      })
      const fault = await api.call('slack:T1', 'users.info', { user: 'U1' }).catch((fault: unknown) => fault)
      expect(deep(fault)).toContain('users.info')
      expect(deep(fault)).not.toContain('secret')
    }
  })
})

describe('the wire', () => {
  test('an answer that is not Slack’s is no answer', async () => {
    const { url, stop } = await serve((_, response) => void response.end('<html>hello</html>'))
    open.push({ stop })
    const api = apiOf({
      authorise: async () => ({ token: 'x', botUserId: 'U0' }),
      apiUrl: url,
      clock: quickClock(),
    })
    await expect(api.call('slack:T1', 'users.info', { user: 'U1' })).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('not as Slack does'),
    })
  })

  test('an answer that does not come is not waited for', async () => {
    const { url, stop } = await serve(() => undefined)
    open.push({ stop })
    const api = apiOf({
      authorise: async () => ({ token: 'x', botUserId: 'U0' }),
      apiUrl: url,
      clock: quickClock(),
      patience: 30,
    })
    await expect(api.call('slack:T1', 'users.info', { user: 'U1' })).rejects.toMatchObject({
      kind: 'unreachable',
    })
  })

  test('where nobody listens, even a post is tried again, since it cannot have been made', async () => {
    const { url, stop } = await serve(() => undefined)
    await stop()
    const pauses: number[] = []
    const clock = quickClock()
    const noting = {
      now: clock.now,
      at(time: number, wake: () => void) {
        pauses.push(time)
        return clock.at(time, wake)
      },
    }
    const api = apiOf({
      authorise: async () => ({ token: 'x', botUserId: 'U0' }),
      apiUrl: url,
      clock: noting,
    })
    await expect(api.call('slack:T1', 'chat.postMessage', HELLO)).rejects.toMatchObject({
      kind: 'unreachable',
    })
    expect(pauses.length).toBeGreaterThan(1)
  })

  test('arguments travel as a form, lists as JSON, and what is not said not at all', async () => {
    const { slack, api } = await begin()
    await api.call('slack:T1', 'chat.postMessage', {
      ...HELLO,
      unfurl_links: false,
      blocks: [{ type: 'divider' }],
      mrkdwn: undefined as never,
    })
    const [call] = slack.callsOf('chat.postMessage')
    expect(call?.args).toMatchObject({ channel: 'C1', blocks: [{ type: 'divider' }] })
    expect(Object.keys(call?.args ?? {})).not.toContain('mrkdwn')
  })

  test('a file is read no further than is asked for', async () => {
    const { url, stop } = await serve((_, response) => {
      const more = (): void => void response.write('x'.repeat(10_000), () => setImmediate(more))
      more()
    })
    open.push({ stop })
    const api = apiOf({
      authorise: async () => ({ token: 'x', botUserId: 'U0' }),
      apiUrl: url,
      clock: quickClock(),
    })
    expect((await api.get('slack:T1', url, 25_000)).bytes.byteLength).toBe(25_001)
  })

  test('connections are kept for the next call', async () => {
    const sockets = new Set<unknown>()
    const { url, stop } = await serve((request, response) => {
      sockets.add(request.socket)
      response.end(JSON.stringify({ ok: true, user: { id: 'U1' } }))
    })
    open.push({ stop })
    const api = apiOf({
      authorise: async () => ({ token: 'x', botUserId: 'U0' }),
      apiUrl: url,
      clock: quickClock(),
    })
    for (let left = 20; left > 0; left--) await api.call('slack:T1', 'users.info', { user: 'U1' })
    expect(sockets.size).toBe(1)
  })
})

const serve = async (listener: RequestListener): Promise<{ url: string; stop(): Promise<void> }> => {
  const server: Server = createServer((request, response) => {
    request.resume()
    request.on('end', () => listener(request, response))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`, stop }
}

/** Everything that can be read of a fault and its causes. */
const deep = (fault: unknown): string =>
  fault instanceof Error
    ? `${fault.message} ${fault.stack} ${JSON.stringify(fault)} ${deep(fault.cause)}`
    : (JSON.stringify(fault) ?? '')
