import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Finding } from '../../src/finding.ts'
import { bitsOf, PERMISSIONS } from '../../src/platform/discord/needs.ts'
import { SCOPES } from '../../src/platform/slack/needs.ts'
import { openDatabase } from '../../src/sqlite/open.ts'
import { restOf, TOKEN } from '../platform/discord/rest.ts'
import { type StandIn, standIn } from '../platform/slack/stand-in/stand-in.ts'
import { dataFolder, mlsd } from './run.ts'

const slackFor = async (): Promise<{ slack: StandIn; env: Record<string, string> }> => {
  const slack = await standIn({ teams: [{ id: 'T1', name: 'Acme', scopes: SCOPES }] })
  onTestFinished(() => slack.stop())
  const env = {
    SLACK_BOT_TOKEN: slack.token('T1'),
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  }
  return { slack, env }
}

test('with nothing set up it says so, changes nothing, and nothing has to be mended', async () => {
  const home = dataFolder()
  const { code, out, err } = await mlsd(home, ['doctor'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/^ok {4}Node: \d+\.\d+\.\d+$/m)
  expect(out).toMatch(/^ok {4}settings: can be used$/m)
  expect(out).toMatch(/^ok {4}data: nothing is stored yet/m)
  expect(out).toMatch(
    /^look {2}chat: no platform is set up.*\n {6}-> .*SLACK_BOT_TOKEN.*DISCORD_TOKEN.*README\.md/m,
  )
  expect(readdirSync(home)).toEqual([])
})

test('with Slack set up and well, each look is a line', async () => {
  const { env } = await slackFor()
  const { code, out, err } = await mlsd(dataFolder(), ['doctor'], '', { env })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toContain('@mlsd in Acme (T1)')
  expect(out.split('\n').filter((line) => line !== '' && !line.startsWith('ok '))).toEqual([])
})

/** A Discord in which all is well. */
const discordFor = async (): Promise<Record<string, string>> => {
  const { apiUrl } = await restOf({
    '/users/@me': { id: '5', username: 'mlsd' },
    '/applications/@me': { id: '9', flags: 1 << 19, approximate_guild_count: 1 },
    '/gateway/bot': { shards: 1, session_start_limit: { total: 1000, remaining: 999, reset_after: 0 } },
  })
  return { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: apiUrl }
}

test('with Discord set up, alone or beside Slack, the link that invites the bot is printed', async () => {
  const env = await discordFor()
  const alone = await mlsd(dataFolder(), ['doctor'], '', { env })
  expect(alone).toMatchObject({ code: 0, err: '' })
  expect(alone.out).toMatch(/^ok {4}Discord bot: @mlsd \(5\)$/m)
  const link = new RegExp(`^ok {4}invite: https://discord\\.com/.*permissions=${bitsOf(PERMISSIONS)}$`, 'm')
  expect(alone.out).toMatch(link)
  expect(alone.out).not.toContain('no platform')
  const both = await mlsd(dataFolder(), ['doctor'], '', { env: { ...env, ...(await slackFor()).env } })
  expect(both).toMatchObject({ code: 0, err: '' })
  expect(both.out).toMatch(/@mlsd in Acme \(T1\)[\s\S]*Discord bot/)
  expect(both.out).not.toContain(TOKEN)
})

test('what has to be mended is marked, counted, and is the exit code', async () => {
  const { slack, env } = await slackFor()
  slack.revoke(slack.token('T1'))
  slack.trouble.fail('apps.connections.open', 'missing_scope')
  const { code, out, err } = await mlsd(dataFolder(), ['doctor'], '', { env })
  expect(code).toBe(1)
  expect(out).toMatch(/^MEND {2}bot token: Slack answers token_revoked\n {6}-> Install the app/m)
  expect(err).toBe('2 things have to be mended.\n')
  expect(out + err).not.toMatch(/xoxb-|xapp-/)
})

test('settings that cannot be used are named one by one, and nothing further is looked at', async () => {
  const { slack } = await slackFor()
  const env = { SLACK_BOT_TOKEN: 'hush', SLACK_API_URL: slack.apiUrl, MLSD_IDLE_HOURS: 'soon' }
  const { code, out, err } = await mlsd(dataFolder(), ['doctor'], '', { env })
  expect(code).toBe(1)
  for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'MLSD_IDLE_HOURS']) {
    expect(out).toMatch(new RegExp(`^MEND {2}settings: .*${name}`, 'm'))
  }
  expect(out).not.toContain('hush')
  expect(err).toContain('3 things')
  expect(slack.calls).toEqual([])
})

test('data in use by a bot that runs is no fault', async () => {
  const home = dataFolder()
  const open = openDatabase(join(home, 'mlsd.db'))
  onTestFinished(() => open.close())
  const { code, out } = await mlsd(home, ['doctor'])
  expect(code).toBe(0)
  expect(out).toMatch(new RegExp(`^look {2}data: .*pid ${process.pid}`, 'm'))
})

test('with --json it is one document', async () => {
  const { slack, env } = await slackFor()
  slack.revoke(slack.token('T1'))
  const { code, out } = await mlsd(dataFolder(), ['doctor', '--json'], '', { env })
  expect(code).toBe(1)
  const findings = JSON.parse(out) as Finding[]
  expect(findings.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['Node', 'settings', 'data', 'bot token', 'app token']),
  )
  for (const { ok, mend } of findings) expect(ok === true || mend !== undefined).toBe(true)
  expect(findings.filter(({ ok }) => ok === false)).toHaveLength(1)
})
