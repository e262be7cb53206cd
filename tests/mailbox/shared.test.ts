import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import type { Mailbox, Message } from '../../src/mailbox/mailbox.ts'
import { postgresMailbox } from '../../src/mailbox/postgres.ts'
import type { SharedOptions } from '../../src/mailbox/shared-options.ts'
import type { Store } from '../../src/mailbox/shared-queue.ts'
import { postgresMemory } from '../../src/memory/postgres.ts'
import { type Database, openPostgres } from '../../src/postgres/open.ts'
import { withPostgres } from '../postgres/server.ts'

const WORKER = new URL('worker.ts', import.meta.url).pathname
const BRISK = { beatMs: 100, leaseMs: 1_000, lookMs: 100, firstPauseMs: 50 }
const PATIENCE = { timeout: 15_000, interval: 20 }

/** Several processes on one database. */
withPostgres('a mailbox shared by processes', (server) => {
  let url: string
  const databases: Database[] = []
  const mailboxes: Mailbox[] = []
  const children: ChildProcess[] = []

  beforeEach(async () => {
    url = await server().database()
  })

  afterEach(async () => {
    for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
    await Promise.all(mailboxes.splice(0).map((mailbox) => mailbox.stop()))
    await Promise.all(databases.splice(0).map((database) => database.close()))
  })

  const opened = async (): Promise<Database> => {
    const database = await openPostgres(url)
    databases.push(database)
    return database
  }

  const process = async (
    options: SharedOptions = BRISK,
    over = (store: Store) => store,
  ): Promise<Mailbox> => {
    const mailbox = postgresMailbox(over(await opened()), systemClock(), options)
    mailboxes.push(mailbox)
    return mailbox
  }

  const worker = () => {
    const child = spawn(globalThis.process.execPath, [WORKER, url], { stdio: ['pipe', 'pipe', 'inherit'] })
    children.push(child)
    const said: string[] = []
    child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(...text.trim().split('\n')))
    return { child, said, goOn: () => child.stdin.write('\n') }
  }

  const counted = async (sql: string): Promise<number> => Number((await server().admin(sql, url))[0]?.n)
  const kept = () => counted('SELECT count(*) AS n FROM mlsd.message')

  test('never has two messages of a key in hand at once, loses none, and keeps their order', async () => {
    const boxes = await Promise.all([process(), process(), process()])
    const busy = new Set<string>()
    const seen = new Map<string, number[]>()
    const faults: string[] = []
    const by = boxes.map(() => 0)
    for (const [n, mailbox] of boxes.entries())
      mailbox.deliver(async ({ key, body, attempt }: Message) => {
        if (busy.has(key)) faults.push(`${key} ${body} came while its key was in hand`)
        busy.add(key)
        await new Promise((done) => setTimeout(done, Number(body) % 3))
        busy.delete(key)
        if (Number(body) % 11 === 0 && attempt === 1) throw new Error('planned')
        by[n] = (by[n] ?? 0) + 1
        seen.set(key, [...(seen.get(key) ?? []), Number(body)])
      })
    const posting = async (key: string) => {
      for (let n = 0; n < 40; n++) await boxes[n % 3]?.post(n, { key, id: `${key}/${n}` })
    }
    const keys = Array.from({ length: 30 }, (_, n) => `k${n}`)
    await Promise.all(keys.map(posting))
    await expect.poll(kept, PATIENCE).toBe(0)
    expect(faults).toEqual([])
    for (const key of keys) expect(seen.get(key)).toEqual(Array.from({ length: 40 }, (_, n) => n))
    expect(by.filter((count) => count > 0).length).toBeGreaterThan(1)
  })

  test('a post in one process is handed over in another at once, without that one looking', async () => {
    const idle = { ...BRISK, lookMs: 600_000 }
    const [edge, other] = await Promise.all([process(idle), process(idle)])
    const seen: string[] = []
    other.deliver(async ({ id }) => void seen.push(id))
    await other.idle()
    await expect.poll(() => counted(LISTENERS), PATIENCE).toBe(1)
    await edge.post(1, { key: 'k', id: 'one' })
    await expect.poll(() => seen, PATIENCE).toEqual(['one'])
  })

  test('says since when it hears no calls, once the connection that hears them is lost, until it is back', async () => {
    const mailbox = await process()
    expect(mailbox.away?.()).toBeUndefined()
    mailbox.deliver(async () => {})
    await expect.poll(() => counted(LISTENERS), PATIENCE).toBe(1)
    const before = Date.now()
    await server().admin(`SELECT pg_terminate_backend(pid) FROM (${LISTENING}) AS listening`, url)
    await expect.poll(() => mailbox.away?.(), PATIENCE).toBeGreaterThanOrEqual(before)
    await expect.poll(() => mailbox.away?.(), PATIENCE).toBeUndefined()
    expect(await counted(LISTENERS)).toBe(1)
  })

  test('what a process had in hand when it was killed is taken over, its attempt counted', async () => {
    const { child, said } = worker()
    const mailbox = await process()
    await mailbox.post(1, { key: 'k', id: 'one' })
    await mailbox.post(1, { key: 'k', id: 'two' })
    await expect.poll(() => said, PATIENCE).toEqual(['began one'])
    child.kill('SIGKILL')
    await once(child, 'exit')
    const seen: [string, number][] = []
    mailbox.deliver(async ({ id, attempt }) => void seen.push([id, attempt]))
    await expect
      .poll(() => seen, PATIENCE)
      .toEqual([
        ['one', 2],
        ['two', 1],
      ])
  })

  test('what a dead process had in hand is taken over also when the clock of the database was set back', async () => {
    const { child, said } = worker()
    const mailbox = await process()
    await mailbox.post(1, { key: 'k', id: 'one' })
    await expect.poll(() => said, PATIENCE).toEqual(['began one'])
    child.kill('SIGKILL')
    await once(child, 'exit')
    await server().admin(`UPDATE mlsd.holder SET until = until + interval '1 hour'`, url)
    const seen: string[] = []
    mailbox.deliver(async ({ id }) => void seen.push(id))
    await expect.poll(() => seen, PATIENCE).toEqual(['one'])
  })

  test('what is posted by a clock that is ahead does not wait behind what is for later', async () => {
    const mailbox = await process()
    const wrong = { ...systemClock(), now: () => Date.now() + 3_600_000 }
    const ahead = postgresMailbox(await opened(), wrong, BRISK)
    mailboxes.push(ahead)
    await mailbox.post(1, { key: 'k', id: 'in a while', at: Date.now() + 900_000 })
    await ahead.post(1, { key: 'k', id: 'now' })
    const seen: string[] = []
    mailbox.deliver(async ({ id }) => void seen.push(id))
    await expect.poll(() => seen, PATIENCE).toEqual(['now'])
  })

  test('a process that was frozen and wakes after its work was taken over changes nothing', async () => {
    const { child, said, goOn } = worker()
    const mailbox = await process()
    const memory = postgresMemory(await opened())
    await memory.save('k', 'before', 0)
    await mailbox.post(1, { key: 'k', id: 'one' })
    await expect.poll(() => said, PATIENCE).toEqual(['began one'])
    child.kill('SIGSTOP')

    const seen: string[] = []
    mailbox.deliver(async ({ id }) => {
      const { revision } = (await memory.load('k')) ?? { revision: 0 }
      await memory.save('k', `${id} taken over`, revision)
      seen.push(id)
    })
    await expect.poll(() => seen, PATIENCE).toEqual(['one'])
    await expect.poll(kept, PATIENCE).toBe(0)
    await mailbox.stop()

    child.kill('SIGCONT')
    goOn()
    await expect.poll(() => said, PATIENCE).toEqual(['began one', 'StaleRevision one'])
    expect(await memory.load('k')).toEqual({ value: 'one taken over', revision: 2 })

    await mailbox.post(2, { key: 'k', id: 'two' })
    await expect.poll(() => said.at(-1), PATIENCE).toBe('began two')
    goOn()
    await expect.poll(() => said.at(-1), PATIENCE).toBe('saved two')
    await expect.poll(kept, PATIENCE).toBe(0)
    expect(await mailbox.aside()).toEqual([])
  })

  test('a frozen process whose message is still being handled elsewhere cannot settle it', async () => {
    const { child, said, goOn } = worker()
    const mailbox = await process()
    await mailbox.post(1, { key: 'k', id: 'one' })
    await expect.poll(() => said, PATIENCE).toEqual(['began one'])
    child.kill('SIGSTOP')
    const inHand = Promise.withResolvers<void>()
    const finish = Promise.withResolvers<void>()
    mailbox.deliver(async () => {
      inHand.resolve()
      await finish.promise
    })
    await inHand.promise
    child.kill('SIGCONT')
    goOn()
    await expect.poll(() => said.at(-1), PATIENCE).toBe('saved one')
    await mailbox.post(2, { key: 'k', id: 'two' })
    await new Promise((done) => setTimeout(done, 300))
    expect(await counted('SELECT count(*) AS n FROM mlsd.message WHERE state = 2')).toBe(1)
    expect(said.at(-1), 'its key was free').toBe('saved one')
    finish.resolve()
    await expect
      .poll(() => counted(`SELECT count(*) AS n FROM mlsd.message WHERE id = 'one'`), PATIENCE)
      .toBe(0)
  })

  test('connections that are cut in the middle cost no message, and come back', async () => {
    const mailbox = await process()
    const seen: string[] = []
    mailbox.deliver(async ({ id }) => {
      await new Promise((done) => setTimeout(done, 20))
      seen.push(id)
    })
    let cuts = 0
    for (let n = 0; n < 60; n++) {
      const post = () => mailbox.post(n, { key: `k${n % 5}`, id: `m${n}` })
      if (n % 15 === 7) cuts += (await server().admin(CUT, url)).length
      await expect
        .poll(
          () =>
            post().then(
              () => true,
              () => false,
            ),
          PATIENCE,
        )
        .toBe(true)
    }
    expect(cuts).toBeGreaterThan(3)
    await expect.poll(kept, PATIENCE).toBe(0)
    expect(new Set(seen).size).toBe(60)
    expect(await mailbox.aside()).toEqual([])
    await expect.poll(() => counted(LISTENERS), PATIENCE).toBe(1)
  })

  test('a server that is gone for a while costs no message', async ({ skip }) => {
    const { crash, start } = server()
    if (!crash || !start) return skip('The server at TEST_DATABASE_URL is not ours to stop.')
    const mailbox = await process()
    const attempts: [string, number][] = []
    const release = Promise.withResolvers<void>()
    mailbox.deliver(async ({ id, attempt }) => {
      attempts.push([id, attempt])
      if (id === 'held') await release.promise
    })
    await mailbox.post(1, { key: 'k', id: 'held' })
    await mailbox.post(1, { key: 'k', id: 'behind' })
    await expect.poll(() => attempts.length, PATIENCE).toBe(1)
    await crash()
    await expect(mailbox.post(1, { key: 'l', id: 'lost' })).rejects.toThrow(/does not answer/)
    release.resolve()
    await start()
    await expect.poll(kept, PATIENCE).toBe(0)
    expect(attempts.map(([id]) => id).filter((id, n, all) => all.indexOf(id) === n)).toEqual([
      'held',
      'behind',
    ])
    expect(await mailbox.post(1, { key: 'l', id: 'lost' })).toBe(true)
  })

  test('a change whose answer is lost is neither lost nor counted', async () => {
    let losing = 0
    const lossy = (store: Store): Store => ({
      ...store,
      async query(text, values) {
        const rows = await store.query(text, values)
        if (!/mlsd\.(turn|hold)/.test(text) || losing <= 0) return rows
        losing -= 1
        throw new Error('Connection terminated unexpectedly')
      },
    })
    const mailbox = await process(BRISK, lossy)
    const seen: [string, number][] = []
    mailbox.deliver(async ({ id, attempt }) => void seen.push([id, attempt]))
    await mailbox.idle()
    for (let n = 1; n <= 8; n++) {
      losing = n % 4
      await mailbox.post(n, { key: 'k', id: `m${n}` })
      await expect.poll(kept, PATIENCE).toBe(0)
    }
    const firsts = seen.filter(([id], n) => seen.findIndex((one) => one[0] === id) === n)
    expect(firsts).toEqual(Array.from({ length: 8 }, (_, n) => [`m${n + 1}`, 1]))
    expect(await mailbox.aside()).toEqual([])
  })
})

const LISTENING = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`
const LISTENERS = `SELECT count(*) AS n FROM (${LISTENING}) AS listening`

const CUT = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid()`
