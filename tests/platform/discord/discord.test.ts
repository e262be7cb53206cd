import { afterEach, describe, expect, test } from 'vitest'
import { discord } from '../../../src/platform/discord/discord.ts'
import { parseCommand } from '../../../src/platform/parse.ts'
import type { Platform } from '../../../src/platform/platform.ts'
import { EMPTY_DESK } from '../bare.ts'
import { platformContract } from '../contract.ts'
import { optionsOn, starting, threadOf } from './running.ts'
import { ONE } from './stand-in/seed.ts'
import { type StandIn, standIn } from './stand-in/stand-in.ts'

const far: StandIn[] = []

afterEach(async () => {
  for (const each of far.splice(0)) {
    await each.stop()
    expect(each.faults).toEqual([])
  }
})

/** The contract starts and stops the platform by itself; it is ready once the commands are known. */
const idle = async (): Promise<{ here: StandIn; platform: Platform }> => {
  const here = await standIn()
  far.push(here)
  const shelf = new Map<string, unknown>()
  const platform = discord(optionsOn(here, { shelf }))
  const start: Platform['start'] = async (hear, desk) => {
    await platform.start(hear, desk)
    await here.until(() => shelf.has('commands'), 'the commands')
  }
  return { here, platform: { ...platform, start } }
}

/** The contract types `/hint`, where one uses `/mlsd hint` here. */
const read = ({ text, buttons }: { text: string; buttons: string[] }): string =>
  [text.replaceAll('/mlsd ', '/'), ...buttons].join('\n')

/** Somebody uses a command; what Discord would not let them send now, they send by what Discord offered before. */
const use = async (here: StandIn, channel: string, line: string): Promise<void> => {
  const one = here.person(ONE.candidate)
  const parsed = parseCommand(line)
  if ('args' in parsed) {
    const { minutes, ...args } = parsed.args
    const values = { ...args, ...(minutes !== undefined && { minutes: Number(minutes) }) }
    return void (await one.command(channel, `mlsd ${parsed.command}`, values))
  }
  const [registered] = here.commands() as [{ options: { name: string }[] }]
  const option = { type: 3, name: 'minutes' }
  const stale = ['hnit', 'start'].map((name) => ({ type: 1, name, options: [option] }))
  const now = registered.options
  registered.options = stale
  const [, name = '', , value] = /^\/(\w+)(?: --(\w+) (\w+))?/.exec(line) ?? []
  await one.command(channel, `mlsd ${name}`, value === undefined ? {} : { minutes: value })
  registered.options = now
}

platformContract('discord, in a direct message,', async () => {
  const { here, platform } = await idle()
  const one = here.person(ONE.candidate)
  return {
    platform,
    place: `discord:@me/${one.direct}`,
    send: async (text) => {
      if (text.startsWith('/')) await use(here, one.direct, text)
      else one.dm(text)
    },
    shown: () => one.sees(one.direct).map(read).join('\n'),
  }
})

platformContract('discord, in a thread of a channel,', async () => {
  const { here, platform } = await idle()
  const one = here.person(ONE.candidate)
  const thread = await threadOf(here, ONE.general)
  return {
    platform,
    place: `discord:${ONE.guild}/${ONE.general}/${thread}`,
    send: async (text) => {
      if (text.startsWith('/')) await use(here, thread, text)
      else one.say(thread, text)
    },
    shown: () => one.sees(thread).map(read).join('\n'),
  }
})

const start = starting()

describe('discord as a whole', () => {
  test('is started once', async () => {
    const { platform } = await start()
    await expect(platform.start(async () => undefined, EMPTY_DESK)).rejects.toThrow(/already/)
  })

  test('does not start with a token that Discord does not take, and says what to do', async () => {
    const { platform } = await start({ token: 'a.wrong.token', idle: true })
    await expect(platform.start(async () => undefined, EMPTY_DESK)).rejects.toThrow(/DISCORD_TOKEN/)
  })

  test('tells of each call that is made once more, and of the first of them in the log', async () => {
    const here = await standIn()
    far.push(here)
    const options = optionsOn(here)
    let again = 0
    const platform = discord({ ...options, again: () => again++ })
    here.trouble.fail('POST /channels/:id/messages', 503, { times: 2 })
    await platform.say(`discord:${ONE.guild}/${ONE.general}`, { tone: 'answer', text: 'hello' }, 'one')
    expect(again).toBe(2)
    expect(options.told).toMatchObject([{ level: 'warn', details: { reason: 'HTTP 503' } }])
    expect(options.told[0]?.what).toContain('asked again')
    await platform.stop()
  })
})
