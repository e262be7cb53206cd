/** What an operator learns of a database that processes share, and does about what was set aside while they run. */
import { expect, test } from 'vitest'
import { virtualClock } from '../../src/clock.ts'
import { postgresMailbox } from '../../src/mailbox/postgres.ts'
import { nameOf } from '../../src/postgres/error.ts'
import { openPostgres } from '../../src/postgres/open.ts'
import { freePort } from '../free-port.ts'
import { withPostgres } from '../postgres/server.ts'
import { figure } from '../web/scraped.ts'
import { dataFolder, mlsd } from './run.ts'
import { serving, stopped } from './serving.ts'
import { begun, workspace } from './watched.ts'

withPostgres('with a database', (server) => {
  test('all of it works beside a running bot, which handles what is tried again', async () => {
    const { slack, env } = await workspace()
    const [home, port, url] = [dataFolder(), await freePort(), await server().database()]
    const settings = { ...env, DATABASE_URL: url, MLSD_OPS_PORT: `127.0.0.1:${port}` }
    const told = async (...words: string[]) => mlsd(home, words, '', { env: { DATABASE_URL: url } })
    expect((await told('status')).out).toBe('Nothing is stored in the database yet.\n')
    await setAside(url, ['one', 'two'])
    const bot = await serving(home, settings)
    await begun(slack)

    const status = JSON.parse((await told('status', '--json')).out)
    expect(status).toMatchObject({
      ...{ user: 'one process', queue: { aside: 2 } },
      ...{
        interviews: { people: 1, all: 1, underWay: { slack: 1 } },
        latest: [{ id: 'two' }, { id: 'one' }],
      },
    })
    expect(status.where).toBe(nameOf(url))
    const page = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    expect(figure(await page(), 'mlsd_queue_set_aside')).toBe(2)
    expect(await told('set-aside', 'retry', 'one')).toMatchObject({
      code: 0,
      out: 'It will be tried again.\n',
    })
    expect(await told('set-aside', 'drop', 'two')).toMatchObject({ code: 0 })
    expect((await told('set-aside', 'list')).out).toBe('Nothing was set aside.\n')
    await expect.poll(async () => figure(await page(), 'mlsd_handled_total', { kind: 'tidy' })).toBe(1)
    expect(figure(await page(), 'mlsd_queue_set_aside')).toBe(0)
    await stopped(bot)
  }, 60_000)
})

/** Puts messages of this kind aside that mean nothing to a bot, and fail once here. */
const setAside = async (url: string, ids: readonly string[]): Promise<void> => {
  const database = await openPostgres(url)
  const mailbox = postgresMailbox(database, virtualClock(Date.UTC(2026, 0, 5)), { attempts: 1 })
  for (const id of ids) await mailbox.post({ type: 'tidy', interview: 'none' }, { key: id, id })
  mailbox.deliver(async () => {
    throw new Error('not now')
  })
  await expect.poll(async () => (await mailbox.aside()).length).toBe(ids.length)
  await mailbox.stop()
  await database.close()
}
