/** What an operator learns of the data, and does about what was set aside, beside a running bot and without one. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock, virtualClock } from '../../src/clock.ts'
import { sqliteMailbox } from '../../src/mailbox/sqlite.ts'
import { committer } from '../../src/sqlite/committer.ts'
import { openDatabase } from '../../src/sqlite/open.ts'
import { dataFolder, mlsd, talk } from './run.ts'
import { serving, stopped } from './serving.ts'
import { begun, workspace } from './watched.ts'

const ID = 'chat:T1/C1 1700.1'
const OTHER = 'chat:T1/C1 1700.2'

/** Puts messages into the mailbox of a data folder that a handler cannot take, until they are set aside. */
const setAside = async (home: string): Promise<void> => {
  const database = openDatabase(join(home, 'mlsd.db'))
  const writer = committer(database)
  const clock = virtualClock(Date.UTC(2026, 0, 5))
  const mailbox = sqliteMailbox(writer, clock, { attempts: 2 })
  const letter = { type: 'heard', heard: { text: 'a marked zebra' } }
  await mailbox.post(letter, { key: 'visit:chat:T1/U1', id: ID })
  await mailbox.post(letter, { key: 'visit:chat:T1/U2', id: OTHER })
  mailbox.deliver(async ({ id }) => {
    throw new Error(`no way for ${id}\nand more of it`)
  })
  while ((await mailbox.aside()).length < 2) await clock.advance(1_000)
  await mailbox.stop()
  await writer.close()
  database.close()
}

const asideIn = async (home: string): Promise<{ id: string }[]> =>
  JSON.parse((await mlsd(home, ['set-aside', 'list', '--json'])).out)

test('nothing is stored yet', async () => {
  const home = dataFolder()
  expect(await mlsd(home, ['status'])).toEqual({
    code: 0,
    out: `Nothing is stored in ${home} yet.\n`,
    err: '',
  })
  expect(JSON.parse((await mlsd(home, ['status', '--json'])).out)).toMatchObject({ where: null })
  expect((await mlsd(home, ['set-aside', 'list'])).out).toBe('Nothing was set aside.\n')
})

test('beside a running bot it says who has the data, what is under way, and changes nothing', async () => {
  const home = dataFolder()
  const { slack, env } = await workspace()
  const bot = await serving(home, env)
  await begun(slack)
  const { code, out } = await mlsd(home, ['status', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    ...{ where: join(home, 'mlsd.db'), user: `another process (pid ${bot.process.pid})` },
    queue: { due: expect.any(Number), held: expect.any(Number), aside: 0 },
    interviews: { people: 1, all: 1, underWay: { slack: 1 } },
    latest: [],
  })
  const { out: page } = await mlsd(home, ['status'])
  expect(page).toContain(`In use     by another process (pid ${bot.process.pid})\n`)
  expect(page).toContain('Under way  slack 1\n')
  expect(page).toContain('Held       1 interview of 1 person\n')
  for (const words of [
    ['retry', '--all'],
    ['drop', ID],
  ]) {
    const refused = await mlsd(home, ['set-aside', ...words])
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.err).toContain(
      `is in use by another process (pid ${bot.process.pid}). Stop that one first`,
    )
  }
  await stopped(bot)
  expect(JSON.parse((await mlsd(home, ['status', '--json'])).out)).toMatchObject({ user: null })
})

test('an interview that is over is not under way', async () => {
  const home = dataFolder()
  await mlsd(home, ['practice', '--problem', 'ad-clicks'], talk('/end', '/skip'))
  const { interviews } = JSON.parse((await mlsd(home, ['status', '--json'])).out)
  expect(interviews).toEqual({ people: 1, all: 1, underWay: {} })
})

test('what was set aside is listed with its reason and without its words', async () => {
  const home = dataFolder()
  await setAside(home)
  const { code, out } = await mlsd(home, ['set-aside', 'list'])
  expect(code).toBe(0)
  expect(out.split('\n')[0]).toMatch(
    /^2026-01-05T00:00:00Z {2}heard {2}"chat:T1\/C1 1700\.1" {2}after 2 tries: Error: no way for chat:T1\/C1 1700\.1$/,
  )
  const status = await mlsd(home, ['status'])
  expect(status.out).toContain('Set aside  2\n')
  expect(status.out.indexOf(OTHER)).toBeLessThan(status.out.indexOf(ID))
  expect(await asideIn(home)).toMatchObject([
    { id: ID, key: 'visit:chat:T1/U1', kind: 'heard', attempt: 2 },
    { id: OTHER },
  ])
  const { out: json } = await mlsd(home, ['set-aside', 'list', '--json'])
  for (const text of [out, json, status.out]) expect(text).not.toContain('zebra')
})

test('it is tried again by its id, with quotes or without, or all of it', async () => {
  const home = dataFolder()
  await setAside(home)
  expect(await mlsd(home, ['set-aside', 'retry', ...ID.split(' ')])).toMatchObject({
    ...{ code: 0, out: 'It will be tried again.\n' },
  })
  expect((await asideIn(home)).map(({ id }) => id)).toEqual([OTHER])
  const { queue } = JSON.parse((await mlsd(home, ['status', '--json'])).out)
  expect(queue).toMatchObject({ due: 1, held: 1, aside: 1 })
  expect(await mlsd(home, ['set-aside', 'retry', '--all'])).toMatchObject({ code: 0 })
  const none = await mlsd(home, ['set-aside', 'retry', '--all'])
  expect(none).toMatchObject({ code: 0, out: 'Nothing was set aside.\n' })
  expect(await asideIn(home)).toEqual([])
  expect(await handledIn(home)).toEqual([ID, OTHER])
})

test('one is removed for good, and is not handled any more', async () => {
  const home = dataFolder()
  await setAside(home)
  expect(await mlsd(home, ['set-aside', 'drop', OTHER])).toMatchObject({ code: 0, out: 'It is removed.\n' })
  expect((await asideIn(home)).map(({ id }) => id)).toEqual([ID])
  expect(await handledIn(home)).toEqual([])
})

test.each([[['retry', 'nobody']], [['drop', 'nobody']], [['retry']], [['retry', '--all', ID]]])(
  '%j is refused, and nothing is changed',
  async (words) => {
    const home = dataFolder()
    await setAside(home)
    const { code, err } = await mlsd(home, ['set-aside', ...words])
    expect(code).toBe(1)
    expect(err).toMatch(/"mlsd set-aside list" shows those that were|Give the id of one message, or --all/)
    expect(await asideIn(home)).toHaveLength(2)
  },
)

/** What the mailbox of a data folder hands over now, by id. */
const handledIn = async (home: string): Promise<string[]> => {
  const database = openDatabase(join(home, 'mlsd.db'))
  const writer = committer(database)
  const mailbox = sqliteMailbox(writer, systemClock())
  const ids: string[] = []
  mailbox.deliver(async ({ id }) => void ids.push(id))
  await mailbox.idle()
  await mailbox.stop()
  await writer.close()
  database.close()
  return ids.toSorted()
}
