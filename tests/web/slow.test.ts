/** Clients that are slow, endless or silent, by real sockets at every server of ours: each is cut, and others are served. */
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { slack } from '../../src/platform/slack/slack.ts'
import { opsOf } from '../../src/web/ops.ts'
import { webOf } from '../../src/web/server.ts'
import { fakeMemory } from '../memory/fake.ts'
import { EMPTY_DESK } from '../platform/bare.ts'
import { optionsOn, SECRET } from '../platform/slack/running.ts'
import { standIn } from '../platform/slack/stand-in/stand-in.ts'

/** As at home, and a hundred times as strict. */
const WITHIN = { headers: 150, request: 400, idle: 200 }
const AT = { port: 0, host: '127.0.0.1', within: WITHIN }
const log = () => {}

type Served = { port: number; good: string; stop(): Promise<void> }

const SERVERS: readonly [string, () => Promise<Served>][] = [
  [
    'for pages',
    async () => {
      const pages = { html: async () => undefined }
      const web = webOf({ memory: fakeMemory(), pages, clock: systemClock(), log }, AT)
      return { port: await web.start(), good: 'GET /', stop: web.stop }
    },
  ],
  [
    'for whoever runs it',
    async () => {
      const needs = {
        ready: async () => ({ ready: true, checks: [] }),
        metrics: async () => ({ type: 'a', text: '' }),
      }
      const ops = opsOf({ ...needs, log }, AT)
      return { port: await ops.start(), good: 'GET /healthz', stop: ops.stop }
    },
  ],
  [
    'for Slack',
    async () => {
      const far = await standIn()
      const http = { signingSecret: SECRET, ...AT }
      const platform = slack({ ...optionsOn(far), transport: { http } })
      await platform.start(async () => {}, EMPTY_DESK)
      const stop = async () => {
        await platform.stop()
        await far.stop()
      }
      return { port: platform.port() ?? 0, good: 'GET /', stop }
    },
  ],
]

describe.each(SERVERS)('a server %s', (_, serve) => {
  let served: Served
  const sockets: Socket[] = []
  beforeEach(async () => {
    served = await serve()
  })
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy()
    await served.stop()
  })

  /** A connection with what comes back over it, and its end from the other side. */
  const dial = async () => {
    const socket = connect({ port: served.port, host: '127.0.0.1', allowHalfOpen: true })
    sockets.push(socket)
    let text = ''
    socket.on('data', (chunk) => (text += chunk))
    const ended = new Promise<void>((done) => socket.once('close', () => done()).once('end', done))
    socket.on('error', () => {})
    await new Promise<void>((done) => socket.once('connect', done))
    return { socket, ended, text: () => text }
  }
  /** Says a little again and again, for as long as somebody takes it. */
  const drip = (socket: Socket, words: string): void => {
    const timer = setInterval(() => socket.write(words), 20)
    for (const end of ['close', 'end', 'error'] as const) socket.once(end, () => clearInterval(timer))
  }
  const servesOthers = async () => {
    const { socket, ended, text } = await dial()
    socket.write(`${served.good} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
    await ended
    expect(text()).toMatch(/^HTTP\/1\.1 (200|404)/)
  }

  test('cuts off who connects and says nothing', async () => {
    const { ended } = await dial()
    await ended
    await servesOthers()
  })

  test('cuts off whose head does not come to an end', async () => {
    const { socket, ended } = await dial()
    socket.write('POST /slack/events HTTP/1.1\r\nHost: a\r\n')
    drip(socket, 'x-more: 1\r\n')
    await ended
    await servesOthers()
  })

  test('cuts off whose body does not come to an end, however it drips', async () => {
    const { socket, ended } = await dial()
    socket.write('POST /slack/events HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n')
    drip(socket, 'x')
    await ended
    await servesOthers()
  })

  test('cuts off who leaves the line open after an answer', async () => {
    const { socket, ended, text } = await dial()
    socket.write(`${served.good} HTTP/1.1\r\nHost: a\r\n\r\n`)
    await ended
    expect(text()).toMatch(/^HTTP\/1\.1 (200|404)/)
    await servesOthers()
  })

  test('reads no body without an end: it is refused long before, and the line is cut', async () => {
    const { socket, ended, text } = await dial()
    socket.write('POST /slack/events HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n')
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
    let sent = 0
    let over = false
    void ended.then(() => {
      over = true
    })
    while (!over && sent < 256 * 1_048_576) {
      sent += chunk.length
      if (!socket.write(chunk))
        await Promise.race([ended, new Promise<void>((done) => socket.once('drain', () => done()))])
    }
    expect(over).toBe(true)
    if (text() !== '') expect(text()).toMatch(/^HTTP\/1\.1 (405|413|408)/)
    await servesOthers()
  })

  test('serves others while many hold lines open and say nothing', async () => {
    for (let n = 0; n < 40; n++) await dial()
    await servesOthers()
  })
})
