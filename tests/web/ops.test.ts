/** Health, readiness and figures over HTTP, by a real server: what each says when all is well, and when it is not. */
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type VirtualClock, virtualClock } from '../../src/clock.ts'
import { type Memory, MemoryError, StaleRevision } from '../../src/memory/memory.ts'
import type { Listening } from '../../src/web/listening.ts'
import { opsOf } from '../../src/web/ops.ts'
import { type Readiness, readinessOf, type Stage } from '../../src/web/readiness.ts'
import { fakeMemory } from '../memory/fake.ts'

const PAGE = { type: 'text/plain; version=0.0.4', text: 'mlsd_info 1\n' }

let clock: VirtualClock
let memory: Memory | undefined
let stages: Record<string, Stage>
let figures: () => Promise<typeof PAGE>
let ops: Listening
let port: number
let waited: number
let away: Record<string, number | undefined>
const told: string[] = []

beforeEach(async () => {
  told.length = 0
  clock = virtualClock(Date.UTC(2026, 0, 5))
  memory = fakeMemory()
  stages = { process: 'serves', slack: 'serves' }
  away = { slack: undefined }
  waited = 0
  figures = async () => PAGE
  const log = (_: string, what: string, details?: object) =>
    void told.push(`${what} ${JSON.stringify(details)}`)
  const ready = readinessOf({
    memory: () => memory,
    waited: () => waited,
    clock,
    log,
    stages: () => stages,
    away: () => away,
  })
  ops = opsOf({ ready, metrics: () => figures(), log }, { port: 0, host: '127.0.0.1' })
  port = await ops.start()
})
afterEach(() => ops.stop())

const get = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init)

const readiness = async (): Promise<Readiness & { status: number }> => {
  const answer = await get('/readyz')
  return { status: answer.status, ...((await answer.json()) as Readiness) }
}

/** What is wrong, by what was looked at. */
const wrong = ({ checks }: Readiness) =>
  Object.fromEntries(checks.filter(({ ok }) => !ok).map(({ what, says }) => [what, says]))

describe('when all is well', () => {
  test('it lives, it is ready, and its figures are there', async () => {
    const health = await get('/healthz')
    expect([health.status, await health.text()]).toEqual([200, 'ok\n'])
    expect(health.headers.get('cache-control')).toBe('no-store')
    const found = await readiness()
    expect(found).toMatchObject({ status: 200, ready: true })
    expect(found.checks.map(({ what }) => what)).toEqual(['store', 'process', 'slack'])
    const page = await get('/metrics?debug=1')
    expect([page.status, await page.text()]).toEqual([200, PAGE.text])
    expect(page.headers.get('content-type')).toBe(PAGE.type)
  })

  test('a look without the page is answered without it', async () => {
    const answer = await get('/metrics', { method: 'HEAD' })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
  })
})

describe('it is not ready, and says why', () => {
  test('before the store is open', async () => {
    memory = undefined
    const found = await readiness()
    expect(found).toMatchObject({ status: 503, ready: false })
    expect(wrong(found)).toEqual({ store: 'is not open yet' })
  })

  test.each(['load', 'save'] as const)(
    'while the store fails to %s; what it said goes to the log alone',
    async (verb) => {
      const good = fakeMemory()
      memory = { ...good, [verb]: () => Promise.reject(new MemoryError('disk /secret/place is full')) }
      const found = await readiness()
      expect(found.status).toBe(503)
      expect(wrong(found)).toEqual({ store: 'cannot be read and written; the log says why' })
      expect(JSON.stringify(found)).not.toContain('secret')
      expect(told.join()).toContain('disk /secret/place is full')
      memory = good
      await clock.advance(2_000)
      expect(await readiness()).toMatchObject({ status: 200, ready: true })
    },
  )

  test('while the store does not answer, and is not asked a second time meanwhile', async () => {
    let asked = 0
    memory = {
      ...fakeMemory(),
      load: () => {
        asked += 1
        return new Promise(() => {})
      },
    }
    const waiting = readiness()
    while (asked === 0) await new Promise((done) => setImmediate(done))
    await clock.advance(2_000)
    expect(wrong(await waiting)).toHaveProperty('store')
    const again = readiness()
    const [, found] = await Promise.all([later(), again])
    expect(found.status).toBe(503)
    expect(asked).toBe(1)
  })

  test('while the store has more to do than it does at once, and tells that from one that is gone', async () => {
    memory = { ...fakeMemory(), load: () => Promise.reject(new MemoryError('too much')) }
    waited = 1_500
    const found = await readiness()
    expect(found.status).toBe(503)
    expect(wrong(found)).toEqual({ store: expect.stringMatching(/does not keep up.*connections are in use/) })
  })

  test.each([
    ['begins', 'has not begun yet'],
    ['ends', 'is about to end, and takes nothing new'],
  ] as const)('while something %s', async (stage, says) => {
    stages = { process: 'serves', slack: stage }
    expect(wrong(await readiness())).toEqual({ slack: says })
    expect((await get('/healthz')).status).toBe(200)
  })
})

describe('a connection that is lost', () => {
  test('is given time to come back; then it is not ready, until it has', async () => {
    away = { slack: clock.now() }
    await clock.advance(14_000)
    expect(await readiness()).toMatchObject({ status: 200 })
    await clock.advance(1_000)
    const found = await readiness()
    expect(found.status).toBe(503)
    expect(wrong(found)).toEqual({ slack: expect.stringMatching(/lost its connection, and connects anew/) })
    away = {}
    expect(await readiness()).toMatchObject({ status: 200, ready: true })
  })

  test('is not in the way of what else there is to say of it', async () => {
    away = { slack: clock.now() - 60_000 }
    stages = { process: 'serves', slack: 'ends' }
    expect(wrong(await readiness())).toEqual({ slack: 'is about to end, and takes nothing new' })
  })
})

/** Lets time pass until everything has had its chance to give up. */
const later = async (): Promise<void> => {
  for (let n = 0; n < 5; n++) {
    await new Promise((done) => setTimeout(done, 10))
    await clock.advance(2_000)
  }
}

test('that somebody else wrote first shows that the store is well', async () => {
  memory = { ...fakeMemory(), save: () => Promise.reject(new StaleRevision('Somebody was first.')) }
  expect(await readiness()).toMatchObject({ ready: true })
})

test('the store is looked at once, however many ask at once', async () => {
  let saves = 0
  const inner = fakeMemory()
  memory = {
    ...inner,
    save: (...of) => {
      saves += 1
      return inner.save(...of)
    },
  }
  await Promise.all(Array.from({ length: 6 }, readiness))
  expect(saves).toBe(1)
  await clock.advance(2_000)
  await readiness()
  expect(saves).toBe(2)
})

describe('whoever asks for something else', () => {
  test.each(['/', '/p/x', '/metrics/', '/constructor', '/__proto__', '//healthz'])(
    'finds nothing at %s',
    async (path) => {
      expect((await get(path)).status).toBe(404)
    },
  )

  test('cannot write, and is not read', async () => {
    const answer = await get('/metrics', { method: 'POST', body: 'x'.repeat(100_000) })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  test('is cut off with a head that is too large, or when the server stops', async () => {
    expect((await get('/healthz', { headers: { long: 'x'.repeat(20_000) } })).status).toBe(431)
    const socket = connect(port, '127.0.0.1')
    const closed = new Promise((done) => socket.once('close', done))
    socket.on('error', () => {})
    socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\n')
    await new Promise((done) => socket.once('connect', done))
    await ops.stop()
    await closed
  })
})

test('figures that cannot be told are told to the log, and nothing of why to whoever asks', async () => {
  figures = () => Promise.reject(new Error('a secret reason'))
  const answer = await get('/metrics')
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('secret')
  expect(told.join()).toContain('a secret reason')
})

test('of more than can be answered at once, some are told to come again', async () => {
  const going = Promise.withResolvers<typeof PAGE>()
  figures = () => going.promise
  let refused = 0
  const all = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const { status, headers } = await get('/metrics')
      if (status === 503 && headers.has('retry-after')) refused += 1
      if (refused === 4) going.resolve(PAGE)
      return status
    }),
  )
  expect(all.filter((status) => status === 200)).toHaveLength(8)
  expect(all.filter((status) => status === 503)).toHaveLength(4)
})
