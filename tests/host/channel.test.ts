/** What an admin sets for the interviews of one channel. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Form } from '../../src/platform/card.ts'
import { DAY, HOUR, type House, house } from './house.ts'
import { type Person, person } from './person.ts'

const C1 = 'chat:T1/C1'
const C2 = 'chat:T1/C2'

let home: House
let mia: Person
let ada: Person
beforeEach(async () => {
  home = await house()
  mia = person(home, 'T1/mia')
  ada = person(home, 'T1/ada', { admin: true })
})
afterEach(() => home.close())

const choices = (form: Form | undefined, name: string): string[] =>
  form?.fields.find((field) => field.name === name)?.choices?.map(({ value }) => value) ?? []
const preset = (form: Form | undefined, name: string): string | undefined =>
  form?.fields.find((field) => field.name === name)?.preset
const formFor = (id: Form['id'], place: string) => home.desk().form(id, { person: ada.id, place })
const refused = (words: string) =>
  expect(mia.last(C1)).toMatchObject({ only: mia.id, text: expect.stringContaining(words) })

describe('the command', () => {
  test('is for admins; anybody may look', async () => {
    await mia.command(C1, 'channel setup --levels senior')
    refused('Only an admin')
    await mia.command(C1, 'channel off')
    refused('Only an admin')
    await mia.submit(C1, 'channel', { levels: 'senior' })
    refused('Only an admin')
    for (const line of ['channel', 'channel show']) {
      await mia.command(C1, line)
      expect(mia.last(C1)).toMatchObject({ title: 'Interviews in this channel' })
      expect(mia.last(C1).text).toContain('- levels: any')
      expect(mia.last(C1).form).toBeUndefined()
    }
  })

  test('changes what it names; a form says all of it; off takes it away', async () => {
    await ada.command(C1, 'channel setup --levels mid senior --starters Mentors, Senior Staff')
    await ada.command(C1, 'channel setup --spectators off --cleanup 30')
    await ada.command(C1, 'channel show')
    for (const words of ['mid, senior', 'spectators: off', 'Mentors, Senior Staff', '30 days'])
      expect(ada.last(C1).text).toContain(words)
    await ada.command(C1, 'channel')
    const { form } = ada.last(C1)
    expect(form).toEqual(await formFor('channel', `${C1}/7`))
    expect(['levels', 'spectators', 'starters', 'cleanup'].map((name) => preset(form, name))).toEqual([
      ...['mid,senior', 'off', 'Mentors, Senior Staff', '30'],
    ])
    await ada.submit(C1, 'channel', { levels: 'senior', spectators: 'on' })
    for (const words of ['- levels: senior\n', 'spectators: on', 'starters: everyone', 'cleanup: never'])
      expect(ada.last(C1).text).toContain(words)
    await ada.command(C1, 'channel off')
    expect(ada.last(C1).text).toContain('- levels: any')
  })

  test.each([
    [
      'channel setup --levels guru',
      '"guru" cannot be one of the levels. Give junior, mid, senior, staff, or any.',
    ],
    [
      'channel setup --flows none',
      '"none" cannot be one of the flows. Give mlsd, small, stint, point, or any.',
    ],
    ['channel setup --cleanup soon', '"soon" is no number of days.'],
    ['channel setup --levels junior', 'The team permits none of these levels. Give some of: senior.'],
  ])('%s is told to be wrong, and nothing changes', async (line, words) => {
    await ada.command(C1, 'settings team --levels senior')
    await ada.command(C1, line)
    expect(ada.last(C1).text).toContain(words)
    await ada.command(C1, 'channel show')
    expect(ada.last(C1).text).toContain('- levels: any')
  })

  test('is about channels, and not about direct messages', async () => {
    await ada.command(ada.direct, 'channel setup --levels mid')
    expect(ada.last(ada.direct).text).toContain('This is no channel')
  })
})

describe('what a channel permits', () => {
  test('holds there, in its threads, beside what the team permits, and nowhere else', async () => {
    await ada.command(C1, 'channel setup --levels senior staff --modes coach')
    await mia.command(C1, 'start late-parcels --level junior')
    refused('This channel holds no interviews with the level "junior". Choose: senior, staff.')
    await mia.command(`${C1}/9`, 'start late-parcels --mode exam')
    expect(mia.last(`${C1}/9`).text).toContain('with the mode "exam"')
    await ada.command(C1, 'settings team --levels mid staff')
    await mia.command(C1, 'start late-parcels --level senior')
    refused('This team holds no interviews with the level "senior"')
    expect(choices(await formFor('start', C1), 'level')).toEqual(['staff'])
    expect(choices(await formFor('start', C2), 'level')).toEqual(['mid', 'staff'])
    const place = await mia.start(C1)
    expect((await home.held(place)).interview.snapshot.context.options.level).toBe('staff')
    expect(await mia.start(C2, 'late-parcels --mode exam --level mid')).toContain(C2)
    expect(await mia.start(C1, 'late-parcels --where direct --level mid')).toBe(mia.direct)
  })

  test('a role may be needed to begin one; an admin always may', async () => {
    await ada.command(C1, 'channel setup --starters Mentors, Senior Staff')
    await mia.command(C1, 'start')
    refused('one of these roles: Mentors, Senior Staff. `/mlsd start --where direct` begins one')
    expect(mia.last(C1).form).toBeUndefined()
    await person(home, 'T1/mia', { roles: ['guests'] }).command(C1, 'start late-parcels')
    refused('one of these roles')
    await person(home, 'T1/zoe', { roles: ['guests', 'senior staff'] }).start(C1)
    await ada.start(C1)
    await ada.command(C1, 'channel setup --starters everyone')
    await mia.start(C1)
  })
})

describe('without spectators', () => {
  beforeEach(() => ada.command(C1, 'channel setup --spectators off'))

  test('an interview is held out of the sight of others, also when it is begun in a thread', async () => {
    const place = await mia.start(`${C1}/9`)
    expect(place.startsWith(`${C1}/`)).toBe(true)
    expect((await home.held(place)).audience).toBe('you')
    expect((await formFor('start', C1))?.fields.map(({ name }) => name)).not.toContain('where')
  })

  test('it is held in direct messages where no place can be hidden', async () => {
    home.chat.limits.hiding = 'everybody sees everything'
    expect(await mia.start(C1)).toBe(mia.direct)
    refused('It goes on in our direct messages.')
  })
})

describe('cleaning up', () => {
  const isThere = (place: string): boolean => home.chat.posts.some((post) => post.place === place)

  test('goes for what was over before as well, also where the process dies once that is set', async () => {
    await home.close()
    let dies = true
    home = await house({
      memory: (inner) => ({
        ...inner,
        save: async (key, ...rest) => {
          const revision = await inner.save(key, ...rest)
          if (!dies || !key.startsWith('channel:')) return revision
          dies = false
          return new Promise(() => {})
        },
      }),
    })
    ada = person(home, 'T1/ada', { admin: true })
    mia = person(home, 'T1/mia')
    const place = await mia.start(C1)
    await mia.finish(place)
    await ada.command(C1, 'channel setup --cleanup 2')
    expect(dies).toBe(false)
    await home.restart()
    await home.pass(2 * DAY)
    expect(isThere(place)).toBe(false)
  })

  test('takes the place away after so many days, and leaves the interview', async () => {
    await ada.command(C1, 'channel setup --cleanup 2')
    const place = await mia.start(C1)
    const { id } = await home.held(place)
    await mia.say(place, 'The goal is fewer late parcels.')
    await home.pass(HOUR)
    await mia.finish(place)
    await home.pass(2 * DAY - HOUR)
    expect(isThere(place)).toBe(true)
    await home.restart()
    await home.pass(2 * HOUR)
    expect(isThere(place)).toBe(false)
    await mia.command(C1, `report ${id}`)
    expect(mia.last(C1).tone).toBe('report')
    await mia.command(C1, 'history')
    expect(mia.last(C1).text).toContain(id)
    await expect(home.held(place)).rejects.toThrow('No interview is held')
  })

  test('follows what is set later, and leaves alone what runs or was there before', async () => {
    const early = await mia.start(C1)
    await mia.finish(early)
    const running = await mia.start(C1)
    const zoe = person(home, 'T1/zoe')
    await zoe.say(`${C1}/9`, 'Lunch?')
    await zoe.start(`${C1}/9`)
    await zoe.finish(`${C1}/9`)
    await ada.command(C1, 'channel setup --cleanup 1')
    await home.pass(2 * HOUR)
    await mia.command(running, 'time')
    await home.pass(DAY - 3 * HOUR)
    expect([early, running, `${C1}/9`].map(isThere)).toEqual([true, true, true])
    await ada.command(C1, 'channel setup --cleanup never')
    await home.pass(2 * HOUR)
    expect(isThere(early)).toBe(true)
    await ada.command(C1, 'channel setup --cleanup 1')
    await home.settled()
    await home.pass(1)
    expect([early, `${C1}/9`].map(isThere)).toEqual([false, true])
  })

  test('is refused where places cannot be taken away', async () => {
    home.chat.limits.removal = 'nobody may'
    await ada.command(C1, 'channel setup --cleanup 3')
    expect(ada.last(C1).text).toContain('cannot be taken away here: nobody may.')
    expect((await formFor('channel', C1))?.fields.map(({ name }) => name)).not.toContain('cleanup')
  })
})
