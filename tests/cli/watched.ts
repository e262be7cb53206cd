/** A workspace with a token of its own and an interview in it, for tests of what a bot shows of itself. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished } from 'vitest'
import { SCOPES } from '../../src/platform/slack/needs.ts'
import { type StandIn, standIn } from '../platform/slack/stand-in/stand-in.ts'

/** What must never be read in what a bot tells of itself. */
export const MARKED = 'xoxb-marked-4711-hush'

export const workspace = async (): Promise<{ slack: StandIn; env: Record<string, string> }> => {
  const slack = await standIn({ now: Date.now, teams: [{ id: 'T1', name: 'Acme', scopes: SCOPES }] })
  onTestFinished(() => slack.stop())
  const { tokens } = slack.world
  const usual = tokens.get(slack.token('T1'))
  if (usual) tokens.set(MARKED, { ...usual, token: MARKED })
  return {
    slack,
    env: {
      SLACK_BOT_TOKEN: MARKED,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      MLSD_CHAT_QUIET_SECONDS: '0.1',
    },
  }
}

/** Begins an interview in the channel; answers its thread. */
export const begun = async (slack: StandIn): Promise<string> => {
  await slack.person('T1', 'U1').command('C1', 'start ad-clicks --minutes 15')
  const root = () => slack.shown('slack:T1/C1').find(({ text }) => text.includes('Ad click prediction'))
  await slack.until(() => root() !== undefined, 'the card of the interview', 15_000)
  const thread = root()?.ts ?? ''
  await said(slack, thread, ({ text }) => text.includes('Predict clicks for ads'))
  return thread
}

/** Says it in the thread, and resolves once the bot has said something after it. */
export const answered = async (slack: StandIn, thread: string, text: string): Promise<void> => {
  const mine = slack.person('T1', 'U1').say('C1', text, { thread })
  await said(slack, thread, ({ ts }) => ts > mine)
}

type Shown = ReturnType<StandIn['shown']>[number]

const said = (slack: StandIn, thread: string, met: (one: Shown) => boolean): Promise<void> =>
  slack.until(
    () => slack.shown(`slack:T1/C1/${thread}`).some((one) => one.by === 'UBOT' && met(one)),
    'an answer',
    15_000,
  )

/** Lets a server listen until the test is over. */
export const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  const address = server.address()
  expect(address).toBeTruthy()
  return (address as AddressInfo).port
}
