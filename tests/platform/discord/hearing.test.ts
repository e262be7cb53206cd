import { describe, expect, test, vi } from 'vitest'
import type { Desk, Heard, Talk } from '../../../src/platform/platform.ts'
import { deskWith } from '../bare.ts'
import { starting, threadOf, timeOf } from './running.ts'
import { BOTH, ONE, TWO } from './stand-in/seed.ts'

const start = starting()

const GUILD = `discord:${ONE.guild}`
const CANDIDATE = `${GUILD}/u${ONE.candidate}`

const talking = async (setting: Parameters<typeof start>[0] = {}) => {
  const run = await start(setting)
  const one = run.far.person(ONE.candidate)
  const thread = await threadOf(run.far, ONE.general)
  const place = `${GUILD}/${ONE.general}/${thread}`
  const until = (count: number) =>
    run.far.until(() => run.heard.length >= count, `${count} things to be heard`)
  return { ...run, one, thread, place, until }
}

const short = (each: Heard): unknown[] => [
  each.type,
  each.id,
  'text' in each ? each.text : 'of' in each ? each.of : 'name' in each ? each.name : '',
]

describe('a message', () => {
  test('in a channel is overheard, in direct messages and with a mention it is meant for the bot', async () => {
    const { one, heard, thread, until } = await talking()
    const ids = [
      one.say(ONE.general, 'to all'),
      one.say(thread, 'in a thread'),
      one.dm('to you'),
      one.mention(ONE.members, ', hint please'),
      one.say(thread, `and <@&${ONE.role.app}> so`),
    ]
    await until(5)
    const byId = (id: string | undefined) => heard.find((each) => each.id === id)
    expect(ids.map(byId)).toMatchObject([
      { place: `${GUILD}/${ONE.general}`, person: CANDIDATE, manner: 'overheard', text: 'to all' },
      { place: `${GUILD}/${ONE.general}/${thread}`, person: CANDIDATE, manner: 'overheard' },
      {
        place: `discord:@me/${one.direct}`,
        person: `discord:@me/u${ONE.candidate}`,
        manner: 'direct',
        alone: true,
        text: 'to you',
      },
      { place: `${GUILD}/${ONE.members}`, manner: 'direct', text: 'hint please' },
      { place: `${GUILD}/${ONE.general}/${thread}`, manner: 'direct', text: 'and so' },
    ])
    expect(ids.map((id) => byId(id)?.at)).toEqual(ids.map(timeOf))
    expect(ids.slice(0, 3).map((id) => byId(id)?.link)).toEqual([
      `https://discord.com/channels/${ONE.guild}/${ONE.general}/${ids[0]}`,
      `https://discord.com/channels/${ONE.guild}/${thread}/${ids[1]}`,
      `https://discord.com/channels/@me/${one.direct}/${ids[2]}`,
    ])
  })

  test('bears the names of the roles that its author has there', async () => {
    const { far, heard, until } = await talking()
    far.person(ONE.admin).say(ONE.general, 'hello')
    far.person(ONE.peer).say(ONE.general, 'hello')
    await until(2)
    const roles = Object.fromEntries(heard.map(({ person, roles }) => [person, roles]))
    expect(roles[`${GUILD}/u${ONE.admin}`]?.toSorted()).toEqual(['admins', 'members'])
    expect(roles[`${GUILD}/u${ONE.peer}`]).toBeUndefined()
  })

  test('bears what its author is called there, as its changes do', async () => {
    const { far, one, heard, until } = await talking()
    const user = far.world.users.get(ONE.candidate)
    const member = far.world.guilds.get(ONE.guild)?.members.get(ONE.candidate)
    one.dm('by the name of the account')
    await until(1)
    if (user) user.global_name = 'Candidate'
    one.dm('by the name for all')
    await until(2)
    if (member) member.nick = 'Nick'
    const id = one.say(ONE.general, 'by the name in the guild')
    one.edit(id, 'changed')
    await until(4)
    expect(heard.map(({ type, called }) => [type, called])).toEqual([
      ['message', 'candidate'],
      ['message', 'Candidate'],
      ['message', 'Nick'],
      ['edit', 'Nick'],
    ])
  })

  test('is heard as it was typed', async () => {
    const { far, one, heard, thread, until } = await talking()
    one.say(
      thread,
      `ask <@${ONE.peer}> in <#${ONE.other}>, </mlsd start:123> <:cat:456> a < b && b > c\n<@&${ONE.role.admins}>`,
    )
    await until(1)
    expect(heard[0]).toMatchObject({
      text: 'ask @peer in #other, /mlsd start :cat: a < b && b > c\n@admins',
    })
    expect(far.faults).toEqual([])
  })

  test('names a person by their place where somebody is asked for', async () => {
    const { one, heard, until } = await talking()
    one.mention(ONE.general, `peer <@${ONE.peer}> ad-clicks`)
    one.say(ONE.general, `/mlsd peer <@${ONE.peer}>`)
    await until(2)
    expect(heard).toMatchObject([
      { text: `peer ${GUILD}/u${ONE.peer} ad-clicks`, manner: 'direct' },
      { text: `/mlsd peer ${GUILD}/u${ONE.peer}` },
    ])
  })

  test('that is nothing but a mention asks to begin', async () => {
    const { one, heard, until } = await talking()
    one.mention(ONE.general, '')
    await until(1)
    expect(heard).toMatchObject([{ type: 'command', command: 'start', args: {} }])
  })

  test('of a bot, and what Discord itself says, is not heard', async () => {
    const { far, one, heard, words, platform, thread, until } = await talking()
    await platform.say(`${GUILD}/${ONE.general}`, { tone: 'answer', text: 'my own' }, 'one')
    await platform.open(`${GUILD}/${ONE.general}`, { tone: 'answer', text: 'Another talk' }, 'two', {})
    one.say(thread, 'the last')
    await until(1)
    expect(words()).toEqual(['the last'])
    expect(heard).toHaveLength(1)
    expect(far.gateway.told).toContain('THREAD_CREATE')
  })

  test('counts once, however often it is told', async () => {
    const { far, one, words, thread } = await talking()
    one.say(thread, 'once')
    far.gateway.repeat('MESSAGE_CREATE')
    one.say(thread, 'twice')
    await far.until(() => words().includes('twice'))
    expect(words()).toEqual(['once', 'twice'])
  })

  test('is in order at its place, and places do not wait for one another', async () => {
    const first = Promise.withResolvers<void>()
    const hear = async (each: Heard): Promise<void> => {
      if ('text' in each && each.text === 'zero') await first.promise
    }
    const { far, one, words, thread } = await talking({ hear })
    one.say(thread, 'zero')
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`)
    far.gateway.hold()
    for (const line of lines) one.say(thread, line)
    far.gateway.release('reversed')
    one.say(ONE.general, 'elsewhere')
    await far.until(() => words().includes('elsewhere'))
    expect(words()).toEqual(['elsewhere'])
    await new Promise((done) => setTimeout(done, 50))
    first.resolve()
    await far.until(() => words().length === 32)
    expect(words()).toEqual(['elsewhere', 'zero', ...lines])
  })

  test('that could not be kept is told where it was said, once, and kept later, before what was said after it', async () => {
    let broken = true
    const hear = async (): Promise<void> => {
      if (broken) throw new Error('the disk is full.')
    }
    const { far, one, words, thread, log } = await talking({ hear })
    one.say(thread, 'my answer')
    one.say(thread, 'and more')
    await far.until(() => one.sees(thread).some(({ text }) => text.includes('could not be stored')))
    await new Promise((done) => setTimeout(done, 300))
    broken = false
    await far.until(() => words().length === 2)
    expect(words()).toEqual(['my answer', 'and more'])
    const told = one.sees(thread).filter(({ text }) => text.includes('stored'))
    expect(told.map(({ text }) => text)).toEqual([
      'This could not be stored and does not count yet: the disk is full. It will be tried again.',
    ])
    expect(log()).not.toContain('my answer')
  })

  test('among others that could not be kept says nothing to them', async () => {
    let broken = true
    const hear = async (): Promise<void> => {
      if (broken) throw new Error('the disk is full.')
    }
    const { far, one, words } = await talking({ hear })
    one.say(ONE.general, 'talk')
    await new Promise((done) => setTimeout(done, 200))
    broken = false
    await far.until(() => words().length === 1)
    expect(one.sees(ONE.general).filter(({ by }) => by !== ONE.candidate)).toEqual([])
  })
})

describe('what is changed', () => {
  test('is an edit, and a preview that Discord adds is none', async () => {
    const { one, heard, thread, until } = await talking()
    const id = one.say(thread, 'first')
    one.unfurl(id)
    one.edit(id, 'second')
    await until(2)
    one.unfurl(id)
    const last = one.say(thread, 'last')
    await until(3)
    const edited = one.find(id).message.edited
    expect(heard.map(short)).toEqual([
      ['message', id, 'first'],
      ['edit', `${id}.e${edited}`, 'second'],
      ['message', last, 'last'],
    ])
    expect(heard[1]).toMatchObject({ of: id, at: edited, person: CANDIDATE })
  })

  test('or taken back, one by one or all at once, is a withdrawal', async () => {
    const { far, one, heard, thread, until } = await talking()
    const ids = ['one', 'two', 'three'].map((text) => one.say(thread, text)) as [string, string, string]
    one.remove(ids[0])
    far.person(ONE.admin).purge(ids.slice(1))
    await until(6)
    expect(heard.slice(3)).toMatchObject(
      ids.map((of) => ({ type: 'withdrawal', of, id: `${of}.d`, person: CANDIDATE })),
    )
  })

  test('and was written before the start is withdrawn by whose talk it is', async () => {
    const before = await talking()
    const { far, one, thread, place } = before
    const old = one.say(thread, 'old')
    await before.until(1)
    await before.platform.stop()
    const next = await start({ on: far, desk: deskWith(() => [{ person: CANDIDATE, place, since: 0 }]) })
    one.remove(old)
    await far.until(() => next.heard.some(({ type }) => type === 'withdrawal'))
    expect(next.heard.at(-1)).toMatchObject({ of: old, place, person: CANDIDATE })
    await next.platform.stop()
  })

  test('so that a file gets words is taken back with both', async () => {
    const { one, heard, thread, until } = await talking()
    const id = one.say(thread, '', { files: [{ name: 'a.csv', text: 'a' }] })
    await until(1)
    one.edit(id, 'words')
    await until(2)
    one.remove(id)
    await until(4)
    const file = heard[0]?.id
    expect(heard.map(short)).toEqual([
      ['file', file, 'a.csv'],
      ['message', id, 'words'],
      ['withdrawal', `${id}.d`, id],
      ['withdrawal', `${file}.d`, file],
    ])
  })
})

describe('what is looked up', () => {
  /** A desk that counts what it is asked. */
  const counting = (talks: () => Talk[]) => {
    const asked = { all: 0, at: [] as string[] }
    const desk = deskWith(talks)
    return {
      asked,
      desk: {
        ...desk,
        talks() {
          asked.all += 1
          return desk.talks()
        },
        talkAt(place: string) {
          asked.at.push(place)
          return desk.talkAt(place)
        },
      } satisfies Desk,
    }
  }

  test('for a deletion is the talk at its place, and no other', async () => {
    const talk = { person: CANDIDATE, place: '', since: 0 }
    const { asked, desk } = counting(() => (talk.place ? [talk] : []))
    const before = await talking()
    const { far, one, thread, place } = before
    const old = [one.say(ONE.general, 'old'), one.say(thread, 'old')] as const
    await before.until(2)
    await before.platform.stop()
    const next = await start({ on: far, desk })
    talk.place = place
    asked.all = 0
    one.remove(old[0])
    one.say(ONE.general, 'after it')
    await far.until(() => next.words().includes('after it'))
    // The first to speak at a place has it looked up as well.
    expect(asked).toEqual({ all: 0, at: [`${GUILD}/${ONE.general}`, `${GUILD}/${ONE.general}`] })
    one.remove(old[1])
    await far.until(() => next.heard.some(({ type }) => type === 'withdrawal'))
    expect(new Set(asked.at)).toEqual(new Set([`${GUILD}/${ONE.general}`, place]))
    expect(asked.all).toBe(0)
    await next.platform.stop()
  })

  test('in direct messages is the talk of each guild that they are about, and from then on those that run there', async () => {
    let running = true
    const talk = { person: `discord:@me/u${ONE.candidate}`, place: '', since: 0 }
    const { asked, desk } = counting(() => (running && talk.place ? [talk] : []))
    const { one, heard, platform, until } = await talking({ desk })
    talk.place = `discord:@me/${one.direct}`
    await platform.say(CANDIDATE, { tone: 'answer', text: 'of the guild' }, 'one')
    const before = asked.all
    one.dm('one')
    await until(1)
    one.dm('two')
    await until(2)
    running = false
    one.dm('three')
    await until(3)
    one.dm('four')
    await until(4)
    const other = `${GUILD}/d${one.direct}`
    expect(heard.map(({ place }) => place)).toEqual([talk.place, talk.place, other, other])
    expect(asked.all).toBe(before)
  })
})

describe('a file', () => {
  test('is heard with its words, is had by its reference, and is withdrawn with its message', async () => {
    const { far, one, heard, thread, place, platform, until } = await talking()
    const id = one.say(thread, 'see', {
      files: [
        { name: 'a.csv', mime: 'text/csv', text: 'a,b' },
        { name: 'b.txt', text: 'b' },
      ],
    })
    await until(3)
    expect(heard).toMatchObject([
      { type: 'message', id, text: 'see' },
      { type: 'file', name: 'a.csv', mime: 'text/csv', size: 3, manner: 'overheard' },
      { type: 'file', name: 'b.txt', size: 1 },
    ])
    const [, file] = heard as [Heard, Extract<Heard, { type: 'file' }>]
    expect(new TextDecoder().decode(await platform.fetch(place, file.ref, 100))).toBe('a,b')
    one.remove(id)
    await until(6)
    expect(heard.slice(3).map((each) => ('of' in each ? each.of : ''))).toEqual([
      id,
      heard[1]?.id,
      heard[2]?.id,
    ])
    expect(far.faults).toEqual([])
  })
})

describe('direct messages', () => {
  test('are about the guild for which something was said there last, also after a restart', async () => {
    const { far, one, heard, platform, shelf, until } = await talking()
    one.dm('before')
    await until(1)
    const opened = await platform.open(CANDIDATE, { tone: 'notice', text: 'A talk' }, 'one', {})
    expect(opened.place).toBe(`${GUILD}/d${one.direct}`)
    one.dm('after')
    await until(2)
    expect(heard).toMatchObject([
      { place: `discord:@me/${one.direct}`, person: `discord:@me/u${ONE.candidate}` },
      { place: opened.place, person: CANDIDATE, alone: true },
    ])
    await platform.stop()
    const next = await start({ on: far, shelf })
    one.dm('later')
    await far.until(() => next.heard.length === 1)
    expect(next.heard[0]).toMatchObject({ place: opened.place, person: CANDIDATE })
    await next.platform.stop()
  })

  test('in which a talk runs stay with it, whatever else is said there', async () => {
    let running = true
    const talk = { person: `discord:@me/u${ONE.candidate}`, place: '', since: 0 }
    const desk = deskWith(() => (running ? [talk] : []))
    const { one, heard, platform, until } = await talking({ desk })
    talk.place = `discord:@me/${one.direct}`
    await platform.say(CANDIDATE, { tone: 'answer', text: 'of the guild' }, 'one')
    one.dm('an answer')
    await until(1)
    running = false
    one.dm('something else')
    await until(2)
    expect(heard.map(({ place }) => place)).toEqual([talk.place, `${GUILD}/d${one.direct}`])
  })
})

test('somebody who is in two guilds is another person in each', async () => {
  const { far, heard, until } = await talking()
  const both = far.person(BOTH)
  both.say(ONE.general, 'here')
  both.say(TWO.general, 'there')
  await until(2)
  expect(heard.map(({ person, place }) => [person, place]).toSorted()).toEqual([
    [`discord:${ONE.guild}/u${BOTH}`, `discord:${ONE.guild}/${ONE.general}`],
    [`discord:${TWO.guild}/u${BOTH}`, `discord:${TWO.guild}/${TWO.general}`],
  ])
})

describe('without the Message Content intent', () => {
  test('it listens all the same, says what to switch on, and what is missing where an answer is given in vain', async () => {
    const place = { now: '' }
    const desk = deskWith(() => [{ person: CANDIDATE, place: place.now, since: 0 }])
    const run = await talking({ far: { messageContent: false }, desk })
    const { far, one, words, thread, log } = run
    place.now = run.place
    expect(log()).toMatch(/Message Content Intent.*switched off.*Switch it on/)
    one.say(ONE.general, 'nobody reads this')
    one.say(thread, 'nor this')
    one.say(thread, 'nor that')
    one.mention(thread, 'but this')
    one.dm('and this')
    await far.until(() => words().length === 2)
    expect(words().toSorted()).toEqual(['and this', 'but this'])
    await far.until(() => one.sees(thread).some(({ text }) => text.includes('mention me')))
    const told = (channel: string) => one.sees(channel).filter(({ by }) => by !== ONE.candidate)
    await vi.waitFor(() => expect(told(thread)).toHaveLength(1))
    expect(told(ONE.general)).toEqual([])
    const asked = await one.command(thread, 'mlsd time')
    expect(asked.answered).toBe(true)
  })

  test('it says so as soon as a talk runs there and it can be said', async () => {
    const talks: Talk[] = []
    const run = await talking({ far: { messageContent: false }, desk: deskWith(() => talks) })
    const { far, one, thread, place, words } = run
    const told = () => one.sees(thread).filter(({ by }) => by !== ONE.candidate)
    one.say(thread, 'before the talk')
    one.mention(thread, 'first')
    await far.until(() => words().includes('first'))
    talks.push({ person: CANDIDATE, place, since: 0 })
    const failure = { status: 403, code: 50013, message: 'Missing Permissions' }
    far.trouble.fail('POST /channels/:id/messages', failure)
    one.say(thread, 'in vain')
    await far.until(() => run.log().includes('could not be told'))
    expect(told()).toEqual([])
    one.say(thread, 'in vain again')
    await far.until(() => told().length === 1, 'a notice')
    one.say(thread, 'and again')
    one.mention(thread, 'last')
    await far.until(() => words().includes('last'))
    expect(told()).toHaveLength(1)
  })
})
