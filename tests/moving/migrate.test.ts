/** `mlsd migrate` as its user runs it: there and back, killed in the middle, and what it refuses. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock, virtualClock } from '../../src/clock.ts'
import { configOf } from '../../src/config.ts'
import { postgresMailbox } from '../../src/mailbox/postgres.ts'
import { sqliteMailbox } from '../../src/mailbox/sqlite.ts'
import { migrate } from '../../src/main/moving.ts'
import { sqliteMemory } from '../../src/memory/sqlite.ts'
import { openPostgres } from '../../src/postgres/open.ts'
import { committer } from '../../src/sqlite/committer.ts'
import { openDatabase } from '../../src/sqlite/open.ts'
import { dataFolder, mlsd, start, talk } from '../cli/run.ts'
import { withPostgres } from '../postgres/server.ts'

test('without a database it says what is missing', async () => {
  const { code, err } = await mlsd(dataFolder(), ['migrate', 'postgres'])
  expect([code, err]).toEqual([1, 'DATABASE_URL is not set: it names the database to move to or from.\n'])
})

test('where there is no file nothing is moved, and none is made', async () => {
  const home = dataFolder()
  const { code, err } = await mlsd(home, ['migrate', 'postgres'], '', {
    env: { DATABASE_URL: 'postgres://nowhere.invalid/data' },
  })
  expect(code).toBe(1)
  expect(err).toMatch(/^There is no .*mlsd\.db, so that there is nothing to move\. MLSD_HOME names/)
  expect(readdirSync(home)).toEqual([])
})

withPostgres('mlsd migrate', (server) => {
  const DYING = `--import=${join(import.meta.dirname, 'dying.ts')}`

  test('killed with -9 at many moments it goes on, there and back, and everything comes along', async () => {
    const home = dataFolder()
    await mlsd(home, ['practice', '--problem', 'ad-clicks'], talk('I begin with the goal.', '/end', '/skip'))
    await filled(home)
    const { out: before } = await mlsd(home, ['export'])
    const url = await server().database()
    let deaths = 0
    for (const to of ['postgres', 'sqlite'])
      for (let at = 24; ; at += 12) {
        const env = { DATABASE_URL: url, NODE_OPTIONS: DYING, DIE_AT: String(at) }
        const { code, out, err } = await start(home, ['migrate', to], env).ended()
        if (code !== 0) {
          expect([code, out, err]).toEqual([-1, '', ''])
          deaths += 1
          continue
        }
        expect(out).toMatch(COUNTED)
        expect(out).toContain('Both sides hold the same; the old one is marked as moved.\n')
        const now = to === 'postgres' ? 'with' : 'without'
        expect(out).toMatch(new RegExp(`^Start every mlsd ${now} DATABASE_URL from now on\\.$`, 'm'))
        break
      }
    expect(deaths).toBeGreaterThan(3)
    expect(JSON.parse((await mlsd(home, ['set-aside', 'list', '--json'])).out)).toMatchObject([
      { id: 'one aside', key: 'aside', kind: 'tidy', attempt: 1, reason: 'Error: no way' },
    ])
    expect((await mlsd(home, ['export'])).out).toBe(before)
  }, 60_000)

  test('what was moved is used nowhere but where it is now', async () => {
    const home = dataFolder()
    await filled(home)
    const env = { DATABASE_URL: await server().database() }
    expect(await mlsd(home, ['migrate', 'postgres'], '', { env })).toMatchObject({ code: 0, err: '' })
    const old = await mlsd(home, ['practice', '--problem', 'ad-clicks'], talk('/end'))
    expect(old).toMatchObject({ code: 1, out: '' })
    expect(old.err).toMatch(
      /was moved to postgres:.*, and goes on there\. Set DATABASE_URL to use it\. "mlsd migrate sqlite" moves it back\.$/m,
    )
    const again = await mlsd(home, ['migrate', 'postgres'], '', { env })
    expect(again.err).toMatch(
      /was moved to postgres:.* before, and may have gone on there\. "mlsd migrate sqlite" moves it back\.$/m,
    )
    for (const words of [['status'], ['history']]) {
      const looked = await mlsd(home, words)
      expect(looked).toMatchObject({ code: 0, err: expect.stringContaining(', and goes on there.') })
    }
    const doctor = await mlsd(home, ['doctor'])
    expect(doctor.out).toMatch(/not what counts\n +-> What .*mlsd\.db held was moved to postgres:/)
    expect((await mlsd(home, ['doctor'], '', { env })).out).toMatch(/^ok +data: postgres:/m)
    const now = await mlsd(home, ['set-aside', 'list'], '', { env })
    expect(now.out).toMatch(/"one aside" {2}after 1 try: Error: no way$/m)
  })

  test('in the middle of a move, and after one back, the doctor says which side counts', async () => {
    const home = dataFolder()
    await filled(home)
    const url = await server().database()
    const config = configOf({ MLSD_HOME: home, DATABASE_URL: url })
    const at = { env: { DATABASE_URL: url } }
    const broken = migrate(config, 'postgres', () => {
      throw new Error('It broke off.')
    })
    await expect(broken).rejects.toThrow('It broke off.')
    const half = await mlsd(home, ['doctor'], '', at)
    expect(half).toMatchObject({ code: 1, err: 'One thing has to be mended.\n' })
    expect(half.out).toMatch(
      /^MEND +data: postgres:.* is not what counts\n +-> The move from .*mlsd\.db to postgres:.*"mlsd migrate postgres"/m,
    )
    expect((await mlsd(home, ['doctor'])).out).toMatch(/^ok +data: .*mlsd\.db, \d+\.\d MB$/m)
    expect((await mlsd(home, ['practice', '--problem', 'ad-clicks'], '', at)).err).toMatch(
      /^The move from .* is not finished\. Repeat "mlsd migrate postgres", which goes on where it was\.$/m,
    )
    for (const to of ['postgres', 'sqlite'] as const) await migrate(config, to, () => {})
    const left = await mlsd(home, ['doctor'], '', at)
    expect(left.out).toMatch(
      /^MEND +data: postgres:.* is not what counts\n +-> .*was moved to .*mlsd\.db, and goes on there\. Unset DATABASE_URL to use it\. "mlsd migrate postgres" moves it back\.$/m,
    )
    expect((await mlsd(home, ['doctor'])).out).toMatch(/^ok +data: .*mlsd\.db, \d+\.\d MB$/m)
  })

  test('a database that a process works on is left alone', async () => {
    const home = dataFolder()
    await filled(home)
    const url = await server().database()
    const database = await openPostgres(url)
    const mailbox = postgresMailbox(database, systemClock())
    mailbox.deliver(async () => {})
    await expect
      .poll(async () => (await database.query('SELECT count(*) FROM mlsd.holder'))[0]?.count)
      .toBe('1')
    const { code, err } = await mlsd(home, ['migrate', 'postgres'], '', { env: { DATABASE_URL: url } })
    expect(code).toBe(1)
    expect(err).toMatch(/A process works on postgres:.*\. Stop every mlsd, wait a quarter of a minute/)
    await mailbox.stop()
    await database.close()
    expect((await mlsd(home, ['set-aside', 'list'])).out).toContain('"one aside"')
  })

  test('what an edge hears that begins in the middle of it is not left behind', async () => {
    const home = dataFolder()
    await filled(home)
    const url = await server().database()
    const config = configOf({ MLSD_HOME: home, DATABASE_URL: url })
    await migrate(config, 'postgres', () => {})
    const database = await openPostgres(url)
    const edge = postgresMailbox(database, systemClock())
    try {
      const meanwhile = migrate(config, 'sqlite', (table) => void (table === 'list' && edge.attend?.()))
      await expect(meanwhile).rejects.toThrow('A process works on postgres:')
      await edge.post({ type: 'tidy', interview: 'none' }, { key: 'late', id: 'heard late' })
    } finally {
      await edge.stop()
      await database.close()
    }
    const moved = await migrate(config, 'sqlite', () => {})
    expect(moved.find(({ table }) => table === 'message')?.rows).toBe(2)
  })
})

/** What is told of each table; nothing was handled there but what was practised. */
const COUNTED =
  /^moved +rows {2}SHA-256 begins\ndocument +\d+ {2}[\da-f]{16}\nlist +\d+ {2}[\da-f]{16}\nknown +\d+ .*\naside +1 .*\nmessage +\d+ /

/** Documents, a list, a message for later, and one that was set aside. */
const filled = async (home: string): Promise<void> => {
  const database = openDatabase(join(home, 'mlsd.db'))
  const writer = committer(database)
  const memory = sqliteMemory(writer)
  const clock = virtualClock(Date.UTC(2030, 0, 1))
  await Promise.all(Array.from({ length: 1_100 }, (_, n) => memory.save(`doc:${n}`, { n }, 0)))
  await memory.append('list:a', 0, [1, 2, 3])
  const mailbox = sqliteMailbox(writer, clock, { attempts: 1 })
  await mailbox.post({ type: 'tidy', interview: 'none' }, { key: 'aside', id: 'one aside' })
  const [at, key] = [clock.now() + 60_000, 'later']
  await mailbox.post({ type: 'tidy', interview: 'none' }, { key, id: 'for later', at })
  mailbox.deliver(async ({ id }) => {
    if (id === 'one aside') throw new Error('no way')
  })
  while ((await mailbox.aside()).length < 1) await clock.advance(1)
  await mailbox.stop()
  await writer.close()
  database.close()
}
