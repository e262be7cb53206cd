import { describe, expect, onTestFinished, test } from 'vitest'
import type { Finding } from '../../../src/finding.ts'
import { checkDiscord } from '../../../src/platform/discord/doctor.ts'
import { bitsOf, PERMISSIONS } from '../../../src/platform/discord/needs.ts'
import { type Answers, type Rest, restOf, TOKEN } from './rest.ts'
import { ONE } from './stand-in/seed.ts'
import { standIn } from './stand-in/stand-in.ts'

const [GUILD, BOT, APP, ROLE] = ['100000000000000001', '500000000000000001', '900000000000000001', '7']

const CONTENT = 1 << 19

const application = (more: object = {}) => ({
  id: APP,
  name: 'mlsd',
  flags: CONTENT,
  approximate_guild_count: 3,
  bot_require_code_grant: false,
  interactions_endpoint_url: null,
  ...more,
})

const gateway = (remaining: number, shards = 1) => ({
  url: 'wss://gateway.example.org',
  shards,
  session_start_limit: { total: 1000, remaining, reset_after: 3_600_000, max_concurrency: 1 },
})

const guild = (everyone: bigint, own: bigint) => ({
  id: GUILD,
  name: 'Acme',
  roles: [
    { id: GUILD, name: '@everyone', permissions: `${everyone}` },
    { id: ROLE, name: 'mlsd', permissions: `${own}` },
    { id: '8', name: 'somebody else', permissions: '8' },
  ],
})

/** A Discord in which everything is as it should be, but for what is given. */
const discord = (more: Answers = {}): Promise<Rest> =>
  restOf({
    '/users/@me': { id: BOT, username: 'mlsd', bot: true },
    '/applications/@me': application(),
    '/gateway/bot': gateway(998),
    [`/guilds/${GUILD}`]: guild(PERMISSIONS.ViewChannel.bit, bitsOf(PERMISSIONS)),
    [`/guilds/${GUILD}/members/${BOT}`]: { user: { id: BOT }, roles: [ROLE] },
    ...more,
  })

const look = async (more: Answers = {}, guild?: string): Promise<Finding[]> => {
  const { apiUrl } = await discord(more)
  return checkDiscord({ token: TOKEN, apiUrl, ...(guild !== undefined && { guild }) })
}

/** The one finding about something. */
const about = (findings: readonly Finding[], what: string): Finding => {
  const found = findings.filter((finding) => finding.what.includes(what))
  expect(found, `what was found about ${what}`).toHaveLength(1)
  return found[0] as Finding
}

const amiss = (findings: readonly Finding[]): Finding[] => findings.filter(({ ok }) => ok !== true)

describe('when all is well', () => {
  test('the bot, its intents, its gateway, and the link that invites it', async () => {
    const findings = await look()
    expect(amiss(findings)).toEqual([])
    expect(about(findings, 'bot').says).toBe(`@mlsd (${BOT})`)
    expect(about(findings, 'intents').says).toContain('the Message Content Intent is on')
    expect(about(findings, 'gateway').says).toBe('one connection; 998 of 1000 starts are left')
    expect(findings.some(({ what }) => what.includes('server'))).toBe(false)
  })

  test('the link asks for exactly the scopes and permissions that are needed', async () => {
    const { searchParams, origin, pathname } = new URL(about(await look(), 'invite').says)
    expect(`${origin}${pathname}`).toBe('https://discord.com/oauth2/authorize')
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: APP,
      scope: 'bot applications.commands',
      // View Channels, Send Messages, Attach Files, Read Message History, then the five of threads.
      permissions: String(1024n + 2048n + 32_768n + 65_536n + (0b1_0111n << 34n)),
    })
  })

  test('in one server, what the bot may do there, and the link for that server alone', async () => {
    const findings = await look({}, GUILD)
    expect(amiss(findings)).toEqual([])
    expect(about(findings, `server ${GUILD}`).says).toContain('in Acme it may do all it needs')
    expect(new URL(about(findings, 'invite').says).searchParams.get('guild_id')).toBe(GUILD)
  })

  test('it only asks', async () => {
    const { apiUrl, asked } = await discord()
    await checkDiscord({ token: TOKEN, apiUrl, guild: GUILD })
    expect(asked.toSorted()).toEqual([
      '/applications/@me',
      '/gateway/bot',
      `/guilds/${GUILD}`,
      `/guilds/${GUILD}/members/${BOT}`,
      '/users/@me',
    ])
  })
})

describe('what has to be mended is said, with how', () => {
  test('Discord cannot be reached: nothing else is asked of it', async () => {
    const { apiUrl, stop } = await discord()
    await stop()
    expect(await checkDiscord({ token: TOKEN, apiUrl })).toEqual([
      {
        what: expect.stringContaining(apiUrl),
        ok: false,
        says: expect.stringContaining('ECONNREFUSED'),
        mend: expect.stringContaining('DISCORD_API_URL'),
      },
    ])
  })

  test('something else answers there', async () => {
    const findings = await look({ '/users/@me': '<h1>Welcome</h1>' })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ ok: false, says: expect.stringContaining('HTTP 200') })
  })

  test('a token that Discord never gave, which is never shown', async () => {
    const { apiUrl } = await discord()
    const findings = await checkDiscord({ token: 'another.hush.token', apiUrl })
    expect(findings).toHaveLength(2)
    expect(about(findings, 'API').ok).toBe(true)
    expect(about(findings, 'bot')).toMatchObject({
      ok: false,
      says: expect.stringContaining('401'),
      mend: expect.stringContaining('"Reset Token"'),
    })
    expect(JSON.stringify(findings)).not.toContain('hush')
  })

  test('the Message Content Intent is off: what to switch on, and what works without it', async () => {
    expect(about(await look({ '/applications/@me': application({ flags: 0 }) }), 'intents')).toMatchObject({
      ok: false,
      says: expect.stringContaining('Message Content Intent is off'),
      mend: expect.stringMatching(/"Privileged Gateway Intents".*direct messages work/),
    })
  })

  test.each([18, 19])('it is on in a small server and in a large one: flag %i', async (flag) => {
    const findings = await look({ '/applications/@me': application({ flags: 1 << flag }) })
    expect(about(findings, 'intents').ok).toBe(true)
  })

  test('what would keep commands and invites from working', async () => {
    const more = { interactions_endpoint_url: 'https://example.org/hook', bot_require_code_grant: true }
    const findings = await look({ '/applications/@me': application(more) })
    expect(about(findings, 'commands')).toMatchObject({ ok: false, mend: expect.stringContaining('empty') })
    expect(about(findings, 'invites')).toMatchObject({
      ok: false,
      mend: expect.stringContaining('Code Grant'),
    })
  })

  test('no start of the gateway is left', async () => {
    expect(about(await look({ '/gateway/bot': gateway(0) }), 'gateway')).toMatchObject({
      ok: false,
      mend: expect.stringContaining('60 minutes'),
    })
    expect(about(await look({ '/gateway/bot': gateway(30, 40) }), 'gateway').ok).toBe(false)
  })

  test.each([
    [403, 'Missing Access'],
    [404, 'Unknown Guild'],
  ])('a server that the bot is not in: %i', async (status, message) => {
    const findings = await look({ [`/guilds/${GUILD}`]: [status, { message, code: 0 }] }, GUILD)
    expect(about(findings, `server ${GUILD}`)).toMatchObject({
      ok: false,
      says: 'the bot is not in it',
      mend: expect.stringContaining('DISCORD_GUILD_ID'),
    })
  })

  test.each(Object.values(PERMISSIONS))('without "$called", what fails is said', async (permission) => {
    const all = bitsOf(PERMISSIONS) & ~permission.bit
    const found = about(await look({ [`/guilds/${GUILD}`]: guild(0n, all) }, GUILD), `server ${GUILD}`)
    expect(found.says).toBe(
      `missing in Acme: ${permission.called} (without it, ${'without' in permission && permission.without})`,
    )
    expect(found.ok).toBe('optional' in permission ? 'warning' : false)
    expect(found.mend).toContain('invite')
  })
})

describe('what may be meant so is a warning', () => {
  test('other intents that have to be asked for', async () => {
    const flags = CONTENT | (1 << 13) | (1 << 14)
    expect(about(await look({ '/applications/@me': application({ flags }) }), 'intents')).toMatchObject({
      ok: 'warning',
      says: 'switched on and never used: Presence Intent, Server Members Intent',
    })
  })

  test('a bot that may do everything', async () => {
    const findings = await look({ [`/guilds/${GUILD}`]: guild(0n, 8n) }, GUILD)
    expect(about(findings, `server ${GUILD}`)).toMatchObject({
      ok: 'warning',
      mend: expect.stringContaining('Administrator'),
    })
  })

  test('a bot in no server gets the link', async () => {
    const findings = await look({ '/applications/@me': application({ approximate_guild_count: 0 }) })
    expect(about(findings, 'servers').mend).toContain(about(findings, 'invite').says)
  })

  test('few starts that are left', async () => {
    expect(about(await look({ '/gateway/bot': gateway(5) }), 'gateway').ok).toBe('warning')
  })

  test('a pause that Discord wants, wherever', async () => {
    const pause: [number, object] = [429, { message: 'You are being rate limited.', retry_after: 1 }]
    expect(about(await look({ '/users/@me': pause }), 'bot')).toMatchObject({ ok: 'warning' })
    const findings = await look(
      { '/applications/@me': pause, '/gateway/bot': pause, [`/guilds/${GUILD}`]: pause },
      GUILD,
    )
    for (const what of ['application', 'gateway', 'server'])
      expect(about(findings, what)).toMatchObject({ ok: 'warning', says: 'Discord wants a pause' })
  })
})

test('the stand-in for Discord is in order, and what is switched off in it is seen', async () => {
  const there = await standIn()
  onTestFinished(() => there.stop())
  const { apiUrl, token } = there
  const look = () => checkDiscord({ apiUrl, token, guild: ONE.guild })
  expect(amiss(await look())).toEqual([])
  there.messageContent(false)
  there.leave(ONE.guild)
  expect(amiss(await look()).map(({ what }) => what)).toEqual(['intents', `server ${ONE.guild}`])
  expect(there.faults).toEqual([])
})
