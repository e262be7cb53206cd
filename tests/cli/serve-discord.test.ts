import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { SCOPES } from '../../src/platform/slack/needs.ts'
import { BOTH, ONE, TWO } from '../platform/discord/stand-in/seed.ts'
import { type StandIn, standIn } from '../platform/discord/stand-in/stand-in.ts'
import { standIn as slackStandIn } from '../platform/slack/stand-in/stand-in.ts'
import { dataFolder, mlsd } from './run.ts'
import { serving, stopped, stored, storing } from './serving.ts'

/** A Discord on the clock of this machine, and what a bot is told of it. */
const guilds = async (): Promise<{ discord: StandIn; env: Record<string, string> }> => {
  const discord = await standIn({ now: Date.now })
  onTestFinished(() => discord.stop())
  const env = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    MLSD_CHAT_QUIET_SECONDS: '0.1',
  }
  return { discord, env }
}

const PATIENCE_MS = 15_000

/** Begins an interview by the slash command; answers the thread in which it is held. */
const begun = async (discord: StandIn, ids = ONE, who = ids.candidate): Promise<string> => {
  const registered = () => [...discord.commands(), ...discord.commands(ids.guild)].length > 0
  await discord.until(registered, 'the commands', PATIENCE_MS)
  const before = discord.threads(ids.general).length
  const asked = await discord
    .person(who)
    .command(ids.general, 'mlsd start', { problem: 'ad-clicks', minutes: 15 })
  expect(asked.answered).toBe(true)
  const thread = () => discord.threads(ids.general)[before]?.id
  await discord.until(() => thread() !== undefined, 'the thread of the interview', PATIENCE_MS)
  const id = thread() ?? ''
  await asks(discord, id, 'Predict clicks for ads')
  return id
}

/** Resolves once the bot has said something in the thread that has these words in it. */
const asks = (discord: StandIn, thread: string, words: string): Promise<void> =>
  discord.until(
    () => discord.shown(thread).some(({ by, text }) => by === discord.appId && text.includes(words)),
    `"${words}"`,
    PATIENCE_MS,
  )

/** Answers, and resolves once the bot has asked something after it. */
const answered = async (
  discord: StandIn,
  thread: string,
  text: string,
  who = ONE.candidate,
): Promise<void> => {
  const said = BigInt(discord.person(who).say(thread, text))
  await discord.until(
    () => discord.shown(thread).some(({ by, id }) => by === discord.appId && BigInt(id) > said),
    `an answer to "${text}"`,
    PATIENCE_MS,
  )
}

/** What somebody who is in both servers is shown there of their interviews. */
const historyIn = async (discord: StandIn, channel: string): Promise<string> => {
  const asked = await discord.person(BOTH).command(channel, 'mlsd history')
  await discord.until(() => asked.replies().length > 0, 'the history', PATIENCE_MS)
  return asked
    .replies()
    .map(({ text }) => text)
    .join('\n')
}

const ONE_SAID = 'Answer one: people scroll through photos and meet ads.'
const TWO_SAID = 'Answer two: labels come late, within thirty minutes.'
const THREE_SAID = 'Answer three: I derive the load from the users.'

test('an interview in Discord: begun, answered, left by SIGTERM, taken up by the next start, reported', async () => {
  const home = dataFolder()
  const { discord, env } = await guilds()
  const first = await serving(home, env)
  expect(first.out()).toContain('Discord: @mlsd, in every server that has invited it, over the gateway.\n')
  expect(first.out()).toContain(join(home, 'mlsd.db'))
  const thread = await begun(discord)
  await answered(discord, thread, ONE_SAID)
  await stopped(first)

  const candidate = discord.person(ONE.candidate)
  candidate.say(thread, TWO_SAID)
  const second = await serving(home, env)
  await answered(discord, thread, THREE_SAID)
  expect((await candidate.command(thread, 'mlsd end')).answered).toBe(true)
  await asks(discord, thread, 'rate yourself')
  expect((await candidate.command(thread, 'mlsd skip')).answered).toBe(true)
  await discord.until(
    () =>
      [...candidate.sees(thread), ...candidate.sees(candidate.direct)].some(({ text }) =>
        text.includes('Report: Ad click prediction'),
      ),
    'the report',
    PATIENCE_MS,
  )
  const archived = () => discord.threads(ONE.general)[0]?.archived === true
  await discord.until(archived, 'the end of the thread', PATIENCE_MS)
  await storing(home, [[ONE_SAID, TWO_SAID, THREE_SAID]])
  await stopped(second)
  expect(await stored(home)).toEqual([[ONE_SAID, TWO_SAID, THREE_SAID]])
  expect(discord.faults).toEqual([])
})

test('killed with -9 and started again, it goes on, and what was said meanwhile counts once', async () => {
  const home = dataFolder()
  const { discord, env } = await guilds()
  const first = await serving(home, { ...env, DISCORD_GUILD_ID: ONE.guild })
  expect(first.out()).toMatch(new RegExp(`with its commands in .* \\(${ONE.guild}\\) alone`))
  const thread = await begun(discord)
  await answered(discord, thread, ONE_SAID)
  first.process.kill('SIGKILL')
  await first.ended()

  discord.person(ONE.candidate).say(thread, TWO_SAID)
  const second = await serving(home, { ...env, DISCORD_GUILD_ID: ONE.guild })
  await answered(discord, thread, THREE_SAID)
  await storing(home, [[ONE_SAID, TWO_SAID, THREE_SAID]])
  await stopped(second)
  expect(await stored(home)).toEqual([[ONE_SAID, TWO_SAID, THREE_SAID]])
  expect(discord.faults).toEqual([])
})

test('Slack and Discord side by side in one process, and two servers that see nothing of each other', async () => {
  const home = dataFolder()
  const { discord, env } = await guilds()
  const slack = await slackStandIn({ now: Date.now, teams: [{ id: 'T1', name: 'Acme', scopes: SCOPES }] })
  onTestFinished(() => slack.stop())
  const bot = await serving(home, {
    ...env,
    SLACK_BOT_TOKEN: slack.token('T1'),
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  })
  expect(bot.out()).toMatch(/^Slack: @mlsd in Acme[\s\S]*^Discord: @mlsd[\s\S]*Ready/m)
  await slack.person('T1', 'U1').command('C1', 'start ad-clicks --minutes 15')
  await begun(discord)
  const there = await begun(discord, TWO, BOTH)
  await answered(discord, there, THREE_SAID, BOTH)
  await slack.until(
    () => slack.shown('slack:T1/C1').some(({ text }) => text.includes('Ad click prediction')),
    'the interview in Slack',
    PATIENCE_MS,
  )
  expect(await historyIn(discord, TWO.general)).toContain('Ad click prediction')
  expect(await historyIn(discord, ONE.general)).not.toContain('Ad click prediction')
  await stopped(bot)
  expect(await stored(home)).toHaveLength(3)
  expect([...discord.faults, ...slack.faults]).toEqual([])
})

test('a token that Discord does not take ends it with what to do, and without the token', async () => {
  const { env } = await guilds()
  const { code, err } = await mlsd(dataFolder(), ['serve'], '', {
    env: { ...env, DISCORD_TOKEN: 'not.the.hush' },
  })
  expect(code).toBe(1)
  expect(err).toMatch(/Discord does not take DISCORD_TOKEN \(401\)\. "mlsd doctor" says what to do/)
  expect(err).not.toMatch(/hush|^\s+at /m)
})
