/** Pages over HTTP, by a real server: read with a link, refused without, and never more than a page. */
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { virtualClock } from '../../src/clock.ts'
import { linkTo, withdraw } from '../../src/host/pages/links.ts'
import type { Mailbox } from '../../src/mailbox/mailbox.ts'
import { type Web, webOf } from '../../src/web/server.ts'
import { fakeMailbox } from '../mailbox/fake.ts'
import { fakeMemory } from '../memory/fake.ts'

const clock = virtualClock(Date.UTC(2026, 0, 5))
let memory: ReturnType<typeof fakeMemory>
let mailbox: Mailbox
let web: Web
let at: string
let port: number
let made: unknown[]
let broken: boolean
let slow: Promise<void> | undefined
const troubles: string[] = []

beforeEach(async () => {
  ;[made, broken, slow] = [[], false, undefined]
  memory = fakeMemory()
  mailbox = fakeMailbox(clock)
  const pages = {
    html: async (page: object) => {
      made.push(page)
      await slow
      if (broken) throw new Error('a secret reason')
      return '<!doctype html><title>Report</title>'
    },
  }
  const log = (_: string, what: string) => void troubles.push(what)
  web = webOf({ memory, pages, clock, log }, { port: 0, host: '127.0.0.1' })
  port = await web.start()
  at = `http://127.0.0.1:${port}`
})
afterEach(() => web.stop())

const link = async (interview?: string): Promise<string> =>
  (await linkTo({ memory, mailbox, clock }, 'chat:T1/mia', interview)).token

describe('whoever has a link', () => {
  test('reads the page that it was made for, which runs and loads nothing and is kept nowhere', async () => {
    const answer = await fetch(`${at}/p/${await link('abc')}`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('<title>Report</title>')
    expect(made).toMatchObject([{ person: 'chat:T1/mia', interview: 'abc' }])
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  test('reads nothing once it was taken back, or its time is over', async () => {
    const token = await link()
    await withdraw(memory, ['chat:T1/mia'])
    const gone = await fetch(`${at}/p/${token}`)
    expect(gone.status).toBe(404)
    const forged = await fetch(`${at}/p/${token.slice(0, -1)}x`)
    expect([forged.status, await forged.text()]).toEqual([404, await gone.text()])
    const late = await link()
    await clock.advance(7 * 86_400_000)
    expect((await fetch(`${at}/p/${late}`)).status).toBe(404)
    expect(made).toEqual([])
  })
})

describe('whoever has none', () => {
  test('has nothing looked up, whatever they make up', async () => {
    const token = await link()
    expect((await fetch(`${at}/p/${token}`)).status).toBe(200)
    const looked: string[] = []
    const { load } = memory
    memory.load = async (key) => {
      looked.push(key)
      return load(key)
    }
    const [id, until] = token.split('.')
    for (const forged of [
      `${token.slice(0, -1)}x`,
      `${id}.zzzzzz.${token.split('.')[2]}`,
      `${id}.${until}`,
      'x',
    ])
      expect((await fetch(`${at}/p/${forged}`)).status).toBe(404)
    expect(looked).toEqual([])
  })

  test.each([
    '/',
    '/p/',
    '/p/x',
    '/p/../etc/passwd',
    '/p/%2e%2e',
    `/p/${'a'.repeat(300)}`,
    '/metrics',
    '//p/x',
  ])('finds nothing at %s', async (path) => {
    const answer = await fetch(at + path)
    expect(answer.status).toBe(404)
    expect(made).toEqual([])
  })

  test('cannot write, and is not read', async () => {
    const answer = await fetch(`${at}/p/x`, { method: 'POST', body: 'x'.repeat(100_000) })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, HEAD')
  })

  test('is cut off with a head that is too large', async () => {
    const answer = await fetch(`${at}/p/x`, { headers: { long: 'x'.repeat(20_000) } })
    expect(answer.status).toBe(431)
  })

  test('who says nothing is cut off when the server stops', async () => {
    const socket = connect(port, '127.0.0.1')
    await new Promise((done) => socket.once('connect', done))
    const closed = new Promise((done) => socket.once('close', done))
    socket.on('error', () => {})
    socket.write('GET /p/x HTTP/1.1\r\nHost: a\r\n')
    await web.stop()
    await closed
  })
})

test('what goes wrong is told to the log and not to the reader', async () => {
  broken = true
  const answer = await fetch(`${at}/p/${await link()}`)
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('secret')
  expect(troubles).toContain('a page could not be shown')
})

test('of more pages than can be made at once, some are told to come again', async () => {
  const going = Promise.withResolvers<void>()
  slow = going.promise
  const token = await link()
  let refused = 0
  const asked = Array.from({ length: 8 }, async () => {
    const { status, headers } = await fetch(`${at}/p/${token}`)
    if (status === 503 && headers.has('retry-after')) refused += 1
    if (refused === 4) going.resolve()
    return status
  })
  const all = await Promise.all(asked)
  expect(all.filter((status) => status === 200)).toHaveLength(4)
  expect(all.filter((status) => status === 503)).toHaveLength(4)
})

test('a port that is taken is said', async () => {
  const other = webOf(
    { memory, pages: { html: async () => undefined }, clock, log: () => {} },
    { port, host: '127.0.0.1' },
  )
  await expect(other.start()).rejects.toThrow('EADDRINUSE')
  await other.stop()
})
