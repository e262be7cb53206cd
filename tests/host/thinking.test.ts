/** An interviewer who takes time: what is seen of an answer before it is there. */
import { afterEach, describe, expect, test } from 'vitest'
import type { Interviewer } from '../../src/interviewer/interviewer.ts'
import type { Thought } from './chat.ts'
import { type House, house, type Options, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

const THINKS = 8_000

let home: House
let mia: Person
let thread: string
afterEach(() => home.close())

const begin = async (options: Options = { thinks: THINKS }): Promise<void> => {
  home = await house(options)
  mia = person(home, 'T1/mia')
  thread = await mia.start('chat:T1/C1')
}
const answered = async (text = 'The goal is fewer complaints.'): Promise<void> => {
  await mia.say(thread, text)
  await home.pass(QUIET)
}
const thought = (): Thought => {
  const last = home.chat.thoughts.at(-1)
  if (!last) throw new Error('Nobody thinks.')
  return last
}
const isOpen = () => home.chat.thoughts.filter(({ end }) => end === 'open')
const spoken = () =>
  home.chat.posts.filter(({ card, place }) => place === thread && card.tone === 'interviewer')

test('its words are shown as they come, and the card takes their place', async () => {
  await begin()
  expect(thought()).toMatchObject({ place: thread, person: mia.id, words: [], end: 'open' })
  await home.pass(THINKS / 2)
  const half = thought().words.join('')
  expect(half).not.toBe('')
  expect(spoken()).toEqual([])
  await home.pass(THINKS / 2)
  const [post] = spoken()
  expect(thought().end).toBe('said')
  expect(post?.continued).toBe(post?.card.text)
  expect(post?.card.text.startsWith(half)).toBe(true)
  await answered()
  await home.pass(THINKS)
  expect(home.chat.thoughts.map(({ end }) => end)).toEqual(['said', 'said'])
  expect(new Set(home.chat.thoughts.map(({ id }) => id)).size).toBe(2)
})

test('one that only computes shows nothing before it speaks', async () => {
  await begin({})
  await answered()
  expect(spoken()).toHaveLength(2)
  expect(home.chat.thoughts).toEqual([])
})

describe('an answer that is not waited for any more goes at once, and no word of it comes after', () => {
  const thinking = async (): Promise<void> => {
    await begin()
    await home.pass(THINKS)
    await answered()
    await home.pass(THINKS / 2)
    expect(thought().words).not.toEqual([])
  }

  test('when the talk ends', async () => {
    await thinking()
    await mia.press(thread, 'End')
    expect(thought().end).toBe('dropped')
    const { words } = thought()
    await home.pass(THINKS)
    expect(thought().words).toEqual(words)
    expect(spoken()).toHaveLength(1)
  })

  test('when it is paused; it is said when the talk goes on', async () => {
    await thinking()
    await mia.press(thread, 'Pause')
    expect(thought().end).toBe('dropped')
    await home.pass(THINKS)
    expect(spoken()).toHaveLength(1)
    await mia.press(thread, 'Resume')
    expect(mia.last(thread).text).toMatch(/\?$/)
    expect(isOpen()).toEqual([])
  })

  test('when all is forgotten', async () => {
    await thinking()
    await mia.command('chat:T1/C1', 'forget --sure yes')
    await home.pass(THINKS)
    expect(thought().end).toBe('dropped')
    expect(home.stored()).not.toContain('mia')
  })

  test('when the place is gone', async () => {
    await thinking()
    home.chat.troubles.push({ kind: 'gone', times: 1, of: ({ card }) => card?.continues === thought().id })
    await home.pass(THINKS / 2)
    expect(isOpen()).toEqual([])
    expect(home.troubles.splice(0)).toEqual([expect.stringContaining('cannot be heard at its place')])
  })
})

test('one that fails is stood in for, and what it had begun to say goes', async () => {
  const failing: Interviewer = {
    by: 'model 1',
    local: false,
    async reply(_, onDelta) {
      onDelta?.('I was about to say')
      throw new Error('The model is out.')
    },
  }
  await begin({ interviewer: failing })
  expect(home.chat.thoughts).toMatchObject([{ words: ['I was about to say'], end: 'dropped' }])
  const [post] = spoken()
  expect(post?.card.text).toMatch(/\?$/)
  expect(post?.continued).toBeUndefined()
  await answered()
  expect(spoken()[1]?.card.footer).toContain('asked by the stand-in')
  expect(isOpen()).toEqual([])
  // It failed twice, and whoever runs the bot is warned once.
  expect(home.troubles.splice(0)).toEqual([expect.stringContaining('The model is out.')])
})

test('one over which process after process ends is stood in for, before it would be set aside', async () => {
  await begin()
  for (let start = 1; start <= 6; start += 1) {
    expect(spoken()).toEqual([])
    await home.pass(THINKS / 2)
    await home.restart()
  }
  await home.pass(THINKS)
  expect(spoken()).toHaveLength(1)
  expect(isOpen()).toEqual([])
  expect(await home.aside()).toEqual([])
  await answered()
  await home.pass(THINKS)
  expect(spoken()).toHaveLength(2)
  expect(home.troubles.splice(0)).toEqual([expect.stringContaining('ended during each attempt')])
})

describe('nothing is said twice', () => {
  test('when the process dies while it thinks', async () => {
    await begin()
    await home.pass(THINKS / 2)
    await home.restart()
    await home.pass(THINKS)
    expect(spoken()).toHaveLength(1)
    expect(home.chat.thoughts.map(({ end }) => end)).toEqual(['lost', 'said'])
    expect(home.chat.thoughts[1]?.id).toBe(home.chat.thoughts[0]?.id)
  })

  test.each(['crash before', 'crash after'] as const)('when it dies as it speaks (%s)', async (kind) => {
    await begin()
    home.chat.troubles.push({ kind, times: 1, of: ({ card }) => card?.continues === thought().id })
    await home.pass(THINKS)
    await home.restart()
    await home.pass(THINKS)
    expect(spoken()).toHaveLength(1)
    expect(isOpen()).toEqual([])
  })

  test('when its answer cannot be stored for a while', async () => {
    let failures = 0
    await begin({
      thinks: THINKS,
      memory: (inner) => ({
        ...inner,
        save: async (key, value, replaces) => {
          if (failures > 0 && key.startsWith('interview:')) {
            failures -= 1
            throw new Error('The disk is full.')
          }
          return inner.save(key, value, replaces)
        },
      }),
    })
    failures = 3
    await home.pass(THINKS + 60_000)
    expect(spoken()).toHaveLength(1)
    expect(spoken()[0]?.continued).toBe(spoken()[0]?.card.text)
    expect(home.troubles.splice(0)).toHaveLength(3)
  })
})
