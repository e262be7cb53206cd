import { describe, expect, test } from 'vitest'
import { MODES, starting } from './running.ts'

const start = starting()

const everybody = async (setting: Parameters<typeof start>[0] = {}) => {
  const run = await start(setting)
  return { ...run, one: run.far.person('T1', 'U1'), admin: run.far.person('T1', 'U3') }
}

describe('people and channels in a slash command', () => {
  test('go by their names where the command asks for them', async () => {
    const { far, one, admin, heard } = await everybody()
    await one.command('C1', 'peer @watcher ad-clicks --minutes 30')
    await one.command('C1', 'peer "@watcher"')
    await admin.command('C1', 'settings team --channels #general,#private #elsewhere')
    expect(far.deliveries[0]?.body.text).toBe('peer <@U2|watcher> ad-clicks --minutes 30')
    expect(heard).toMatchObject([
      {
        command: 'peer',
        called: 'candidate',
        args: { person: 'slack:T1/U2', problem: 'ad-clicks', minutes: '30' },
      },
      { command: 'peer', args: { person: 'slack:T1/U2' } },
      { command: 'settings', args: { channels: 'slack:T1/C1,slack:T1/G1 slack:T1/C2' } },
    ])
  })

  test('of an organisation are those of the workspace in it', async () => {
    const { one, heard } = await everybody({ far: { teams: [{ id: 'T1', enterprise: 'E1' }] } })
    await one.command('C1', 'peer @watcher')
    expect(heard).toMatchObject([{ args: { person: 'slack:E1.T1/U2' } }])
  })

  test.each([
    ['@watcher says: rank <things> & more in #general', 'scenario'],
    ['see https://example.com/a?b=1&c=2 and &lt;', 'scenario'],
    ['“R&D” <b>', 'scenario'],
  ])('are as they were typed everywhere else: %s', async (typed, name) => {
    const { one, heard } = await everybody()
    await one.command('C1', `start --level mid --${name} ${typed}`)
    expect(heard).toMatchObject([{ command: 'start', args: { level: 'mid', [name]: typed } }])
  })

  test('are as they were typed in what is said of a command that is none', async () => {
    const { one, heard } = await everybody()
    await one.command('C1', 'p&er @watcher')
    await one.command('C1', 'hint @watcher')
    await one.command('C1', 'start --level @watcher')
    const [unknown, , misused] = one.sees('C1').map(({ text }) => text)
    expect(unknown).toBe('There is no command `/mlsd p&er`. Did you mean `/mlsd peer`?')
    expect(misused?.replaceAll('\u200b', '')).toContain('not `@watcher`')
    expect(heard).toEqual([])
  })
})

describe.each(MODES)('people and channels in words to the bot (%s)', (mode) => {
  test('go by their names where a command asks for them, and nowhere else', async () => {
    const { far, one, words } = await everybody({ mode })
    one.mention('C1', 'peer <@U2> ad-clicks')
    one.say('C1', '/peer <@U2>')
    one.say('C1', 'mlsd peer <@U2>')
    one.say(one.direct, 'settings team --channels <#C1|general> <#G1>')
    one.say(one.direct, 'start --scenario ask <@U2>')
    one.say(one.direct, 'I would ask <@U2|ann> in <#C1|general> about R&D')
    one.say('C1', 'peer <@U2> is not meant for the bot')
    await far.settled()
    expect(words().toSorted()).toEqual(
      [
        'peer slack:T1/U2 ad-clicks',
        '/peer slack:T1/U2',
        'mlsd peer slack:T1/U2',
        'settings team --channels slack:T1/C1 slack:T1/G1',
        'start --scenario ask @U2',
        'I would ask @ann in #general about R&D',
        'peer @U2 is not meant for the bot',
      ].toSorted(),
    )
  })

  test('that only an admin may say are vouched for where an admin says them', async () => {
    const { far, one, admin, heard } = await everybody({ mode })
    admin.say(admin.direct, 'settings team')
    admin.mention('C1', 'settings team --levels mid')
    admin.mention('C1', 'channel setup --spectators off')
    one.say(one.direct, 'settings team')
    admin.say(admin.direct, 'channel attribution is hard')
    admin.mention('C1', 'settings')
    admin.say('C1', 'settings team is overheard')
    await far.settled()
    const vouched = heard.filter(({ admin }) => admin === true)
    expect(vouched.map((each) => 'text' in each && each.text).toSorted()).toEqual([
      'channel setup --spectators off',
      'settings team',
      'settings team --levels mid',
    ])
    expect(vouched.every(({ person }) => person === 'slack:T1/U3')).toBe(true)
    expect(heard).toHaveLength(7)
    const asked = new Set(far.callsOf('users.info').map(({ args }) => args.user))
    expect(asked).toEqual(new Set(['U1', 'U3']))
  })

  test('are not taken while it cannot be found out who is an admin; the person is told so once, and Slack tells again', async () => {
    const { far, admin, heard } = await everybody({ mode, far: { ackWithin: 300 } })
    far.trouble.fail('users.info', 500, { times: 2 })
    admin.say(admin.direct, 'settings team')
    await far.settled()
    expect(far.deliveries[0]?.state).toBe('failed')
    await far.redeliver()
    await far.until(() => admin.sees(admin.direct).some(({ text }) => text.includes('stored')))
    expect(heard).toEqual([])
    await far.redeliver()
    expect(heard).toMatchObject([{ text: 'settings team', admin: true }])
    const told = admin.sees(admin.direct).filter(({ text }) => text.includes('stored'))
    expect(told.map(({ text }) => text)).toEqual([
      'This could not be stored and does not count yet: Slack could not be reached for users.info: it answered HTTP 500, and not as Slack does. It will be tried again.',
    ])
  })
})

describe('while Slack limits what has to be asked before an answer', () => {
  test('a command of an admin is answered at once and not taken', async () => {
    const { far, admin, heard } = await everybody()
    far.trouble.limit('users.info', { retryAfter: 1 })
    expect(await admin.command('C1', 'settings team --levels mid')).toMatchObject({ state: 'acknowledged' })
    expect(heard).toEqual([])
    expect(admin.sees('C1').at(-1)?.text).toMatch(
      /^This could not be stored .*Slack takes no users\.info in slack:T1 for another 1 s\. Type it again\.$/,
    )
    await new Promise((done) => setTimeout(done, 1_100))
    expect(heard, 'what was said not to count does not').toEqual([])
  })

  test('a command in direct messages is as well', async () => {
    const { far, one, heard } = await everybody()
    one.say(one.direct, 'hello')
    await far.settled()
    far.trouble.limit('conversations.info', { retryAfter: 1 })
    expect(await one.command(one.direct, 'history')).toMatchObject({ state: 'acknowledged' })
    expect(one.sees(one.direct).at(-1)?.text).toMatch(/for another 1 s\. Type it again\.$/)
    expect(heard.filter(({ type }) => type === 'command')).toEqual([])
  })
})
