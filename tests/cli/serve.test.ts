import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { SCOPES } from '../../src/platform/slack/needs.ts'
import { freePort } from '../free-port.ts'
import { type StandIn, standIn } from '../platform/slack/stand-in/stand-in.ts'
import { dataFolder, mlsd } from './run.ts'
import { serving, stopped, stored, storing } from './serving.ts'

/** A workspace on the clock of this machine, and what a bot is told of it. */
const workspace = async (): Promise<{ slack: StandIn; env: Record<string, string> }> => {
  const slack = await standIn({ now: Date.now, teams: [{ id: 'T1', name: 'Acme', scopes: SCOPES }] })
  onTestFinished(() => slack.stop())
  const env = {
    SLACK_BOT_TOKEN: slack.token('T1'),
    SLACK_API_URL: slack.apiUrl,
    MLSD_CHAT_QUIET_SECONDS: '0.1',
  }
  return { slack, env }
}

const overSocket = async () => {
  const { slack, env } = await workspace()
  return { slack, env: { ...env, SLACK_APP_TOKEN: slack.appToken } }
}

const SIGNING = '0123456789abcdef'.repeat(2)

const overHttp = async () => {
  const { slack, env } = await workspace()
  const port = await freePort()
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`, SIGNING)
  return { slack, port, env: { ...env, SLACK_SIGNING_SECRET: SIGNING, PORT: String(port) } }
}

/** Begins an interview by the slash command; answers the thread in which it is held. */
const begun = async (slack: StandIn): Promise<string> => {
  const delivery = await slack.person('T1', 'U1').command('C1', 'start ad-clicks --minutes 15')
  expect(delivery.state).toBe('acknowledged')
  const root = () => slack.shown('slack:T1/C1').find(({ text }) => text.includes('Ad click prediction'))
  await slack.until(() => root() !== undefined, 'the card of the interview')
  const thread = root()?.ts ?? ''
  await asks(slack, thread, 'Predict clicks for ads')
  return thread
}

/** Resolves once the bot has said something in the thread that has these words in it. */
const asks = (slack: StandIn, thread: string, words: string): Promise<void> =>
  slack.until(
    () => slack.shown(`slack:T1/C1/${thread}`).some(({ by, text }) => by === 'UBOT' && text.includes(words)),
    `"${words}"`,
    15_000,
  )

/** Answers, and resolves once the bot has asked something after it. */
const answered = async (slack: StandIn, thread: string, text: string): Promise<void> => {
  const said = slack.person('T1', 'U1').say('C1', text, { thread })
  await slack.until(
    () => slack.shown(`slack:T1/C1/${thread}`).some(({ by, ts }) => by === 'UBOT' && ts > said),
    `an answer to "${text}"`,
    15_000,
  )
}

const ONE = 'Answer one: people scroll through photos and meet ads.'
const TWO = 'Answer two: labels come late, within thirty minutes.'
const THREE = 'Answer three: I derive the load from the users.'

test('an interview in Slack: begun, answered, left by SIGTERM, taken up by the next start, reported', async () => {
  const home = dataFolder()
  const { slack, env } = await overSocket()
  const first = await serving(home, env)
  expect(first.out()).toContain('Slack: @mlsd in Acme (T1), over Socket Mode.\n')
  expect(first.out()).toContain(join(home, 'mlsd.db'))
  const thread = await begun(slack)
  await answered(slack, thread, ONE)
  await stopped(first)

  const candidate = slack.person('T1', 'U1')
  candidate.say('C1', TWO, { thread })
  const second = await serving(home, env)
  await slack.redeliver()
  await answered(slack, thread, THREE)
  candidate.mention('C1', 'end', { thread })
  await asks(slack, thread, 'rate yourself')
  candidate.mention('C1', 'skip', { thread })
  await slack.until(
    () =>
      slack
        .visibleTo('U1', 'slack:T1/C1')
        .concat(slack.shown('slack:T1/U1'))
        .some(({ text }) => text.includes('Report: Ad click prediction')),
    'the report',
    15_000,
  )
  await storing(home, [[ONE, TWO, THREE]])
  await stopped(second)
  expect(await stored(home)).toEqual([[ONE, TWO, THREE]])
  expect(slack.faults).toEqual([])
})

test('killed with -9 and started again, it goes on, and what was said meanwhile counts once', async () => {
  const home = dataFolder()
  const { slack, env } = await overHttp()
  const first = await serving(home, env)
  expect(first.out()).toMatch(/over HTTP on port \d+ at \/slack\/events\.\n/)
  const thread = await begun(slack)
  await answered(slack, thread, ONE)
  first.process.kill('SIGKILL')
  await first.ended()

  slack.person('T1', 'U1').say('C1', TWO, { thread })
  await slack.settled()
  const second = await serving(home, env)
  await slack.redeliver()
  await answered(slack, thread, THREE)
  await slack.settled()
  await storing(home, [[ONE, TWO, THREE]])
  await stopped(second)
  expect(await stored(home)).toEqual([[ONE, TWO, THREE]])
  expect(slack.faults).toEqual([])
})

test('many workspaces: one installs it from the page, and the next start still knows it', async () => {
  const slack = await standIn({ now: Date.now, teams: [{ id: 'T1', installed: false }] })
  onTestFinished(() => slack.stop())
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  slack.deliverTo(`${base}/slack/events`, SIGNING)
  const env = {
    SLACK_CLIENT_ID: slack.clientId,
    SLACK_CLIENT_SECRET: slack.clientSecret,
    SLACK_STATE_SECRET: 'sixteen characters and more',
    SLACK_SIGNING_SECRET: SIGNING,
    SLACK_API_URL: slack.apiUrl,
    PUBLIC_URL: base,
    PORT: String(port),
    MLSD_CHAT_QUIET_SECONDS: '0.1',
  }
  const home = dataFolder()
  const first = await serving(home, env)
  expect(first.out()).toContain(`it is installed from ${base}/slack/install.`)
  const page = await fetch(`${base}/slack/install`)
  const address = /href="(https?:[^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&') ?? ''
  const cookie = page.headers.getSetCookie().map((each) => each.split(';')[0])
  const back = await fetch(slack.install(address, 'T1'), { headers: { cookie: cookie.join('; ') } })
  expect(back.status).toBe(200)
  await stopped(first)

  const second = await serving(home, env)
  await begun(slack)
  await stopped(second)
  expect(slack.faults).toEqual([])
})

test('one process at a time: the second is refused, and is told which one has the data', async () => {
  const home = dataFolder()
  const { env } = await overSocket()
  const first = await serving(home, env)
  const second = await mlsd(home, ['serve'], '', { env })
  expect(second).toMatchObject({ code: 2, out: '' })
  expect(second.err).toContain(`pid ${first.process.pid}`)
  expect((await mlsd(home, ['practice', '--problem', 'ad-clicks'])).code).toBe(2)
  expect((await mlsd(home, ['history'])).code).toBe(0)
  await stopped(first)
})

test('with nothing set up it says what to set, and where that is explained', async () => {
  const { code, out, err } = await mlsd(dataFolder(), ['serve'])
  expect({ code, out }).toEqual({ code: 1, out: '' })
  for (const word of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'DISCORD_TOKEN', '"mlsd doctor"', 'README.md']) {
    expect(err).toContain(word)
  }
})

test('a token that Slack does not take ends it with what to do, and without the token', async () => {
  const { env } = await overSocket()
  const { code, err } = await mlsd(dataFolder(), ['serve'], '', {
    env: { ...env, SLACK_BOT_TOKEN: 'xoxb-hush' },
  })
  expect(code).toBe(1)
  expect(err).toMatch(/Slack does not take SLACK_BOT_TOKEN \(invalid_auth\)\. "mlsd doctor" says what to do/)
  expect(err).not.toContain('hush')
})

test('an app token that Slack does not take as well', async () => {
  const { env } = await overSocket()
  const { code, err } = await mlsd(dataFolder(), ['serve'], '', {
    env: { ...env, SLACK_APP_TOKEN: 'xapp-hush' },
  })
  expect(code).toBe(1)
  expect(err).toMatch(/Slack does not take the app token \(invalid_auth\)/)
  expect(err).not.toMatch(/hush|^\s+at /m)
})

test('a port that is taken ends it with what to do', async () => {
  const server = createServer()
  onTestFinished(() => void server.close())
  await new Promise<void>((done) => server.listen(0, done))
  const { env } = await overHttp()
  const port = String((server.address() as AddressInfo).port)
  const { code, err } = await mlsd(dataFolder(), ['serve'], '', { env: { ...env, PORT: port } })
  expect(code).toBe(1)
  expect(err).toMatch(new RegExp(`slack cannot be served: .*${port}\n"mlsd doctor"`))
  expect(err).not.toMatch(/^\s+at /m)
})
