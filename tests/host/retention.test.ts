/** How long a team keeps interviews that are over. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DAY, type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

const C1 = 'chat:T1/C1'
const WORDS = 'The goal is fewer quibbles about pelicans.'
const SCENARIO = 'Sort the letters of a lighthouse.'
const ALL = { channels: [], flows: [], levels: [], modes: [] }

let home: House
let mia: Person
let ada: Person
afterEach(() => home.close())

/** An interview that is over, with all that can belong to one. */
const taken = async (who: Person, channel: string): Promise<string> => {
  const thread = await who.start(channel, `--scenario "${SCENARIO}"`)
  await who.say(thread, WORDS)
  await who.file(thread, { name: 'sketch.png', mime: 'image/png', content: 'drawn by hand' })
  await home.pass(QUIET)
  await who.finish(thread)
  return thread
}
const open = async (options: Parameters<typeof house>[0] = {}): Promise<void> => {
  home = await house(options)
  mia = person(home, 'T1/mia')
  ada = person(home, 'T1/ada', { admin: true })
}
const keep = (days: string): Promise<void> => ada.command(C1, `settings team --retention ${days}`)
const traces = (): string[] => {
  const picture = Buffer.from('drawn by hand').toString('base64')
  return [WORDS, SCENARIO, picture].filter((words) => home.stored().includes(words))
}
const isKept = (): boolean => traces().length > 0
const pastOf = async (who: Person): Promise<string> => {
  await who.command(who.direct, 'history')
  return who.last(who.direct).text
}

describe('an interview that is over', () => {
  beforeEach(() => open())

  test('goes when its time has come, with everything, and only that of this team', async () => {
    const other = person(home, 'T2/otto')
    await keep('30')
    const thread = await taken(mia, C1)
    const { id } = await home.held(thread)
    await taken(other, 'chat:T2/C1')
    await home.pass(10 * DAY)
    const later = await mia.start(C1, 'late-trains')
    await mia.finish(later)
    await home.pass(20 * DAY - 2 * QUIET)
    expect(await pastOf(mia)).toContain(id)
    await home.pass(2 * QUIET)
    expect(await pastOf(mia)).not.toContain(id)
    await mia.command(C1, `report ${id}`)
    expect(mia.last(C1).text).toBe(`You have no interview "${id}". \`/mlsd history\` lists yours.`)
    expect(home.stored()).not.toContain(id)
    expect(await pastOf(other)).toContain('Your own scenario')
    await other.command('chat:T2/C1', 'forget --sure yes')
    expect(traces()).toEqual([])
    expect(await pastOf(mia)).toContain('Trains that will be late')
    const shown = home.chat.posts.length
    await mia.say(thread, 'Is anybody there?')
    expect(home.chat.posts).toHaveLength(shown)
  })

  test('stays where the team has set nothing', async () => {
    await taken(mia, C1)
    await home.pass(4_000 * DAY)
    expect(traces()).toHaveLength(3)
  })

  test('stays no longer because somebody looks at it', async () => {
    await keep('10')
    const thread = await taken(mia, C1)
    await home.pass(9 * DAY)
    await mia.mention(thread, 'report')
    await home.pass(DAY)
    expect(isKept()).toBe(false)
  })

  test('stays while a stage is tried again, and counts from the end of that', async () => {
    await keep('10')
    const thread = await taken(mia, C1)
    await home.pass(10 * DAY - 3 * QUIET)
    await mia.mention(thread, 'retry clarify')
    await home.pass(10 * QUIET)
    expect(isKept()).toBe(true)
    await mia.press(thread, 'End')
    await home.pass(10 * DAY - 1)
    expect(isKept()).toBe(true)
    await home.pass(1)
    expect(isKept()).toBe(false)
  })
})

describe('after the team has changed its mind', () => {
  beforeEach(() => open())

  test.each([
    ['sooner', '30', '3', 2 * DAY, DAY],
    ['at once, where that time is over', '30', '3', 5 * DAY, 0],
    ['later', '3', '30', 2 * DAY, 28 * DAY],
    ['though it was to stay', 'never', '5', 9 * DAY, 0],
  ])('it goes %s', async (_, before, after, until, then) => {
    await keep(before)
    await taken(mia, C1)
    await home.pass(until)
    expect(isKept()).toBe(true)
    await keep(after)
    if (then > 0) await home.pass(then - 10 * QUIET)
    expect(isKept()).toBe(then > 0)
    await home.pass(10 * QUIET)
    expect(isKept()).toBe(false)
  })

  test('and then again: what has outlived its time goes', async () => {
    await keep('5')
    await taken(mia, C1)
    await home.pass(4 * DAY)
    await keep('never')
    await home.pass(2 * DAY)
    expect(isKept()).toBe(true)
    await keep('5')
    await home.pass(QUIET)
    expect(isKept()).toBe(false)
  })
})

test('a process that dies once the rules are saved leaves the finished interviews to the next one', async () => {
  let dies = false
  await open({
    memory: (inner) => ({
      ...inner,
      save: async (key, ...rest) => {
        const revision = await inner.save(key, ...rest)
        if (!dies || !key.startsWith('team:')) return revision
        dies = false
        return new Promise(() => {})
      },
    }),
  })
  await taken(mia, C1)
  dies = true
  await keep('5')
  expect(dies).toBe(false)
  await home.restart()
  expect(ada.last(C1).text).toContain('5 days')
  await home.pass(5 * DAY - 10 * QUIET)
  expect(isKept()).toBe(true)
  await home.pass(10 * QUIET)
  expect(isKept()).toBe(false)
})

test('an admin who says once more what holds already has what is over looked at anew', async () => {
  await open()
  await taken(mia, C1)
  await home.memory().save('team:chat:T1', { ...ALL, retention: 5 }, 0)
  await home.pass(DAY)
  await keep('5')
  await home.pass(4 * DAY)
  expect(isKept()).toBe(false)
})

test.each(['picture:', 'transcript:', 'interview:'])(
  'a process that dies as it removes a %s leaves the rest to the next one',
  async (kind) => {
    let dies = true
    await open({
      memory: (inner) => ({
        ...inner,
        forget: (key) => {
          if (!dies || !key.startsWith(kind)) return inner.forget(key)
          dies = false
          return new Promise(() => {})
        },
      }),
    })
    await keep('5')
    const thread = await taken(mia, C1)
    const { id } = await home.held(thread)
    await home.pass(5 * DAY)
    expect(dies).toBe(false)
    await home.restart()
    await home.pass(DAY)
    expect(traces()).toEqual([])
    expect(home.stored()).not.toContain(id)
  },
)
