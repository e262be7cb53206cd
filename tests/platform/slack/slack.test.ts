import { afterEach, describe, expect, test } from 'vitest'
import { slack } from '../../../src/platform/slack/slack.ts'
import { EMPTY_DESK } from '../bare.ts'
import { type FarSide, platformContract } from '../contract.ts'
import { addressOf, MODES, type Mode, optionsOn, SECRET, starting } from './running.ts'
import { type StandIn, standIn } from './stand-in/stand-in.ts'

const far: StandIn[] = []

afterEach(async () => {
  for (const each of far.splice(0)) {
    await each.stop()
    expect(each.faults).toEqual([])
  }
})

/** The contract starts and stops the platform by itself. */
const idle = async (mode: Mode): Promise<{ here: StandIn; platform: FarSide['platform'] }> => {
  const here = await standIn()
  far.push(here)
  const platform = slack(optionsOn(here, { mode }))
  if (mode === 'socket') return { here, platform }
  const start: typeof platform.start = async (hear, desk) => {
    await platform.start(hear, desk)
    here.deliverTo(addressOf(platform), SECRET)
  }
  return { here, platform: { ...platform, start } }
}

/** The contract types `/hint`, where one types `/mlsd hint` here, and reads what is written there in its own way. */
const read = ({ text, buttons }: { text: string; buttons: string[] }): string =>
  [text.replaceAll('/mlsd ', '/'), ...buttons].join('\n')

for (const [mode, how] of MODES) {
  platformContract(`slack ${how}, in a direct message,`, async () => {
    const { here, platform } = await idle(mode)
    const one = here.person('T1', 'U1')
    return {
      platform,
      place: `slack:T1/${one.direct}`,
      send: async (text) => {
        if (text.startsWith('/')) await one.command(one.direct, text.slice(1))
        else one.say(one.direct, text)
      },
      shown: () => one.sees(one.direct).map(read).join('\n'),
    }
  })

  platformContract(`slack ${how}, in a thread,`, async () => {
    const { here, platform } = await idle(mode)
    const one = here.person('T1', 'U1')
    const thread = one.say('C1', 'This begins a thread.')
    return {
      platform,
      place: `slack:T1/C1/${thread}`,
      // A thread takes no slash command; it is given in the channel.
      send: async (text) => {
        if (text.startsWith('/')) await one.command('C1', text.slice(1))
        else one.say('C1', text, { thread })
      },
      shown: () => one.sees('C1').map(read).join('\n'),
    }
  })
}

const start = starting()

describe('slack as a whole', () => {
  test('is started once', async () => {
    const { platform } = await start()
    await expect(platform.start(async () => undefined, EMPTY_DESK)).rejects.toThrow(/already/)
  })

  test('does not start with a bot token that Slack does not take, and says what to do', async () => {
    const { platform } = await start({ team: { token: 'xoxb-none' }, idle: true })
    await expect(platform.start(async () => undefined, EMPTY_DESK)).rejects.toThrow(/SLACK_BOT_TOKEN/)
  })

  test('starts while Slack is unwell, and tells so', async () => {
    const here = await standIn()
    far.push(here)
    here.trouble.fail('auth.test', 500)
    const run = await start({ mode: 'http', on: here })
    here.person('T1', 'U1').say('C1', 'hello')
    await here.settled()
    expect(run.words()).toEqual(['hello'])
    expect(run.log()).toContain('cannot be reached yet')
  })
})

test('slack tells of each call that is made once more, and of the first of them in the log', async () => {
  const here = await standIn()
  far.push(here)
  const options = optionsOn(here)
  let again = 0
  const platform = slack({ ...options, again: () => again++ })
  here.person('T1', 'U1')
  here.trouble.fail('chat.postMessage', 503, { times: 2 })
  await platform.say('slack:T1/C1', { tone: 'answer', text: 'hello' }, 'one')
  expect(again).toBe(2)
  expect(options.told).toMatchObject([{ level: 'warn', details: { method: 'chat.postMessage' } }])
  expect(options.told[0]?.what).toContain('asked again')
  await platform.stop()
})
