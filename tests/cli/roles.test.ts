/** One bot in several processes on one database: an edge that hears, a worker that interviews, pages for whoever has a link. */
import { expect, onTestFinished, test } from 'vitest'
import { SCOPES } from '../../src/platform/slack/needs.ts'
import { freePort } from '../free-port.ts'
import { standIn } from '../platform/slack/stand-in/stand-in.ts'
import { withPostgres } from '../postgres/server.ts'
import { dataFolder } from './run.ts'
import { serving, stopped } from './serving.ts'

const SIGNING = '0123456789abcdef'.repeat(2)

withPostgres('several processes', (server) => {
  test('an edge hears, a worker interviews, and a page is read by its link until it is taken back', async () => {
    const slack = await standIn({ now: Date.now, teams: [{ id: 'T1', name: 'Acme', scopes: SCOPES }] })
    onTestFinished(() => slack.stop())
    const [port, web] = [await freePort(), await freePort()]
    slack.deliverTo(`http://127.0.0.1:${port}/slack/events`, SIGNING)
    const env = {
      DATABASE_URL: await server().database(),
      SLACK_BOT_TOKEN: slack.token('T1'),
      SLACK_API_URL: slack.apiUrl,
      SLACK_SIGNING_SECRET: SIGNING,
      PORT: String(port),
      MLSD_CHAT_QUIET_SECONDS: '0.1',
      PUBLIC_URL: `http://127.0.0.1:${web}`,
      MLSD_WEB_PORT: String(web),
    }
    const edge = await serving(dataFolder(), { ...env, MLSD_ROLE: 'edge' })
    expect(edge.out()).toContain('Ready as edge')
    const mia = slack.person('T1', 'U1')
    expect((await mia.command('C1', 'start ad-clicks --flow warmup')).state).toBe('acknowledged')
    await new Promise((done) => setTimeout(done, 500))
    expect(slack.shown('slack:T1/C1')).toEqual([])

    const ops = await freePort()
    const worker = await serving(dataFolder(), {
      ...env,
      MLSD_ROLE: 'worker',
      MLSD_OPS_PORT: `127.0.0.1:${ops}`,
    })
    const ready = await fetch(`http://127.0.0.1:${ops}/readyz`)
    expect([ready.status, await ready.json()]).toMatchObject([
      200,
      { checks: expect.arrayContaining([{ what: 'queue', ok: true, says: 'has begun' }]) },
    ])
    expect(worker.out()).toContain('Ready as worker')
    const sees = (words: string): string | undefined =>
      slack
        .visibleTo('U1', 'slack:T1/C1')
        .concat(slack.shown('slack:T1/U1'))
        .map(({ text }) => text)
        .find((text) => text.includes(words))
    const root = () => slack.shown('slack:T1/C1').find(({ text }) => text.includes('Ad click prediction'))
    await slack.until(() => root() !== undefined, 'the card of the interview', 15_000)
    const thread = root()?.ts ?? ''
    mia.mention('C1', 'end', { thread })
    await slack.until(
      () =>
        slack.shown(`slack:T1/C1/${thread}`).some(({ text }) => /rate yourself|Report/.test(text)) ||
        sees('Report') !== undefined,
      'the end',
      15_000,
    )
    mia.mention('C1', 'skip', { thread })

    await mia.command('C1', 'page history')
    await slack.until(() => sees('/p/') !== undefined, 'a link', 15_000)
    const link = /http:\/\/127\.0\.0\.1:\d+\/p\/[\w.-]+/.exec(sees('/p/') ?? '')?.[0] ?? ''
    const page = await fetch(link)
    expect(page.status).toBe(200)
    expect(await page.text()).toMatch(/<title>[^<]+<\/title>/)
    await mia.command('C1', 'page withdraw')
    await slack.until(
      () => sees('leads nowhere') !== undefined || sees('lead nowhere') !== undefined,
      'a word on it',
    )
    expect((await fetch(link)).status).toBe(404)
    await stopped(worker)
    await stopped(edge)
    expect(slack.faults).toEqual([])
  }, 60_000)
})
