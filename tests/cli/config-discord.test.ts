import { expect, test } from 'vitest'
import { ConfigError, configOf } from '../../src/config.ts'

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.hush01.hush-hush-hush_hush'
const GUILD = '123456789012345678'

const discordOf = (env: Record<string, string>) => configOf({ HOME: '/h', ...env }).discord

const faultsOf = (env: Record<string, string>): string => {
  try {
    discordOf(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.join('\n')
  }
  return ''
}

test('with nothing set for Discord there is no Discord', () => {
  expect(discordOf({})).toBeUndefined()
  expect(discordOf({ DISCORD_TOKEN: ' ', DISCORD_API_URL: 'here' })).toBeUndefined()
})

test('every server, or one', () => {
  expect(discordOf({ DISCORD_TOKEN: `${TOKEN}\n` })).toEqual({ token: TOKEN })
  expect(discordOf({ DISCORD_TOKEN: TOKEN, DISCORD_GUILD_ID: ` ${GUILD}` })).toEqual({
    token: TOKEN,
    guild: GUILD,
  })
})

test('Slack and Discord side by side', () => {
  const env = { DISCORD_TOKEN: TOKEN, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }
  expect(configOf({ HOME: '/h', ...env })).toMatchObject({
    slack: { team: { token: 'xoxb-1' } },
    discord: { token: TOKEN },
  })
})

test.each([
  ['https://discord.com/api', 'https://discord.com/api'],
  ['https://discord.com/api/v10/', 'https://discord.com/api'],
  ['http://127.0.0.1:4003', 'http://127.0.0.1:4003'],
  ['http://localhost:4003/api/', 'http://localhost:4003/api'],
])('the REST API at %s, whatever the version', (address, apiUrl) => {
  expect(discordOf({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: address })?.apiUrl).toBe(apiUrl)
})

test.each<[what: string, env: Record<string, string>, says: RegExp]>([
  ['a server without a token', { DISCORD_GUILD_ID: GUILD }, /^DISCORD_TOKEN is not set; wanted is .*"Bot"/],
  ['quotation marks', { DISCORD_TOKEN: `"${TOKEN}"` }, /^DISCORD_TOKEN begins with a quotation mark/],
  ['the word before it', { DISCORD_TOKEN: `Bot ${TOKEN}` }, /begins with the word "Bot"/],
  ['the id of the application', { DISCORD_TOKEN: GUILD }, /is an id and no token/],
  ['the public key', { DISCORD_TOKEN: '0123456789abcdef'.repeat(4) }, /is the public key/],
  ['the client secret', { DISCORD_TOKEN: `${'hush'.repeat(7)}-_AZ` }, /is the client secret/],
  ['something else', { DISCORD_TOKEN: 'hush' }, /is no such token; wanted is .*"Reset Token"/],
  ['a name for a server', { DISCORD_TOKEN: TOKEN, DISCORD_GUILD_ID: 'hush' }, /^DISCORD_GUILD_ID is no id/],
  ['the token for a server', { DISCORD_TOKEN: TOKEN, DISCORD_GUILD_ID: TOKEN }, /"Copy Server ID"/],
  [
    'plain http',
    { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: 'http://hush.org' },
    /^DISCORD_API_URL is no address/,
  ],
])('%s: refused, and nothing secret is shown', (_, env, says) => {
  expect(faultsOf(env)).toMatch(says)
  expect(faultsOf(env)).not.toMatch(/hush|MTIz|0123|1234/)
})

test('faults of Discord are listed with all others', () => {
  const env = { DISCORD_TOKEN: 'hush', DISCORD_GUILD_ID: 'x', SLACK_BOT_TOKEN: 'y', MLSD_IDLE_HOURS: 'soon' }
  const faults = faultsOf(env).split('\n')
  expect(faults.filter((fault) => fault.startsWith('DISCORD_'))).toHaveLength(2)
  expect(faults.filter((fault) => fault.includes('SLACK_'))).toHaveLength(2)
  expect(faults.filter((fault) => fault.startsWith('MLSD_'))).toHaveLength(1)
})
