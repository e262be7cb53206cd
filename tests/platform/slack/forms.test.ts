import { describe, expect, test, vi } from 'vitest'
import type { Form } from '../../../src/platform/card.ts'
import type { Desk } from '../../../src/platform/platform.ts'
import { EMPTY_DESK } from '../bare.ts'
import { MODES, type Mode, type Running, type Setting, starting } from './running.ts'
import type { Person } from './stand-in/person.ts'

const start = starting()

const choice = (value: string): { value: string; label: string } => ({ value, label: value.toUpperCase() })

const FORMS: Record<Form['id'], Form> = {
  start: {
    id: 'start',
    title: 'Start an interview',
    fields: [
      {
        name: 'problem',
        label: 'Problem',
        choices: [...'abcd'].map(choice).concat(choice('own')),
        preset: 'a',
      },
      { name: 'scenario', label: 'Your scenario', when: { field: 'problem', is: 'own' }, long: true },
      { name: 'minutes', label: 'Minutes', number: { least: 10, most: 90 }, preset: '45' },
    ],
  },
  rate: {
    id: 'rate',
    title: 'Rate yourself',
    fields: [{ name: 'data', label: 'Data', choices: [...'1234'].map(choice) }],
  },
  settings: {
    id: 'settings',
    title: 'Your settings',
    fields: [{ name: 'level', label: 'Level', choices: ['mid', 'senior'].map(choice), preset: 'mid' }],
  },
  team: {
    id: 'team',
    title: 'Team settings',
    fields: [{ name: 'channels', label: 'Channels', places: true, many: true, optional: true }],
  },
  channel: {
    id: 'channel',
    title: 'This channel',
    fields: [{ name: 'spectators', label: 'Spectators', choices: ['on', 'off'].map(choice), preset: 'on' }],
  },
  marks: {
    id: 'marks',
    title: 'Your marks',
    fields: [{ name: 'DT1', label: 'Names the labels', choices: [...'012'].map(choice) }],
  },
}

const deskOf = (forms: Partial<Record<Form['id'], Form>>): Desk & { asked: [string, unknown][] } => {
  const asked: [string, unknown][] = []
  const form: Desk['form'] = async (id, at) => {
    asked.push([id, at])
    return forms[id]
  }
  return { ...EMPTY_DESK, asked, form }
}

const withForms = async (setting: Setting = {}, forms: Partial<Record<Form['id'], Form>> = FORMS) => {
  const desk = deskOf(forms)
  const run = await start({ desk, ...setting })
  return { ...run, desk, one: run.far.person('T1', 'U1'), admin: run.far.person('T1', 'U3') }
}

/** What a modal asks for, by block. */
const blocks = (one: Person): string[] => (one.modal()?.fields ?? []).map(({ blockId }) => blockId)

describe.each(MODES)('the start form %s', (mode) => {
  test('opens by the command alone, shows what is asked then, keeps what was filled in, and is heard', async () => {
    const { far, one, desk, heard } = await withForms({ mode })
    const delivery = await one.command('C1', '')
    await far.until(() => one.modal() !== undefined)
    expect(delivery).toMatchObject({ state: 'acknowledged' })
    expect(desk.asked).toEqual([['start', { person: 'slack:T1/U1', place: 'slack:T1/C1' }]])
    expect(blocks(one)).toEqual(['problem', 'minutes'])
    await one.choose('minutes', '30')
    await one.choose('problem', 'own')
    await far.until(() => blocks(one).length === 3)
    expect(blocks(one)).toEqual(['problem', 'scenario', 'minutes'])
    const sent = await one.submit({ scenario: 'Rank <things> & more' })
    expect(sent).toMatchObject({ state: 'acknowledged' })
    expect(one.modal()).toBeUndefined()
    expect(heard).toMatchObject([
      {
        type: 'form',
        form: 'start',
        person: 'slack:T1/U1',
        place: 'slack:T1/C1',
        fields: { problem: 'own', scenario: 'Rank <things> & more', minutes: '30' },
      },
    ])
    expect(heard[0]?.id).toBeTruthy()
    expect(heard[0]).not.toHaveProperty('admin')
    expect(far.calls.filter(({ answer }) => answer !== 'ok')).toEqual([])
  })

  test('opens by a button in a thread, and by the one on the Home tab', async () => {
    const { far, platform, one, heard } = await withForms({ mode })
    const thread = one.say('C1', 'begins')
    const place = `slack:T1/C1/${thread}`
    const buttons = [
      { label: 'Start', command: 'start' },
      { label: 'Hint', command: 'hint', args: { interview: 'i1' } },
    ]
    const { id } = await platform.say(place, { tone: 'answer', text: 'words', buttons }, 'one')
    await one.press(id, 'Start')
    await far.until(() => one.modal() !== undefined)
    await one.submit()
    await one.press(id, 'Hint')
    await platform.say('slack:T1/U1/home', { tone: 'answer', text: 'home', buttons }, 'two')
    await one.press('home', 'Start')
    await far.until(() => one.modal() !== undefined)
    await one.submit()
    await one.press('home', 'Hint')
    await far.settled()
    expect(heard.filter(({ type }) => type !== 'message')).toMatchObject([
      { type: 'form', form: 'start', place },
      { type: 'press', command: 'hint', args: { interview: 'i1' }, place },
      { type: 'form', form: 'start', place: 'slack:T1/U1/home', alone: true },
      { type: 'press', command: 'hint', place: 'slack:T1/U1/home', alone: true },
    ])
    expect(new Set(heard.map(({ id }) => id)).size).toBe(heard.length)
  })
})

describe('a form', () => {
  test('that is not due is heard as the command or the press that asked for it', async () => {
    const { far, platform, one, heard } = await withForms({}, {})
    await one.command('C1', 'start')
    const { id } = await platform.say(
      'slack:T1/C1',
      { tone: 'answer', text: 'x', buttons: [{ label: 'Go', command: 'start' }] },
      'one',
    )
    await one.press(id, 'Go')
    await far.settled()
    expect(heard).toMatchObject([
      { type: 'command', command: 'start', args: {} },
      { type: 'press', command: 'start', args: {} },
    ])
    expect(one.modal()).toBeUndefined()
  })

  test('is not opened where everything was said already', async () => {
    const { one, heard } = await withForms()
    await one.command('C1', 'start a --minutes 20')
    expect(heard).toMatchObject([{ command: 'start', args: { problem: 'a', minutes: '20' } }])
    expect(one.modal()).toBeUndefined()
  })

  test('of ratings opens by the command alone; with ratings it is heard', async () => {
    const { far, one, heard } = await withForms()
    await one.command(one.direct, 'rate')
    await far.until(() => one.modal() !== undefined)
    await one.submit({ data: '3' })
    await one.command(one.direct, 'rate 3 2')
    expect(heard).toMatchObject([
      { type: 'form', form: 'rate', fields: { data: '3' }, alone: true },
      { type: 'command', command: 'rate', args: { ratings: '3 2' }, alone: true },
    ])
  })

  test('of ratings that is not due is explained', async () => {
    const { one, heard } = await withForms({}, {})
    await one.command('C1', 'rate')
    expect(one.sees('C1').at(-1)?.text).toMatch(/needs one number per stage.*`\/mlsd rate 3 2 4`/)
    expect(heard).toEqual([])
  })

  test('that takes too long to open is told in words', async () => {
    const { far, platform, one, heard } = await withForms()
    const form = async (): Promise<Form> => {
      far.expireTriggers()
      return FORMS.start
    }
    await platform.stop()
    const next = await start({ on: far, desk: { ...deskOf(FORMS), form } })
    const words = 'The form could not be opened: it took too long. Ask for it again.'
    await one.command('C1', 'start')
    await far.until(() => one.sees('C1').some(({ text, only }) => text === words && only === 'U1'))
    const { id } = await next.platform.say(
      'slack:T1/C1',
      { tone: 'answer', text: 'x', buttons: [{ label: 'Go', command: 'start' }] },
      'one',
    )
    expect(await one.press(id, 'Go')).toMatchObject({ state: 'acknowledged' })
    await far.until(() => one.sees('C1').filter(({ text }) => text === words).length === 2)
    expect([...heard, ...next.heard]).toEqual([])
    await next.platform.stop()
  })

  test('that Slack does not open says what to do, and nothing else', async () => {
    const { far, one, heard } = await withForms()
    far.trouble.fail('views.open', 500)
    await one.command('C1', 'start')
    await far.until(() => one.sees('C1').length > 0)
    expect(one.sees('C1').map(({ text }) => text)).toEqual([
      'The form could not be opened: Slack could not be reached for views.open: it answered HTTP 500, and not as Slack does. Ask for it again.',
    ])
    expect(heard).toEqual([])
  })

  test('that could not be stored stays open with what was filled in, and is heard when it is sent again', async () => {
    let broken = true
    const hear = async (): Promise<void> => {
      if (broken) throw new Error('the disk is full')
    }
    const { far, one, heard } = await withForms({ hear })
    await one.command('C1', 'start')
    await far.until(() => one.modal() !== undefined)
    await one.submit({ minutes: '20' })
    expect(one.modal()?.errors).toEqual({
      problem: 'This could not be stored and does not count yet: the disk is full. Send it again.',
    })
    broken = false
    await one.submit()
    expect(one.modal()).toBeUndefined()
    expect(heard).toMatchObject([{ type: 'form', fields: { minutes: '20' } }])
  })

  test('that was sent before it asked for everything asks for it then', async () => {
    const { far, one, heard } = await withForms()
    await one.command('C1', 'start')
    await far.until(() => one.modal() !== undefined)
    far.trouble.fail('views.update', 500, { times: 10 })
    await one.submit({ problem: 'own', minutes: '20' })
    expect(heard).toEqual([])
    expect(blocks(one)).toEqual(['problem', 'scenario', 'minutes'])
    await one.submit({ scenario: 'mine' })
    expect(heard).toMatchObject([{ fields: { problem: 'own', scenario: 'mine', minutes: '20' } }])
  })
})

describe('settings of a team', () => {
  test('open for an admin, whom the edge vouches for', async () => {
    const { far, admin, heard } = await withForms()
    await admin.command('C1', 'settings team')
    await far.until(() => admin.modal() !== undefined)
    await admin.submit({ channels: ['C1', 'C2'] })
    await admin.command('C1', 'settings team --levels mid')
    expect(heard).toMatchObject([
      { type: 'form', form: 'team', admin: true, fields: { channels: 'slack:T1/C1,slack:T1/C2' } },
      { type: 'command', command: 'settings', admin: true, args: { scope: 'team', levels: 'mid' } },
    ])
  })

  test('of a channel open for an admin as well, by the command and by a button', async () => {
    const { far, platform, one, admin, heard } = await withForms()
    await admin.command('C1', 'channel setup')
    await far.until(() => admin.modal() !== undefined)
    await admin.submit({ spectators: 'off' })
    const { id } = await platform.say(
      'slack:T1/C1',
      { tone: 'answer', text: 'x', form: FORMS.channel },
      'one',
    )
    await admin.press(id, 'This channel')
    await far.until(() => admin.modal() !== undefined)
    await admin.submit()
    await one.command('C1', 'channel')
    await one.press(id, 'This channel')
    expect(one.modal()).toBeUndefined()
    expect(heard).toMatchObject([
      { type: 'form', form: 'channel', admin: true, fields: { spectators: 'off' }, place: 'slack:T1/C1' },
      { type: 'form', form: 'channel', admin: true, fields: { spectators: 'on' } },
      { type: 'command', command: 'channel', args: {} },
      { type: 'press', command: 'channel', args: {} },
    ])
    for (const each of heard.slice(2)) expect(each).not.toHaveProperty('admin')
  })

  test('of somebody else are heard as a command without that', async () => {
    const { far, one, heard } = await withForms()
    await one.command('C1', 'settings team')
    await one.command('C1', 'settings')
    await far.until(() => one.modal() !== undefined)
    await one.submit({ level: 'senior' })
    expect(heard).toMatchObject([
      { type: 'command', command: 'settings', args: { scope: 'team' } },
      { type: 'form', form: 'settings', fields: { level: 'senior' } },
    ])
    for (const each of heard) expect(each).not.toHaveProperty('admin')
  })

  test('are not taken while it cannot be found out who is an admin, and the person is told', async () => {
    const { far, admin, heard } = await withForms()
    far.trouble.fail('users.info', 'user_not_found', { times: 1 })
    await admin.command('C1', 'settings team --levels mid')
    expect(admin.sees('C1').at(-1)?.text).toMatch(/could not be stored.*Type it again/)
    await admin.command('C1', 'settings team')
    await far.until(() => admin.modal() !== undefined)
    far.trouble.fail('users.info', 'user_not_found', { times: 1 })
    await admin.submit({ channels: ['C1'] })
    expect(Object.values(admin.modal()?.errors ?? {})).toEqual([
      expect.stringMatching(/does not count yet.*Send it again/),
    ])
    expect(heard).toEqual([])
    await admin.submit()
    expect(heard).toMatchObject([{ form: 'team', admin: true }])
  })
})

describe('what is forged', () => {
  const forged = async (place: string, mode: Mode = 'socket'): Promise<Running> => {
    const run = await withForms({ mode })
    run.far.team({ id: 'T2' })
    run.far.person('T1', 'U2').say('D2', 'hello')
    await run.one.command('C1', 'start')
    await run.far.until(() => run.one.modal() !== undefined)
    const kept = run.one.modal()?.kept
    if (kept) kept.view.private_metadata = JSON.stringify({ form: 'start', place })
    return run
  }

  test.each([
    ['another workspace', 'slack:T2/C1'],
    ['another organisation', 'slack:E1.T1/C1'],
    ['the Home tab of somebody else', 'slack:T1/U2/home'],
    ['the direct messages of somebody else', 'slack:T1/D2'],
    ['direct messages that are none of ours', 'slack:T1/D77'],
    ['nowhere', '../C1'],
  ])('a form of %s is not heard, and told once', async (_, place) => {
    const { far, heard, told } = await forged(place)
    const one = far.person('T1', 'U1')
    await one.choose('problem', 'own')
    await one.submit()
    await far.settled()
    expect(heard.filter(({ type }) => type === 'form')).toEqual([])
    expect(one.modal()).toBeUndefined()
    expect(far.callsOf('views.update')).toEqual([])
    expect(told.map(({ what }) => what)).toEqual([expect.stringMatching(/form was refused/)])
  })

  test("a form of one's own place is heard", async () => {
    const { far, heard } = await forged('slack:T1/D1')
    await far.person('T1', 'U1').submit()
    expect(heard.filter(({ type }) => type === 'form')).toMatchObject([{ place: 'slack:T1/D1' }])
  })

  test.each([
    ['no JSON', 'start'],
    ['no command', '{"args":{}}'],
    ['no words', '{"command":"start","args":{"problem":{"a":1}}}'],
    ['another thing', '["start"]'],
  ])('a button that carries %s is acknowledged and not heard', async (_, value) => {
    const { far, platform, one, heard } = await withForms()
    const { id } = await platform.say(
      'slack:T1/C1',
      { tone: 'answer', text: 'x', buttons: [{ label: 'Go', command: 'hint' }] },
      'one',
    )
    const { message } = one.find(id)
    const [button] = (message.blocks?.at(-1)?.elements ?? []) as { value: string }[]
    if (button) button.value = value
    expect(await one.press(id, 'Go')).toMatchObject({ state: 'acknowledged' })
    expect(heard).toEqual([])
    expect(far.person('T1', 'U1').modal()).toBeUndefined()
  })
})

describe('a press', () => {
  test('that could not be stored is told to the person alone, and not acknowledged', async () => {
    const hear = async (): Promise<void> => {
      throw new Error('the disk is full')
    }
    const { far, platform, one } = await withForms({ mode: 'http', hear })
    const { id } = await platform.say(
      'slack:T1/C1',
      { tone: 'answer', text: 'x', buttons: [{ label: 'Go', command: 'hint' }] },
      'one',
    )
    expect(await one.press(id, 'Go')).toMatchObject({ state: 'failed', status: 500 })
    const [told] = one.sees('C1').filter(({ only }) => only === 'U1')
    expect(told?.text).toBe(
      'This could not be stored and does not count yet: the disk is full. Press it again.',
    )
    expect(
      far
        .person('T1', 'U2')
        .sees('C1')
        .some(({ text }) => text.includes('disk')),
    ).toBe(false)
  })

  test('that is delivered twice is heard once', async () => {
    const { far, platform, one, heard } = await withForms()
    const { id } = await platform.say(
      'slack:T1/C1',
      { tone: 'answer', text: 'x', buttons: [{ label: 'Go', command: 'hint' }] },
      'one',
    )
    const delivery = await one.press(id, 'Go')
    await far.again(delivery)
    expect(heard).toMatchObject([{ type: 'press', command: 'hint', place: 'slack:T1/C1' }])
    expect(heard).toHaveLength(1)
  })
})

describe('the surfaces of the app', () => {
  test('a Home tab that is opened is heard', async () => {
    const { far, one, heard } = await withForms()
    one.openHome()
    far.tell('T1', {
      type: 'app_home_opened',
      user: 'U1',
      channel: 'D1',
      tab: 'messages',
      event_ts: '1700000900.000100',
    })
    await far.settled()
    expect(heard).toMatchObject([
      { type: 'command', command: 'home', place: 'slack:T1/U1/home', person: 'slack:T1/U1', alone: true },
    ])
    expect(heard).toHaveLength(1)
    await Promise.all(far.deliveries.map((each) => far.again(each)))
    expect(heard).toHaveLength(1)
  })

  test('the assistant greets, and offers what can be asked for', async () => {
    const { far, one, heard } = await withForms()
    const thread = one.openAssistant()
    await far.settled()
    await far.until(() => far.callsOf('assistant.threads.setSuggestedPrompts').length === 1)
    expect(heard).toMatchObject([
      { type: 'command', command: 'help', place: `slack:T1/D1/${thread}`, alone: true },
    ])
    const { prompts } = far.callsOf('assistant.threads.setSuggestedPrompts')[0]?.args ?? {}
    expect(prompts).toContainEqual({ title: 'Start an interview', message: 'start' })
    one.say(one.direct, 'start', { thread })
    await far.settled()
    expect(heard[1]).toMatchObject({
      type: 'message',
      text: 'start',
      manner: 'direct',
      place: `slack:T1/D1/${thread}`,
    })
  })

  test('a workspace without the assistant is greeted all the same', async () => {
    const { far, one, heard, log } = await withForms()
    far.trouble.refuse('assistant')
    one.openAssistant()
    await far.settled()
    await vi.waitFor(() => expect(log()).toContain('no prompts'))
    expect(heard).toHaveLength(1)
    expect(far.deliveries.every(({ state }) => state === 'acknowledged')).toBe(true)
  })
})

describe('the slash command', () => {
  test('that could not be stored says so to the person alone', async () => {
    const hear = async (): Promise<void> => {
      throw new Error('the disk is full')
    }
    const { far, one } = await withForms({ mode: 'http', hear })
    await one.command('C1', 'hint')
    expect(one.sees('C1').map(({ text, only }) => [text, only])).toEqual([
      ['This could not be stored and does not count yet: the disk is full. Type it again.', 'U1'],
    ])
    expect(far.person('T1', 'U2').sees('C1')).toEqual([])
  })

  test('given in the direct messages of two people is taken to those of one of them with the bot', async () => {
    const { far, one, heard } = await withForms()
    const { channels } = far.world.teams.get('T1') ?? {}
    const own = channels?.get('D1')
    if (own)
      channels?.set('D9', {
        ...own,
        id: 'D9',
        with: 'U2',
        members: new Set(['U1', 'U2']),
        messages: new Map(),
      })
    await one.command('D9', 'history')
    await one.command(one.direct, 'history')
    expect(heard).toMatchObject([
      { command: 'history', place: 'slack:T1/U1', alone: true },
      { command: 'history', place: 'slack:T1/D1', alone: true },
    ])
  })

  test('works where the bot is not, and tells there what is wrong with it', async () => {
    const { one, heard } = await withForms()
    await one.command('C2', 'histroy')
    expect(one.sees('C2').map(({ text, only }) => [text, only])).toEqual([
      ['There is no command `/mlsd histroy`. Did you mean `/mlsd history`?', 'U1'],
    ])
    await one.command('C2', 'start --level boss')
    expect(one.sees('C2')[1]?.text).toMatch(/can be .*For example: `\/mlsd start /)
    await one.command('C2', 'help start')
    expect(heard).toMatchObject([{ command: 'help', args: { command: 'start' }, place: 'slack:T1/C2' }])
  })
})
