/** A question each day: at the right time, once, on what was missed, graded for whoever answered. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Prompt, promptKey } from '../../src/host/daily/record.ts'
import { practiceOf } from '../../src/host/practice/kept.ts'
import type { Card } from '../../src/platform/card.ts'
import { DAY, HOUR, type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

let home: House
let mia: Person
beforeEach(async () => {
  home = await house()
  mia = person(home, 'T1/mia')
})
afterEach(() => home.close())

/** Every question of the day that was put, with where. */
const questions = (): { place: string; card: Card }[] =>
  home.chat.posts
    .filter(({ card }) => card.title?.startsWith('Question of the day'))
    .map(({ place, card }) => ({ place, card }))
const on = (words = '12:00 UTC') => mia.command(mia.direct, `daily on ${words}`)

describe('in direct messages', () => {
  test('comes at its time, each day, and says when the next is', async () => {
    await on()
    expect(mia.last(mia.direct).text).toContain('At 12:00 in UTC')
    await home.pass(HOUR)
    expect(questions()).toEqual([])
    await home.pass(HOUR)
    expect(questions()).toHaveLength(1)
    await home.pass(3 * DAY)
    expect(questions()).toHaveLength(4)
  })

  test('asks for the time zone where nobody tells it', async () => {
    await on('12:00')
    expect(mia.last(mia.direct).text).toContain('time zone')
    await on('12:00 Mars/Olympus')
    expect(mia.last(mia.direct).text).toContain('"Mars/Olympus"')
    await home.pass(DAY)
    expect(questions()).toEqual([])
  })

  test('an answer in its thread is graded with its quotation, counts for practice, and is shown to its author', async () => {
    await on()
    await home.pass(2 * HOUR)
    const [question] = questions()
    const place = question?.place ?? ''
    await mia.say(place, 'The goal is fewer complaints, at six euros each, and late parcels caused them.')
    const card = mia.last(place)
    expect(card.only).toBe(mia.id)
    expect(card.text).toContain('What it takes')
    expect(card.text).toContain('One day in a row')
    const { deck, practised, counted } = await practiceOf(home.memory(), mia.id)
    expect(Object.keys(deck)).toHaveLength(1)
    expect(practised).toHaveLength(1)
    expect(counted).toHaveLength(1)
  })

  test('what was missed in an interview is asked again', async () => {
    const thread = await mia.start('chat:T1/C1')
    await mia.say(thread, 'The goal is fewer complaints.')
    await home.pass(QUIET)
    await mia.finish(thread)
    const { deck, past } = await practiceOf(home.memory(), mia.id)
    expect(past).toHaveLength(1)
    expect(Object.keys(deck).length).toBeGreaterThan(1)
    await on()
    await home.pass(4 * DAY)
    const asked = questions().at(-1)?.card.text
    expect(asked).toBeDefined()
  })

  test('stops when it is turned off, and skips a day', async () => {
    await on()
    await mia.command(mia.direct, 'daily skip')
    await home.pass(DAY)
    expect(questions()).toEqual([])
    await home.pass(DAY)
    expect(questions()).toHaveLength(1)
    await mia.command(mia.direct, 'daily off')
    await home.pass(5 * DAY)
    expect(questions()).toHaveLength(1)
    await mia.command(mia.direct, 'daily status')
    expect(mia.last(mia.direct).text).toContain('No daily question is on')
  })

  test('comes now, and then not again that day', async () => {
    await on()
    await mia.command(mia.direct, 'daily now')
    expect(questions()).toHaveLength(1)
    await mia.command(mia.direct, 'daily now')
    expect(questions()).toHaveLength(1)
    await home.pass(12 * HOUR)
    expect(questions()).toHaveLength(1)
    await home.pass(DAY)
    expect(questions()).toHaveLength(2)
  })

  test('comes an hour later when it is put off', async () => {
    await on()
    await mia.command(mia.direct, 'daily snooze')
    await home.pass(2 * HOUR)
    expect(questions()).toEqual([])
    await home.pass(HOUR)
    expect(questions()).toHaveLength(1)
    await home.pass(DAY - HOUR)
    expect(questions()).toHaveLength(2)
  })

  test('is put once, however often its settings change and the process restarts', async () => {
    await on()
    await on('11:30 UTC')
    await home.restart()
    await on('12:00 Europe/Berlin')
    await home.pass(2 * HOUR)
    await home.restart()
    await on('13:00 UTC')
    await home.pass(DAY - 4 * HOUR)
    expect(questions()).toHaveLength(1)
  })
})

describe('in a channel', () => {
  const channel = 'chat:T1/C1'

  test('is set by its admins, and answered by anyone, each for themselves', async () => {
    const [ada, ben] = [person(home, 'T1/ada', { admin: true }), person(home, 'T1/ben')]
    await mia.command(channel, 'daily on 12:00 UTC')
    expect(mia.last(channel).text).toContain('admins')
    await ada.command(channel, 'daily on 12:00 UTC')
    await home.pass(2 * HOUR)
    const [question] = questions()
    const place = question?.place ?? ''
    expect(place.startsWith(`${channel}/`)).toBe(true)
    await mia.say(place, 'The goal is fewer complaints, at six euros each.')
    await ben.command(channel, 'daily answer I would ask what the business loses with each late parcel.')
    expect(mia.last(place).text).toContain('What it takes')
    expect(ben.last(channel).text).toContain('What it takes')
    expect(ada.sees(place).some(({ text }) => text.includes('What it takes'))).toBe(false)
    const before = home.chat.posts.length
    await person(home, 'T1/mia').say(place, 'By the way, who is in for lunch?')
    expect(home.chat.posts.length).toBeGreaterThanOrEqual(before)
  })
})

describe('after nobody was there', () => {
  test('what is less than six hours late is caught up once', async () => {
    await on()
    await home.sleep(5 * HOUR)
    await home.pass(0)
    expect(questions()).toHaveLength(1)
  })

  test('of several days the last is caught up where it is not too late, and no other', async () => {
    await on()
    await home.sleep(3 * DAY + 5 * HOUR)
    await home.pass(0)
    expect(questions()).toHaveLength(1)
    await home.pass(DAY)
    expect(questions()).toHaveLength(2)
  })

  test('what is later is dropped with a note, and nothing comes in a burst', async () => {
    await on()
    await home.sleep(3 * DAY + 10 * HOUR)
    await home.pass(0)
    expect(questions()).toEqual([])
    await mia.command(mia.direct, 'daily status')
    expect(mia.last(mia.direct).text).toContain('was dropped')
    await home.pass(DAY)
    expect(questions()).toHaveLength(1)
  })
})

test('however often the process dies around the time, each day has one question at most, and none that it was there for is left out', async () => {
  await on('12:00 UTC')
  const there: number[] = []
  let seed = 7
  const draw = (most: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return seed % most
  }
  for (let step = 0; step < 60; step += 1) {
    const due = (Math.floor((home.now() - 12 * HOUR) / DAY) + 1) * DAY + 12 * HOUR
    const near = due - home.now()
    const from = home.now()
    // A moment before, at, or a little after the time, or some hours of nobody being there.
    const kind = draw(4)
    if (kind === 0) await home.pass(near + draw(3) - 1)
    else if (kind === 1) await home.sleep(near + draw(5 * HOUR))
    else if (kind === 2) await home.sleep(draw(2 * DAY))
    else await home.pass(draw(DAY))
    if (kind !== 1 && kind !== 2 && from < due && home.now() >= due) there.push(due)
    await home.restart()
    await home.pass(0)
  }
  const prompts = (await Array.fromAsync(home.memory().each<Prompt>(promptKey('')))).map(({ value }) => value)
  const days = prompts.map(({ day }) => Date.parse(`${day}T00:00:00Z`) / DAY)
  expect(questions()).toHaveLength(prompts.length)
  expect(new Set(days).size).toBe(days.length)
  expect(days.length).toBeGreaterThan(10)
  expect(there.filter((due) => !days.includes(Math.floor(due / DAY)))).toEqual([])
})
