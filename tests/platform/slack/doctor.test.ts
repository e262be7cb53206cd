import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Finding } from '../../../src/finding.ts'
import { checkSlack, type Looked } from '../../../src/platform/slack/doctor.ts'
import { SCOPES } from '../../../src/platform/slack/needs.ts'
import { freePort } from '../../free-port.ts'
import { running, type Setting } from './running.ts'
import { type StandIn, standIn } from './stand-in/stand-in.ts'

/** A workspace in which everything is as it should be, unless scopes are given. */
const workspace = async (scopes: readonly string[] = SCOPES): Promise<StandIn> => {
  const slack = await standIn({ teams: [{ id: 'T1', name: 'Acme', scopes }] })
  onTestFinished(() => slack.stop())
  return slack
}

const SIGNING = '0123456789abcdef'.repeat(2)

const socket = ({ apiUrl, appToken, token }: StandIn): Looked => ({
  transport: { socket: { appToken } },
  team: { token: token('T1') },
  apiUrl,
})

const http = async ({ apiUrl, token }: StandIn, publicUrl?: string): Promise<Looked> => ({
  transport: { http: { signingSecret: SIGNING, port: await freePort() } },
  team: { token: token('T1'), ...(publicUrl && { publicUrl }) },
  apiUrl,
})

const oauth = async ({ apiUrl, clientId, clientSecret }: StandIn, publicUrl?: string): Promise<Looked> => ({
  transport: { http: { signingSecret: SIGNING, port: await freePort() } },
  team: { clientId, clientSecret, stateSecret: 'sixteen and more', ...(publicUrl && { publicUrl }) },
  apiUrl,
})

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((done) => server.listen(0, () => done()))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** The address of a bot that runs. */
const bot = async (team: Setting['team']): Promise<string> => {
  const run = await running({ mode: 'http', ...(team && { team }) })
  onTestFinished(() => run.stop())
  return `http://127.0.0.1:${run.platform.port()}`
}

/** The one finding about something. */
const about = (findings: readonly Finding[], what: string): Finding => {
  const found = findings.filter((finding) => finding.what.includes(what))
  expect(found, `what was found about ${what}`).toHaveLength(1)
  return found[0] as Finding
}

const amiss = (findings: readonly Finding[]): Finding[] => findings.filter(({ ok }) => ok !== true)

describe('when all is well', () => {
  test('in Socket Mode: whose bot it is, its scopes, the app token', async () => {
    const slack = await workspace()
    const findings = await checkSlack(socket(slack))
    expect(amiss(findings)).toEqual([])
    expect(about(findings, 'Web API').what).toContain(slack.apiUrl)
    expect(about(findings, 'bot token').says).toBe('@mlsd in Acme (T1)')
    expect(about(findings, 'scopes').says).toContain(`all ${SCOPES.length}`)
    expect(about(findings, 'app token').says).toContain('Socket Mode')
    expect(about(findings, 'both tokens').says).toBe('are of the app A1')
    expect(slack.sockets.open(), 'a look opens nothing').toBe(0)
  })

  test('over HTTP: the signing secret and the port', async () => {
    const findings = await checkSlack(await http(await workspace()))
    expect(amiss(findings)).toEqual([])
    expect(about(findings, 'signing secret').ok).toBe(true)
    expect(about(findings, 'port').says).toBe('is free')
    expect(findings.some(({ what }) => what.includes('app token'))).toBe(false)
  })

  test('with OAuth: the client, and the address at which the bot is reached', async () => {
    const client = { clientId: '1.1', clientSecret: 'client-secret', stateSecret: 'sixteen and more' }
    const url = await bot(client)
    const findings = await checkSlack(await oauth(await workspace(), `${url}/`))
    expect(amiss(findings)).toEqual([])
    expect(about(findings, 'OAuth client').says).toContain('knows it')
    expect(about(findings, 'PUBLIC_URL').says).toBe('answers')
  })

  test('over HTTP with an address: that the bot is reached there', async () => {
    const slack = await workspace()
    const url = await bot({ token: slack.token('T1') })
    const findings = await checkSlack(await http(slack, url))
    expect(amiss(findings)).toEqual([])
    expect(about(findings, 'PUBLIC_URL').says).toBe('answers')
  })
})

describe('what has to be mended is said, with how', () => {
  test('Slack cannot be reached: nothing else is asked of it', async () => {
    const slack = await workspace()
    const options = socket(slack)
    await slack.stop()
    const findings = await checkSlack(options)
    expect(findings).toEqual([
      {
        what: expect.stringContaining('Web API'),
        ok: false,
        says: expect.stringContaining('ECONNREFUSED'),
        mend: expect.stringContaining('SLACK_API_URL'),
      },
    ])
  })

  test('something else answers there', async () => {
    const port = await listening(createServer((_, response) => response.end('<h1>Welcome</h1>')))
    const slack = await workspace()
    const findings = await checkSlack({ ...socket(slack), apiUrl: `http://127.0.0.1:${port}/api/` })
    expect(findings).toHaveLength(1)
    expect(about(findings, 'Web API')).toMatchObject({ ok: false, says: expect.stringContaining('HTTP 200') })
  })

  test.each<[error: string, spoil: (slack: StandIn) => void, mend: RegExp]>([
    ['token_revoked', (slack) => slack.revoke(slack.token('T1')), /Install the app into the workspace again/],
    ['account_inactive', (slack) => slack.trouble.fail('auth.test', 'account_inactive'), /Install the app/],
    ['token_expired', (slack) => slack.expire(slack.token('T1')), /OAuth/],
    [
      'not_authed',
      (slack) => slack.trouble.fail('auth.test', 'not_authed'),
      /Copy the "Bot User OAuth Token"/,
    ],
  ])('the bot token: %s', async (error, spoil, mend) => {
    const slack = await workspace()
    const options = socket(slack)
    spoil(slack)
    const findings = await checkSlack(options)
    expect(about(findings, 'bot token')).toMatchObject({
      ok: false,
      says: `Slack answers ${error}`,
      mend: expect.stringMatching(mend),
    })
    expect(about(findings, 'app token').ok).toBe(true)
  })

  test('a bot token that Slack never gave', async () => {
    const slack = await workspace()
    const findings = await checkSlack({ ...socket(slack), team: { token: 'xoxb-none' } })
    expect(about(findings, 'bot token')).toMatchObject({ ok: false, says: 'Slack answers invalid_auth' })
    expect(JSON.stringify(findings), 'a token is never shown').not.toContain('xoxb-none')
  })

  test('each scope that is missing', async () => {
    const slack = await workspace(SCOPES.filter((scope) => !/^(files|users):/.test(scope)))
    expect(about(await checkSlack(socket(slack)), 'scopes')).toMatchObject({
      ok: false,
      says: 'missing: files:read, files:write, users:read',
      mend: expect.stringContaining('slack-manifest.yaml'),
    })
  })

  test('an app token that Slack never gave, or that lacks its scope', async () => {
    const slack = await workspace()
    const wrong = { ...socket(slack), transport: { socket: { appToken: 'xapp-none' } } }
    expect(about(await checkSlack(wrong), 'app token')).toMatchObject({
      ok: false,
      says: 'Slack answers invalid_auth',
      mend: expect.stringContaining('connections:write'),
    })
    slack.trouble.fail('apps.connections.open', 'missing_scope')
    expect(about(await checkSlack(socket(slack)), 'app token').mend).toMatch(/lacks connections:write/)
  })

  test('tokens of two apps, where Slack tells', async () => {
    const slack = await workspace()
    slack.world.app.id = 'A2'
    expect(amiss(await checkSlack(socket(slack)))).toEqual([
      {
        what: 'both tokens',
        ok: false,
        says: 'are of two apps: that of the bot is of A2, that of the app of A1',
        mend: expect.stringContaining('one app'),
      },
    ])
    slack.trouble.fail('bots.info', 'missing_scope')
    expect(amiss(await checkSlack(socket(slack)))).toEqual([])
  })

  test('the client of OAuth', async () => {
    const options = await oauth(await workspace())
    const team = { clientId: '1.1', clientSecret: 'wrong', stateSecret: 'sixteen and more' }
    const findings = await checkSlack({ ...options, team })
    expect(about(findings, 'OAuth client')).toMatchObject({
      ok: false,
      says: 'Slack answers bad_client_secret',
      mend: expect.stringContaining('Client Secret'),
    })
  })
})

describe('what may be meant so is a warning', () => {
  test('scopes that nothing uses', async () => {
    const slack = await workspace([...SCOPES, 'chat:write.public', 'reactions:read'])
    expect(about(await checkSlack(socket(slack)), 'scopes')).toMatchObject({
      ok: 'warning',
      says: 'granted and never used: chat:write.public, reactions:read',
    })
  })

  test('a pause that Slack wants', async () => {
    const slack = await workspace()
    slack.trouble.limit('auth.test')
    expect(about(await checkSlack(socket(slack)), 'bot token')).toMatchObject({ ok: 'warning' })
  })

  test('a signing secret of an unusual form', async () => {
    const options = await http(await workspace())
    const findings = await checkSlack({
      ...options,
      transport: { http: { signingSecret: 'hush', port: await freePort() } },
    })
    expect(about(findings, 'signing secret')).toMatchObject({ ok: 'warning', mend: expect.any(String) })
    expect(JSON.stringify(findings)).not.toContain('hush')
  })

  test('a port that is in use', async () => {
    const port = await listening(createServer())
    const options = await http(await workspace())
    const findings = await checkSlack({ ...options, transport: { http: { signingSecret: SIGNING, port } } })
    expect(about(findings, `port ${port}`)).toMatchObject({ ok: 'warning', says: 'is in use' })
  })

  test.each([404, 200, 502])('an address at which somebody else answers, with %s', async (status) => {
    const port = await listening(
      createServer((_, response) => {
        response.writeHead(status)
        response.end()
      }),
    )
    expect(
      about(await checkSlack(await http(await workspace(), `http://127.0.0.1:${port}`)), 'PUBLIC_URL'),
    ).toMatchObject({
      ok: 'warning',
      says: `answers with ${status}, and not as the bot does`,
      mend: expect.stringContaining('PORT'),
    })
  })

  test('an address at which nobody answers yet', async () => {
    const findings = await checkSlack(await oauth(await workspace(), `http://127.0.0.1:${await freePort()}`))
    expect(about(findings, 'PUBLIC_URL')).toMatchObject({
      ok: 'warning',
      says: expect.stringContaining('cannot be reached'),
      mend: expect.stringContaining('mlsd serve'),
    })
  })
})
