import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { postgresMailbox } from '../../src/mailbox/postgres.ts'
import { postgresMemory } from '../../src/memory/postgres.ts'
import { openPostgres } from '../../src/postgres/open.ts'
import { withPostgres } from '../postgres/server.ts'

const TAKER = new URL('taker.ts', import.meta.url).pathname

const KEYS = 12
const EACH = 60

const CUT = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid()`

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

withPostgres('three processes under faults', (server) => {
  test('each message is taken once and in order, through kills, freezes, cuts and a server that crashes', {
    timeout: 60_000,
  }, async () => {
    const url = await server().database()
    const database = await openPostgres(url)
    const memory = postgresMemory(database)
    const mailbox = postgresMailbox(database, systemClock())
    const takers: ChildProcess[] = []
    onTestFinished(async () => {
      for (const child of takers) child.kill('SIGKILL')
      await mailbox.stop()
      await database.close()
    })

    const take = async (place: number): Promise<void> => {
      const child = spawn(process.execPath, [TAKER, url], { stdio: ['ignore', 'pipe', 'ignore'] })
      takers[place] = child
      await once(child.stdout, 'data')
    }
    const faults: ((place: number) => Promise<unknown>)[] = [
      async (place) => {
        takers[place]?.kill('SIGKILL')
        await take(place)
      },
      async (place) => {
        takers[place]?.kill('SIGSTOP')
        await pause(1_300)
        takers[place]?.kill('SIGCONT')
      },
      () => server().admin(CUT, url),
      async () => {
        await server().crash?.()
        await server().start?.()
      },
    ]

    const known = async (key: string, n: number): Promise<void> => {
      const post = () => mailbox.post(n, { key, id: `${key}/${n}` })
      while (
        !(await post().then(
          () => true,
          () => false,
        ))
      )
        await pause(20)
    }
    let posted = 0
    const posting = async (key: string): Promise<void> => {
      for (let n = 0; n < EACH; n++) {
        await known(key, n)
        posted += 1
        await pause(40)
      }
    }

    await Promise.all([0, 1, 2].map(take))
    const keys = Array.from({ length: KEYS }, (_, n) => `k${n}`)
    const posts = Promise.all(keys.map(posting))
    let count = 0
    for (; posted < KEYS * EACH; count++) {
      await faults[count % faults.length]?.(count % takers.length)
      await pause(50)
    }
    await posts
    expect(count).toBeGreaterThan(4)

    const lengths = async () =>
      Promise.all(keys.map(async (key) => (await memory.load<string[]>(key))?.value.length ?? 0))
    await expect.poll(lengths, { timeout: 20_000, interval: 50 }).toEqual(keys.map(() => EACH))
    for (const key of keys) {
      const taken = (await memory.load<string[]>(key))?.value
      expect(taken).toEqual(Array.from({ length: EACH }, (_, n) => `${key}/${n}`))
    }
    expect(await mailbox.aside()).toEqual([])
  })
})
