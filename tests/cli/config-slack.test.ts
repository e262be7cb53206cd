import { expect, test } from 'vitest'
import { ConfigError, configOf } from '../../src/config.ts'

const BOT = 'xoxb-7-8-hush'
const APP = 'xapp-1-2-hush'
const SIGNING = 'hush-of-32-hexadecimal-digits'
const OAUTH = {
  SLACK_CLIENT_ID: '12.34',
  SLACK_CLIENT_SECRET: 'hush-client',
  SLACK_STATE_SECRET: 'hush-state-and-more',
}

const slackOf = (env: Record<string, string>) => configOf({ HOME: '/h', ...env }).slack

const faultsOf = (env: Record<string, string>): string => {
  try {
    slackOf(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.join('\n')
  }
  return ''
}

test('with nothing set for Slack there is no Slack, whatever else a machine sets', () => {
  expect(slackOf({})).toBeUndefined()
  expect(slackOf({ PORT: 'sixty', PUBLIC_URL: 'here', SLACK_BOT_TOKEN: ' ' })).toBeUndefined()
})

test('one workspace, in Socket Mode', () => {
  expect(slackOf({ SLACK_BOT_TOKEN: `${BOT}\n`, SLACK_APP_TOKEN: APP, PORT: 'sixty' })).toEqual({
    transport: { socket: { appToken: APP } },
    team: { token: BOT },
  })
})

test('one workspace, over HTTP, on port 3000 unless another is named', () => {
  const env = { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SIGNING }
  expect(slackOf(env)).toEqual({
    transport: { http: { signingSecret: SIGNING, port: 3000 } },
    team: { token: BOT },
  })
  expect(slackOf({ ...env, PORT: '8080' })?.transport).toMatchObject({ http: { port: 8080 } })
})

test('many workspaces, over HTTP, with and without the address at which OAuth comes back', () => {
  const {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: stateSecret,
  } = OAUTH
  const env = { ...OAUTH, SLACK_SIGNING_SECRET: SIGNING }
  const team = { clientId, clientSecret, stateSecret }
  expect(slackOf(env)?.team).toEqual(team)
  const publicUrl = 'https://bot.example.org/mlsd'
  expect(slackOf({ ...env, PUBLIC_URL: `${publicUrl}/` })?.team).toEqual({ ...team, publicUrl })
})

test.each([
  ['https://slack-gov.com/api/', 'https://slack-gov.com/api/'],
  ['https://proxy.example.org/slack', 'https://proxy.example.org/slack/'],
  ['http://127.0.0.1:4003/api', 'http://127.0.0.1:4003/api/'],
  ['http://[::1]:4003/', 'http://[::1]:4003/'],
  ['http://localhost:4003/api/', 'http://localhost:4003/api/'],
])('the Web API at %s', (address, apiUrl) => {
  expect(slackOf({ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_API_URL: address })?.apiUrl).toBe(apiUrl)
})

test.each<[what: string, env: Record<string, string>, says: RegExp]>([
  ['an app token alone', { SLACK_APP_TOKEN: APP }, /^SLACK_BOT_TOKEN is not set; .*SLACK_CLIENT_ID, SLACK/],
  ['a bot token alone', { SLACK_BOT_TOKEN: BOT }, /^Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set/],
  ['a signing secret alone', { SLACK_SIGNING_SECRET: SIGNING }, /^SLACK_BOT_TOKEN is not set/],
  [
    'both ways for Slack to reach the bot',
    { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_SIGNING_SECRET: SIGNING },
    /SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set/,
  ],
  [
    'one workspace and many',
    { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SIGNING, SLACK_CLIENT_ID: '12.34' },
    /SLACK_BOT_TOKEN and SLACK_CLIENT_ID are set; keep the first/,
  ],
  [
    'half of OAuth',
    { SLACK_SIGNING_SECRET: SIGNING, SLACK_CLIENT_ID: '12.34' },
    /^SLACK_CLIENT_SECRET and SLACK_STATE_SECRET are not set; OAuth wants/,
  ],
  ['OAuth in Socket Mode', { ...OAUTH, SLACK_APP_TOKEN: APP }, /many workspaces are served over HTTP/],
  [
    'a state secret that can be guessed',
    { ...OAUTH, SLACK_SIGNING_SECRET: SIGNING, SLACK_STATE_SECRET: 'hush' },
    /SLACK_STATE_SECRET is short/,
  ],
  [
    'the tokens in each other’s place',
    { SLACK_BOT_TOKEN: APP, SLACK_APP_TOKEN: BOT },
    /SLACK_APP_TOKEN is a bot token.*\nSLACK_BOT_TOKEN is an app-level token/,
  ],
  [
    "a person's token",
    { SLACK_BOT_TOKEN: 'xoxp-hush', SLACK_APP_TOKEN: APP },
    /SLACK_BOT_TOKEN is a person's token/,
  ],
  [
    'a token that expires',
    { SLACK_BOT_TOKEN: 'xoxe.xoxb-hush', SLACK_APP_TOKEN: APP },
    /SLACK_BOT_TOKEN is a token that expires/,
  ],
  [
    'quotation marks',
    { SLACK_BOT_TOKEN: `"${BOT}"`, SLACK_APP_TOKEN: APP },
    /begins with a quotation mark.*begins with xoxb-\./,
  ],
  ['no token at all', { SLACK_BOT_TOKEN: 'hush', SLACK_APP_TOKEN: APP }, /SLACK_BOT_TOKEN is no such token/],
  ...['0', '65536', '3000x', '-1'].map((port): [string, Record<string, string>, RegExp] => [
    `port ${port}`,
    { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SIGNING, PORT: port },
    /^PORT is ".*"; wanted is a whole number from 1 to 65535/,
  ]),
  ...[
    'http://slack.example.org/api',
    'slack.com/api',
    'ftp://slack.com',
    'https://a.org?hush',
    'http://127.0.0.1.evil.org',
  ].map((url): [string, Record<string, string>, RegExp] => [
    `the Web API at ${url}`,
    { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_API_URL: url },
    /^SLACK_API_URL is no address that can be used; wanted is .*https:/,
  ]),
  [
    'a public address without https',
    { ...OAUTH, SLACK_SIGNING_SECRET: SIGNING, PUBLIC_URL: 'http://bot.example.org' },
    /^PUBLIC_URL is no address that can be used/,
  ],
])('%s: refused, and nothing secret is shown', (_, env, says) => {
  expect(faultsOf(env)).toMatch(says)
  expect(faultsOf(env)).not.toContain('hush')
})

test('faults of Slack are listed with all others', () => {
  const faults = faultsOf({ SLACK_BOT_TOKEN: BOT, MLSD_IDLE_HOURS: 'soon', SLACK_API_URL: 'x' }).split('\n')
  expect(faults).toHaveLength(3)
})
