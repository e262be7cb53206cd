/** A platform that fails, for now or for good, and a process that dies as it speaks. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { phaseOf } from '../../src/interview/phase.ts'
import { DAY, HOUR, type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

const C1 = 'chat:T1/C1'

let home: House
let mia: Person
let noor: Person
let thread: string
beforeEach(async () => {
  home = await house()
  mia = person(home, 'T1/mia')
  noor = person(home, 'T1/noor')
  thread = await mia.start(C1)
})
afterEach(() => home.close())

type Of = NonNullable<House['chat']['troubles'][number]['of']>

const at =
  (...places: string[]): Of =>
  ({ place, verb }) =>
    verb !== 'revise' && places.includes(place)
const everything = (): string[] => home.chat.posts.map(({ cardId }) => cardId)
const saying = () => home.chat.calls.filter(({ verb }) => verb === 'say')
/** For how often the same was said, and whether it was said that it may be a repeat. */
const triesOf = (card: string) => saying().flatMap(({ id, again }) => (id === card ? [again] : []))

describe('while the platform fails for now', () => {
  test.each(['busy', 'unreachable'] as const)(
    '(%s) nothing is set aside, lost, or said twice',
    async (kind) => {
      home.chat.troubles.push({ kind, times: 30 })
      const id = await mia.say(thread, 'The goal is fewer complaints.')
      await mia.command(C1, 'history')
      await mia.press(thread, 'Next stage')
      await noor.say(thread, 'Well said.')
      await home.pass(30 * 60_000)
      expect(await home.aside()).toEqual([])
      expect([...new Set(home.troubles.splice(0))]).toEqual([expect.stringMatching(/^NotNow: /)])
      expect((await home.transcript(thread)).filter((entry) => entry.id === id)).toHaveLength(1)
      expect(mia.sees(thread).filter(({ title }) => title === 'Data')).toHaveLength(1)
      expect(mia.last(C1).title).toBe('Your interviews')
      expect(home.chat.posts.filter(({ card }) => card.text.includes('you are a spectator'))).toHaveLength(1)
      const repeated = saying().flatMap(({ id = '' }, index, all) =>
        all.slice(0, index).some((earlier) => earlier.id === id) ? [index] : [],
      )
      expect(repeated.length).toBeGreaterThan(20)
      expect(repeated.filter((index) => !saying()[index]?.again)).toEqual([])
    },
  )

  test('an interview that cannot begin yet begins once', async () => {
    home.chat.troubles.push({ kind: 'unreachable', times: 3, of: ({ verb }) => verb === 'open' })
    await mia.command('chat:T1/C2', 'start late-trains')
    expect(mia.sees('chat:T1/C2')).toEqual([])
    await home.pass(60_000)
    expect(mia.sees('chat:T1/C2')).toHaveLength(1)
    const opened = home.chat.calls.filter(({ verb, place }) => verb === 'open' && place === 'chat:T1/C2')
    expect(opened.map(({ again }) => again)).toEqual([false, true, true, true])
    expect(home.troubles.splice(0)).toHaveLength(3)
  })
})

describe('once a place is gone', () => {
  const stateOf = async () => phaseOf((await home.held(thread)).interview)

  test('the talk is paused, its person is told in direct messages, and nothing goes round in circles', async () => {
    home.chat.troubles.push({ kind: 'gone', times: 1_000, of: at(thread) })
    await mia.say(thread, 'The goal is fewer complaints.')
    await home.pass(QUIET)
    expect(await stateOf()).toBe('paused')
    expect(mia.sees(mia.direct).map(({ text }) => text)).toEqual([
      'I cannot go on with your interview where it was held: The thread was deleted. It is paused.',
    ])
    const calls = home.chat.calls.length
    await home.pass(HOUR)
    expect(home.chat.calls.length - calls).toBe(0)
    await mia.say(mia.direct, 'resume')
    expect(await stateOf()).toBe('paused')
    await home.pass(DAY)
    expect(await home.aside()).toEqual([])
    expect(home.troubles.splice(0).length).toBeLessThan(8)
  })

  test('its person is told once, however much was to be said', async () => {
    home.chat.troubles.push({
      kind: 'gone',
      times: 1_000,
      of: ({ place, verb }) => verb === 'say' && place.startsWith('chat:T1/C2/'),
    })
    await noor.command('chat:T1/C2', 'start late-trains')
    expect(noor.sees(noor.direct).map(({ text }) => text)).toEqual([expect.stringContaining('It is paused.')])
    expect(home.troubles.splice(0).length).toBeGreaterThan(1)
  })

  test('it can be ended, rated and reported from direct messages', async () => {
    home.chat.troubles.push({ kind: 'gone', times: 1_000, of: at(thread) })
    await mia.say(mia.direct, 'end')
    const rating = mia.sees(mia.direct).find(({ form }) => form?.id === 'rate')
    expect(rating?.text).toMatch(/^That was the interview/)
    await mia.submit(mia.direct, 'rate', { clarify: '2' })
    expect(mia.sees(mia.direct).filter(({ tone }) => tone === 'report')).toHaveLength(1)
    expect((await home.held(thread)).interview.snapshot.context.ratings).toEqual({ clarify: 2 })
    expect(home.troubles.splice(0)).toEqual([expect.stringContaining('cannot be heard at its place')])
  })

  test('its end by itself comes with a report all the same', async () => {
    home.chat.troubles.push({ kind: 'gone', times: 1_000, of: at(thread) })
    await home.pass(DAY)
    const direct = mia.sees(mia.direct)
    expect(direct.map(({ tone }) => tone)).toEqual(['notice', 'report'])
    expect(home.troubles.splice(0)).toHaveLength(2)
  })

  test('what was asked there is answered in direct messages', async () => {
    home.chat.troubles.push({ kind: 'gone', times: 1_000, of: at('chat:T1/C9') })
    await mia.command('chat:T1/C9', 'history')
    expect(mia.last(mia.direct).title).toBe('Your interviews')
    await mia.command('chat:T1/C9', 'start late-trains')
    expect(mia.last(mia.direct).text).toBe('I cannot hold an interview here. The thread was deleted.')
  })

  test('and its person as well, it is given up', async () => {
    home.chat.troubles.push({ kind: 'gone', times: 1_000 })
    await mia.say(thread, 'The goal is fewer complaints.')
    await mia.command(C1, 'history')
    await noor.say(thread, 'Hello?')
    await home.pass(DAY)
    expect(await stateOf()).toBe('reported')
    expect(await home.aside()).toEqual([])
    const told = home.troubles.splice(0)
    expect(told.length).toBeLessThan(12)
    expect(told.some((trouble) => trouble.includes('cannot be told something any more'))).toBe(true)
  })
})

test('a card that is refused is our fault: it is tried, set aside, and holds nothing up for good', async () => {
  home.chat.troubles.push({ kind: 'refused', times: 8, of: at(thread) })
  await mia.press(thread, 'Pause')
  await home.pass(HOUR)
  expect(await home.aside()).toMatchObject([{ reason: expect.stringContaining('The card was malformed.') }])
  expect(home.troubles.splice(0)).toHaveLength(8)
  await mia.say(thread, '/mlsd resume')
  expect(mia.last(thread).text).toMatch(/^We were at/)
})

describe('a process that dies as it speaks', () => {
  test.each([
    ['before', 'the talk', () => mia.press(thread, 'Next stage')],
    ['after', 'the talk', () => mia.press(thread, 'Next stage')],
    ['after', 'an answer to its person alone', () => mia.command(thread, 'history')],
    ['after', 'a report', () => mia.say(thread, '/mlsd skip')],
    ['after', 'a word to a spectator', () => noor.say(thread, 'Hello')],
    ['after', 'a word about a file', () => mia.file(thread, { name: 'a.mp3', mime: 'audio/mpeg' })],
    ['after', 'a refusal', () => noor.command(thread, 'end')],
  ] as const)('(%s it is shown) says it again as such: %s', async (when, what, deed) => {
    if (what === 'a report') await mia.press(thread, 'End')
    const before = home.chat.calls.length
    home.chat.troubles.push({ kind: `crash ${when}`, times: 1, of: at(thread) })
    await deed()
    const id = home.chat.calls.slice(before).find(at(thread))?.id ?? ''
    const isShown = (): number => everything().filter((one) => one === id).length
    expect(isShown()).toBe(when === 'after' ? 1 : 0)
    await home.restart()
    await home.pass(QUIET)
    expect(triesOf(id)).toEqual([false, true])
    expect(isShown()).toBe(1)
  })

  test('is not stood in for by a process that does not serve the platform, nor is anything set aside', async () => {
    await home.restart('elsewhere')
    await home.pass(5 * HOUR)
    expect(await home.aside()).toEqual([])
    expect(home.troubles.splice(0)[0]).toBe(`NotNow: This process does not serve chat, where ${thread} is.`)
    await home.restart()
    await home.pass(60_000)
    expect(mia.last(thread).tone).toBe('report')
    home.troubles.splice(0)
  })
})
