/** What a command does not need, it does not load: the libraries of chat platforms take long. */
import { expect, onTestFinished, test } from 'vitest'
import { SCOPES } from '../../src/platform/slack/needs.ts'
import { restOf, TOKEN } from '../platform/discord/rest.ts'
import { standIn as discordStandIn } from '../platform/discord/stand-in/stand-in.ts'
import { standIn } from '../platform/slack/stand-in/stand-in.ts'
import { dataFolder, start } from './run.ts'

/** Has Node tell on stderr which library of a chat platform it loads. */
const TELLING = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module'
  registerHooks({
    resolve(name, context, next) {
      if (/^(@slack|discord\\.js)/.test(name)) process.stderr.write('LOADED ' + name + '\\n')
      return next(name, context)
    },
  })
`)}`

/** The libraries that a run loads, each once; it is ended by SIGTERM once it has said `until`. */
const loadedBy = async (words: string[], env: Record<string, string>, until?: string): Promise<string[]> => {
  const child = start(dataFolder(), words, { ...env, NODE_OPTIONS: `--import=${TELLING}` })
  if (until !== undefined) {
    await child.saying(until)
    child.process.kill('SIGTERM')
  }
  const { err } = await child.ended()
  return [...new Set([...err.matchAll(/LOADED (\S+)/g)].map(([, name = '']) => name))]
}

const discordEnv = async (): Promise<Record<string, string>> => {
  const { apiUrl } = await restOf({ '/users/@me': { id: '5', username: 'mlsd' } })
  return { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: apiUrl }
}

test.each([[['--help']], [['serve', '--help']], [['problems']], [['serve']]])(
  '%j loads none, with nothing set up',
  async (words) => {
    expect(await loadedBy(words, {})).toEqual([])
  },
)

test('doctor looks at both without a library', async () => {
  const env = { ...(await discordEnv()), SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }
  expect(await loadedBy(['doctor'], { ...env, SLACK_API_URL: 'http://127.0.0.1:9/api/' })).toEqual([])
})

test('with Discord alone, serve loads nothing of Slack', async () => {
  const discord = await discordStandIn({ now: Date.now })
  onTestFinished(() => discord.stop())
  const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl }
  const loaded = await loadedBy(['serve'], env, 'Ready')
  expect(loaded).toContain('discord.js')
  expect(loaded.filter((name) => name.startsWith('@slack'))).toEqual([])
})

test('with Slack alone, serve loads nothing of Discord', async () => {
  const slack = await standIn({ now: Date.now, teams: [{ id: 'T1', name: 'Acme', scopes: SCOPES }] })
  onTestFinished(() => slack.stop())
  const env = {
    SLACK_BOT_TOKEN: slack.token('T1'),
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  }
  const loaded = await loadedBy(['serve'], env, 'Ready')
  expect(loaded).toContain('@slack/bolt')
  expect(loaded.filter((name) => name.startsWith('discord'))).toEqual([])
})
