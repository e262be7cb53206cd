import { describe, expect, test } from 'vitest'
import type { Form } from '../../../src/platform/card.ts'
import type { Desk, Heard } from '../../../src/platform/platform.ts'
import { EMPTY_DESK } from '../bare.ts'
import { starting, threadOf, timeOf } from './running.ts'
import { ONE } from './stand-in/seed.ts'

const start = starting()

const GUILD = `discord:${ONE.guild}`
const CANDIDATE = `${GUILD}/u${ONE.candidate}`
const GENERAL = `${GUILD}/${ONE.general}`

const ready = async (setting: Parameters<typeof start>[0] = {}) => {
  const run = await start(setting)
  const { far } = run
  return {
    ...run,
    one: far.person(ONE.candidate),
    two: far.person(ONE.watcher),
    admin: far.person(ONE.admin),
  }
}

describe('a slash command', () => {
  test('is acknowledged at once, where nobody else sees it, and heard with its arguments', async () => {
    const { far, one, two, heard, words } = await ready()
    const asked = await one.command(ONE.general, 'mlsd start', {
      problem: 'ad clicks',
      minutes: 30,
      level: 'mid',
    })
    expect(asked).toMatchObject({ answered: true, callback: 5 })
    expect(asked.took).toBeLessThan(1000)
    await far.until(() => heard.length === 1)
    expect(heard).toMatchObject([
      {
        type: 'command',
        command: 'start',
        args: { problem: 'ad clicks', minutes: '30', level: 'mid' },
        person: CANDIDATE,
        place: GENERAL,
        id: asked.id,
        at: timeOf(asked.id),
        roles: ['members'],
      },
    ])
    expect(two.sees(ONE.general)).toEqual([])
    expect(words()).toEqual([])
  })

  test('is heard from a group with its arguments, in which people are called by their names of ours', async () => {
    const { far, one, heard } = await ready()
    await one.command(ONE.general, 'mlsd my board', { what: 'join', words: 'Calm Heron' })
    await one.command(ONE.general, 'mlsd my forget', { sure: 'yes' })
    await one.command(ONE.general, 'mlsd daily', { what: 'thanks', words: `<@${ONE.watcher}>` })
    await far.until(() => heard.length === 3)
    expect(heard).toMatchObject([
      { command: 'board', args: { what: 'join', words: 'Calm Heron' } },
      { command: 'forget', args: { sure: 'yes' } },
      { command: 'daily', args: { what: 'thanks', words: `${GUILD}/u${ONE.watcher}` } },
    ])
  })

  test('is heard in a thread, and in direct messages', async () => {
    const { far, one, heard } = await ready()
    const thread = await threadOf(far, ONE.general)
    await one.command(thread, 'mlsd hint')
    await one.command(one.direct, 'mlsd time')
    await far.until(() => heard.length === 2)
    expect(heard).toMatchObject([
      { command: 'hint', args: {}, place: `${GENERAL}/${thread}`, person: CANDIDATE },
      {
        command: 'time',
        place: `discord:@me/${one.direct}`,
        person: `discord:@me/u${ONE.candidate}`,
        alone: true,
      },
    ])
  })

  test('shows no longer that something is coming once it is clear that nothing comes to the person alone', async () => {
    const { far, one, heard } = await ready()
    const asked = await one.command(ONE.general, 'mlsd hint')
    expect(asked.loading()).toBe(true)
    await far.until(() => !asked.loading(), 'the sign to be gone', 4000)
    expect(heard).toHaveLength(1)
    expect(asked.replies()).toEqual([])
  })

  test('is answered alone by what is said to its person at that place, which takes the place of the sign', async () => {
    const { far, one, two, platform, heard } = await ready()
    const asked = await one.command(ONE.general, 'mlsd history')
    await far.until(() => heard.length === 1)
    await platform.say(GENERAL, { tone: 'answer', text: 'Your interviews', only: CANDIDATE }, 'one')
    await platform.say(GENERAL, { tone: 'answer', text: 'and more', only: CANDIDATE }, 'two')
    expect(asked.loading()).toBe(false)
    expect(asked.replies().map(({ text, only }) => [text, only])).toEqual([
      ['Your interviews', ONE.candidate],
      ['and more', ONE.candidate],
    ])
    await new Promise((done) => setTimeout(done, 2800))
    expect(asked.replies()).toHaveLength(2)
    expect(two.sees(ONE.general)).toEqual([])
    expect(one.sees(one.direct)).toEqual([])
  })

  test('that could not be kept is said to be so, to its person alone', async () => {
    const hear = async (): Promise<void> => {
      throw new Error('the disk is full.')
    }
    const { far, one, two } = await ready({ hear })
    const asked = await one.command(ONE.general, 'mlsd hint')
    await far.until(() => asked.replies().length === 1)
    expect(asked.replies().map(({ text }) => text)).toEqual([
      'This could not be stored and does not count yet: the disk is full. Use it again.',
    ])
    expect(two.sees(ONE.general)).toEqual([])
  })

  test('that Discord could not be told of in time is not taken, since its person reads that there was no answer', async () => {
    const { far, one, heard, log } = await ready({ far: { answerWithin: 150 } })
    far.trouble.slow('POST /interactions/:id/:token/callback', 400)
    const asked = await one.command(ONE.general, 'mlsd hint')
    expect(asked.answered).toBe(false)
    far.trouble.mend()
    await far.until(() => log().includes('could not be taken'), 'a complaint')
    expect(heard).toEqual([])
  })

  test('whose acknowledgement Discord took, though the connection broke, is heard and answered', async () => {
    const { far, one, platform, heard } = await ready()
    far.trouble.fail('POST /interactions/:id/:token/callback', 'lost-answer')
    const asked = await one.command(ONE.general, 'mlsd history')
    expect(asked.answered).toBe(true)
    await far.until(() => heard.length === 1, 'the command')
    await platform.say(GENERAL, { tone: 'answer', text: 'Your interviews', only: CANDIDATE }, 'one')
    expect(asked.loading()).toBe(false)
    expect(asked.replies().map(({ text }) => text)).toEqual(['Your interviews'])
  })

  test('whose acknowledgement did not arrive is acknowledged once more', async () => {
    const { far, one, heard } = await ready()
    far.trouble.fail('POST /interactions/:id/:token/callback', 'cut')
    expect(await one.command(ONE.general, 'mlsd hint')).toMatchObject({ answered: true, callback: 5 })
    await far.until(() => heard.length === 1, 'the command')
  })

  test('that is told twice keeps the answer to it', async () => {
    const { far, one, platform, heard } = await ready()
    const asked = await one.command(ONE.general, 'mlsd history')
    await far.until(() => heard.length === 1)
    far.gateway.repeat('INTERACTION_CREATE')
    await platform.say(GENERAL, { tone: 'answer', text: 'Your interviews', only: CANDIDATE }, 'one')
    await new Promise((done) => setTimeout(done, 2800))
    expect(heard).toHaveLength(1)
    expect(asked.replies().map(({ text }) => text)).toEqual(['Your interviews'])
    far.faults.length = 0
  })

  test('counts once though it is told twice', async () => {
    const { far, one, heard } = await ready()
    await one.command(ONE.general, 'mlsd hint')
    far.gateway.repeat('INTERACTION_CREATE')
    await one.command(ONE.general, 'mlsd time')
    await far.until(() => heard.length === 2)
    expect(heard.map((each) => each.type === 'command' && each.command)).toEqual(['hint', 'time'])
    far.faults.length = 0
  })

  test('with a person names them by their place', async () => {
    const { far, one, heard } = await ready()
    await one.command(ONE.general, 'mlsd peer', { person: ONE.peer, minutes: 45 })
    await far.until(() => heard.length === 1)
    expect(heard).toMatchObject([
      {
        command: 'peer',
        called: 'candidate',
        args: { person: `${GUILD}/u${ONE.peer}`, minutes: '45' },
      },
    ])
  })

  test('keeps quotation marks, options and lists as they were typed', async () => {
    const { far, one, heard } = await ready()
    const scenario = 'rank "things" -- for --level people'
    await one.command(ONE.general, 'mlsd start', { scenario, level: 'mid' })
    await one.command(ONE.general, 'mlsd rate', { ratings: '3, 2 - 4' })
    await far.until(() => heard.length === 2)
    expect(heard).toMatchObject([{ args: { scenario, level: 'mid' } }, { args: { ratings: '3 2 - 4' } }])
  })

  test('with what cannot be is said what to use instead', async () => {
    const { far, one, heard } = await ready()
    const asked = await one.command(ONE.general, 'mlsd rate', { ratings: '3 9' })
    await far.until(() => asked.replies().length === 1)
    expect(asked.replies()[0]?.text).toMatch(/`ratings` can be .* not `9`/)
    expect(asked.replies()[0]?.text).toContain('/mlsd rate 3 2 4')
    expect(heard).toEqual([])
  })
})

describe('who may set things', () => {
  test('for the whole server: whoever manages it', async () => {
    const { far, one, admin, heard } = await ready()
    await one.command(ONE.general, 'mlsd settings', { scope: 'team', levels: 'mid senior' })
    await admin.command(ONE.general, 'mlsd settings', { scope: 'team', levels: 'mid senior' })
    await admin.command(ONE.general, 'mlsd settings', { level: 'mid' })
    await far.until(() => heard.length === 3)
    expect(heard.map(({ admin }) => admin)).toEqual([undefined, true, true])
    expect(heard[1]).toMatchObject({ args: { scope: 'team', levels: 'mid senior' } })
  })

  test('for a channel: whoever manages channels', async () => {
    const { far, one, admin, heard } = await ready()
    const set = { what: 'setup', spectators: 'off' }
    for (const person of [one, admin]) await person.command(ONE.general, 'mlsd channel', set)
    const guild = far.world.guilds.get(ONE.guild)
    const role = guild?.roles.get(ONE.role.members)
    if (role) role.permissions = 1n << 4n
    await one.command(ONE.general, 'mlsd channel', set)
    await one.command(ONE.general, 'mlsd settings', { scope: 'team', levels: 'mid' })
    await far.until(() => heard.length === 4)
    expect(heard.map(({ admin }) => admin)).toEqual([undefined, true, true, undefined])
  })
})

describe('the command in the menu of a message', () => {
  test('has an answer of its author graded, and nobody else’s', async () => {
    const { far, one, two, heard } = await ready()
    const thread = await threadOf(far, ONE.general)
    const message = one.say(thread, 'my answer')
    const refused = await two.contextMenu(message, 'Grade this answer')
    expect(refused).toMatchObject({ answered: true, callback: 4 })
    expect(refused.replies()).toMatchObject([
      { only: ONE.watcher, text: expect.stringContaining('Only who wrote') },
    ])
    const asked = await one.contextMenu(message, 'Grade this answer')
    await far.until(() => heard.length === 2)
    expect(heard[1]).toMatchObject({
      ...{ type: 'command', command: 'grade', args: { message }, id: asked.id },
      ...{ person: CANDIDATE, place: `${GENERAL}/${thread}` },
    })
  })
})

describe('problems', () => {
  const problems = Array.from({ length: 40 }, (_, index) => ({
    value: `problem-${index}`,
    label: `Problem ${index}`,
  }))
  const form: Form = {
    id: 'start',
    title: 'Start',
    fields: [
      {
        name: 'problem',
        label: 'Problem',
        choices: [...problems, { value: 'ad-clicks', label: 'Clicks on ads' }],
      },
    ],
  }
  const desk: Desk = { ...EMPTY_DESK, form: async (id) => (id === 'start' ? form : undefined) }
  const propose = async (value: string) => {
    const { one } = await ready({ desk })
    return one.autocomplete(ONE.general, 'mlsd start', { problem: value }, 'problem')
  }

  test('are proposed as they are typed, by their names and their words, 25 at most', async () => {
    expect((await propose('clicks AD')).choices).toEqual([{ name: 'Clicks on ads', value: 'ad-clicks' }])
    expect((await propose('')).choices).toHaveLength(25)
    expect((await propose('nothing like it')).choices).toEqual([])
  })

  test('are not proposed where they cannot be looked up, and nothing is said', async () => {
    const broken: Desk = { ...desk, form: () => Promise.reject(new Error('the disk is gone')) }
    const { far, one, log } = await ready({ desk: broken, far: { answerWithin: 200 } })
    const asked = await one.autocomplete(ONE.general, 'mlsd start', { problem: 'a' }, 'problem')
    expect(asked.answered).toBe(false)
    await far.until(() => log().includes('the disk is gone'))
  })
})

test('commands of one person at a place are taken in their order', async () => {
  const first = Promise.withResolvers<void>()
  const hear = async (each: Heard): Promise<void> => {
    if (each.type === 'command' && each.command === 'hint') await first.promise
  }
  const { far, one, heard } = await ready({ hear })
  const asked = await one.command(ONE.general, 'mlsd hint')
  await one.command(ONE.general, 'mlsd time')
  one.say(ONE.general, 'words')
  expect(asked.answered).toBe(true)
  await new Promise((done) => setTimeout(done, 50))
  expect(heard).toEqual([])
  first.resolve()
  await far.until(() => heard.length === 3)
  expect(heard.map((each) => (each.type === 'command' ? each.command : each.type))).toEqual([
    'hint',
    'time',
    'message',
  ])
})
