/** The daily question of a channel once its day and its week are over, and how long it is kept. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { practiceOf } from '../../src/host/practice/kept.ts'
import type { Card } from '../../src/platform/card.ts'
import { DAY, HOUR, type House, house } from './house.ts'
import { type Person, person } from './person.ts'

let home: House
let ada: Person
let mia: Person
let ben: Person
let cem: Person
const channel = 'chat:T1/C1'
const GOOD =
  'The business goal is fewer complaints, because each one costs six euros and late parcels caused them.'
const BAD = 'I would use a large transformer with attention for this.'
beforeEach(async () => {
  home = await house()
  ada = person(home, 'T1/ada', { admin: true })
  ;[mia, ben, cem] = ['mia', 'ben', 'cem'].map((name) => person(home, `T1/${name}`)) as [
    Person,
    Person,
    Person,
  ]
})
afterEach(() => home.close())

/** Monday, 12:00 UTC: the question is put; answers the thread. */
const asked = async (words = '12:00 UTC CL1'): Promise<string> => {
  await ada.command(channel, `daily on ${words}`)
  await home.pass(2 * HOUR)
  return home.chat.posts.findLast(({ card }) => card.title?.startsWith('Question of the day'))?.place ?? ''
}
const cards = (title: string): { place: string; card: Card }[] =>
  home.chat.posts.filter(({ card }) => card.title?.includes(title))

describe('when the day is over', () => {
  test('the best answers of those who allowed it are shown in its thread, with why', async () => {
    const thread = await asked()
    await ben.say(thread, BAD)
    await mia.say(thread, GOOD)
    await cem.say(thread, 'The business goal is to be liked.')
    await mia.press(thread, 'Let good answers be shown')
    expect(mia.last(thread).text).toContain('may be shown')
    await ben.command(ben.direct, 'daily share')
    await home.pass(11 * HOUR)
    expect(cards("The day's question is over")).toEqual([])
    await home.pass(2 * HOUR)
    const [shown, ...more] = cards("The day's question is over")
    expect(more).toEqual([])
    expect(shown?.place).toBe(thread)
    expect(shown?.card.only).toBeUndefined()
    expect(shown?.card.text).toContain('3 people answered')
    expect(shown?.card.text).toContain(GOOD)
    expect(shown?.card.text).toContain('Why: ')
    expect(shown?.card.text).not.toContain('transformer')
    expect(shown?.card.text).not.toContain('to be liked')
  })

  test('nothing is shown of anybody who has not allowed it, or took it back', async () => {
    const thread = await asked()
    await mia.say(thread, GOOD)
    await ben.say(thread, GOOD)
    await ben.command(ben.direct, 'daily share')
    await ben.command(ben.direct, 'daily unshare')
    await home.pass(DAY)
    expect(cards("The day's question is over")).toEqual([])
  })

  test('words of others are shown as words', async () => {
    const thread = await asked()
    await mia.command(mia.direct, 'daily share')
    await mia.say(thread, `${GOOD} <!channel> [here](https://evil.example) **bold**`)
    await home.pass(DAY)
    const text = cards("The day's question is over")[0]?.card.text ?? ''
    expect(text).toContain(GOOD)
    expect(text).not.toContain('[here](https')
    expect(text).not.toContain('<!channel>')
    expect(text).not.toContain(' **bold**')
  })

  test('is told in the language of the channel', async () => {
    await ada.command(channel, 'channel setup --language de')
    const thread = await asked()
    expect(thread).toBe('')
    const place =
      home.chat.posts.findLast(({ card }) => card.title?.startsWith('Frage des Tages'))?.place ?? ''
    await mia.command(mia.direct, 'daily share')
    await mia.say(place, GOOD)
    await home.pass(DAY)
    expect(cards('Die Frage des Tages ist vorbei')).toHaveLength(1)
  })
})

describe('when the week is over', () => {
  test('the channel is told how many took part, what was missed most and how it is met', async () => {
    const thread = await asked()
    for (const one of [mia, ben, cem]) await one.say(thread, BAD)
    await home.pass(6 * DAY)
    expect(cards('The week in daily questions')).toEqual([])
    await home.pass(DAY)
    const [week, ...more] = cards('The week in daily questions')
    expect(more).toEqual([])
    expect(week?.place).toBe(channel)
    expect(week?.card.text).toContain('3 people gave 3 answers to 7 questions')
    expect(week?.card.text).toContain('Missed most')
    expect(week?.card.text).toContain('You could have said')
    expect(week?.card.text).not.toMatch(/mia|ben|cem|transformer/)
    await home.pass(7 * DAY)
    expect(cards('The week in daily questions')).toHaveLength(1)
  })

  test('nothing can be told of one or two who answered', async () => {
    const thread = await asked()
    for (const one of [mia, ben]) await one.say(thread, BAD)
    await home.pass(7 * DAY)
    expect(cards('The week in daily questions')[0]?.card.text).not.toContain('Missed most')
  })

  test('thanks are told to whom they are for, and named where both let themselves be shown', async () => {
    const thread = await asked()
    for (const one of [mia, ben, cem]) await one.say(thread, GOOD)
    await mia.command(thread, `daily thanks ${ben.id}`)
    await mia.command(thread, `daily thanks ${ben.id}`)
    expect(ben.last(ben.direct).text).toContain('thanks you')
    expect(ben.sees(ben.direct)).toHaveLength(1)
    await mia.command(thread, `daily thanks ${mia.id}`)
    expect(mia.last(thread).text).toContain('would be you')
    await mia.command(thread, 'daily thanks chat:T1/nobody')
    expect(mia.last(thread).text).toContain('somebody who has answered')
    await cem.command(thread, `daily thanks ${mia.id}`)
    for (const one of [mia, ben]) {
      await one.command(one.direct, 'daily share')
      await one.command(channel, `board join Name of ${one.id.slice(-3)}`)
    }
    await home.pass(7 * DAY)
    const text = cards('The week in daily questions')[0]?.card.text
    expect(text).toContain('Name of ben helped Name of mia')
    expect(text).toContain('one person more was thanked')
  })

  test('a digest is not told days later', async () => {
    const thread = await asked()
    await mia.say(thread, GOOD)
    await home.sleep(9 * DAY)
    await home.pass(HOUR)
    expect(cards('The week in daily questions')).toEqual([])
  })
})

describe('how long it is kept', () => {
  test('the team says: a question, its answers and what they were for practice go', async () => {
    await ada.command(channel, 'settings team --retention 3')
    const thread = await asked()
    await mia.say(thread, GOOD)
    await ada.command(channel, 'daily off')
    expect((await practiceOf(home.memory(), mia.id)).practised).toHaveLength(1)
    await home.pass(2 * DAY)
    expect(home.stored().includes('late parcels caused them')).toBe(true)
    await home.pass(DAY)
    expect(home.stored().includes('late parcels caused them')).toBe(false)
    expect(await practiceOf(home.memory(), mia.id)).toMatchObject({ deck: {}, heard: [], practised: [] })
  })

  test('a team that decides later is obeyed for what is there', async () => {
    const thread = await asked()
    await mia.say(thread, GOOD)
    await ada.command(channel, 'daily off')
    await home.pass(5 * DAY)
    await ada.command(channel, 'settings team --retention 5')
    await home.pass(HOUR)
    expect(home.stored().includes('late parcels caused them')).toBe(false)
  })

  test('one that gives it more time keeps it', async () => {
    await ada.command(channel, 'settings team --retention 3')
    const thread = await asked()
    await mia.say(thread, GOOD)
    await ada.command(channel, 'settings team --retention 30')
    await home.pass(10 * DAY)
    expect(home.stored().includes('late parcels caused them')).toBe(true)
    await home.pass(21 * DAY)
    expect(home.stored().includes('late parcels caused them')).toBe(false)
  })

  test('whoever has everything removed is in no answer, no thanks and no digest', async () => {
    const thread = await asked()
    for (const one of [mia, ben, cem]) await one.say(thread, GOOD)
    await mia.command(thread, `daily thanks ${ben.id}`)
    await mia.command(mia.direct, 'daily share')
    await mia.command(mia.direct, 'forget --sure yes')
    await home.pass(DAY)
    expect(cards("The day's question is over")).toEqual([])
    expect(home.stored().includes('"chat:T1/mia"')).toBe(false)
  })
})
