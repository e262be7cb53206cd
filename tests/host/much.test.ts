/** How much is heard of one person in a minute, and how often a model is asked for one, through the host. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Measure, MOST, measureOf } from '../../src/host/much.ts'
import { ledgerOn } from '../../src/host/spending.ts'
import { answers } from '../../src/interview/transcript.ts'
import type { Interviewer } from '../../src/interviewer/interviewer.ts'
import { scriptedInterviewer } from '../../src/interviewer/scripted.ts'
import { type Errand, ModelFailure } from '../../src/model/model.ts'
import { countCall } from '../../src/model/rate.ts'
import type { Heard } from '../../src/platform/platform.ts'
import { DAY, type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

const C1 = 'chat:T1/C1'

let home: House
let mia: Person
let tom: Person
let count = 0

const message = (by: Person, place: string, more: Partial<Heard> = {}): Heard =>
  ({
    ...{ type: 'message', text: `words ${++count}`, manner: 'overheard' },
    ...{ person: by.id, place, id: `much${count}`, at: home.now(), ...more },
  }) as Heard

const flood = async (by: Person, place: string, times: number, more: Partial<Heard> = {}): Promise<void> => {
  for (let n = 0; n < times; n++) await home.hear(message(by, place, more))
  await home.settled()
}

const turnedAway = (by: Person, place: string) =>
  by.sees(place).filter(({ text }) => text.includes('in a minute'))

describe('somebody who sends without a pause', () => {
  let thread: string
  beforeEach(async () => {
    home = await house()
    mia = person(home, 'T1/mia')
    tom = person(home, 'T1/tom')
    thread = await mia.start(C1)
  })
  afterEach(() => home.close())

  test('is heard so far, told once that it is too much, alone, and heard again a minute later', async () => {
    await flood(mia, thread, 140)
    expect(turnedAway(mia, thread)).toHaveLength(1)
    expect(turnedAway(mia, thread)[0]).toMatchObject({ only: mia.id, text: expect.stringContaining('120') })
    expect(turnedAway(tom, thread)).toEqual([])
    await home.pass(QUIET)
    const said = async () =>
      (await home.transcript(thread)).filter(({ who, text }) => who === 'candidate' && text.includes('words'))
    // The start was one of the 120.
    expect(await said()).toHaveLength(MOST.minute - 1)
    await home.pass(61_000)
    await flood(mia, thread, 3)
    await home.pass(QUIET)
    expect(await said()).toHaveLength(MOST.minute + 2)
    expect(turnedAway(mia, thread)).toHaveLength(1)
  })

  test('does not keep others from being heard, nor their own words from being taken back', async () => {
    await flood(mia, thread, 125)
    const first = (await home.transcript(thread)).find(({ text }) => text.startsWith('words'))
    await mia.withdraw(thread, first?.id ?? '')
    const place = await tom.start(C1)
    await tom.say(place, 'The goal is fewer complaints.')
    await home.pass(QUIET)
    expect((await home.transcript(place)).map(({ text }) => text)).toContain('The goal is fewer complaints.')
    const standing = answers(await home.transcript(thread)).map(({ text }) => text)
    expect(standing).toHaveLength(MOST.minute - 2)
    expect(standing).not.toContain(first?.text)
  })

  test('where nobody speaks to the bot leaves no trace, and is told nothing', async () => {
    const before = home.stored()
    await flood(tom, 'chat:T1/C2', 300)
    expect(home.stored()).toBe(before)
    expect(turnedAway(tom, 'chat:T1/C2')).toEqual([])
  })

  test('again is told again, once for every minute', async () => {
    for (let minute = 0; minute < 3; minute++) {
      await flood(mia, thread, 123)
      await home.pass(60_000)
    }
    expect(turnedAway(mia, thread).length).toBeGreaterThanOrEqual(3)
    expect(turnedAway(mia, thread).length).toBeLessThanOrEqual(4)
  })

  test('is told in their language', async () => {
    await flood(mia, thread, 130, { locale: 'de' })
    expect(mia.sees(thread).filter(({ text }) => text.includes('in einer Minute'))).toHaveLength(1)
  })
})

describe('a measure', () => {
  const said = (n: number, at: number, more: Partial<Heard> = {}): Heard =>
    ({
      type: 'message',
      text: 'x',
      person: 'chat:T1/a',
      place: 'chat:T1/C1',
      id: `${n}`,
      at,
      ...more,
    }) as Heard
  const fill = (measure: Measure, at = 0) => Array.from({ length: 4 }, (_, n) => measure.admits(said(n, at)))

  test('lets through what a platform repeats, however often', () => {
    const measure = measureOf({ minute: 3, people: 10 })
    expect(fill(measure)).toEqual([true, true, true, false])
    for (let n = 0; n < 50; n++) expect(measure.admits(said(n % 3, 10))).toBe(true)
    expect(measure.admits(said(9, 10))).toBe(false)
  })

  test('goes by the time of the platform: what was written over hours and is read at once is heard', () => {
    const measure = measureOf({ minute: 3, people: 10 })
    for (let n = 0; n < 200; n++) expect(measure.admits(said(n, n * 30_000))).toBe(true)
  })

  test('holds for one person, in all places together', () => {
    const measure = measureOf({ minute: 3, people: 10 })
    fill(measure)
    expect(measure.admits(said(7, 0, { place: 'chat:T1/C2' }))).toBe(false)
    expect(measure.admits(said(7, 0, { person: 'chat:T2/a' }))).toBe(true)
  })

  test('limits nobody at a terminal', () => {
    const measure = measureOf({ minute: 3, people: 10 })
    const person = 'terminal:local'
    for (let n = 0; n < 9; n++) expect(measure.admits(said(n, 0, { person, place: person }))).toBe(true)
  })

  test('remembers nothing that counts no more, neither of who goes on speaking nor of who is silent', () => {
    const measure = measureOf()
    const names = Array.from({ length: 30 }, (_, n) => `chat:T1/${n}`)
    for (let hour = 0; hour < 48; hour++)
      for (const person of names) expect(measure.admits(said(hour, hour * 3_600_000, { person }))).toBe(true)
    expect(measure.held()).toBe(names.length)
    const later = 48 * 3_600_000
    for (let n = 0; n < 50; n++) measure.admits(said(n, later + n * 30_000, { person: 'chat:T1/busy' }))
    expect(measure.held()).toBe(2)
  })

  test('forgets nothing within its minute because something older comes again', () => {
    const measure = measureOf({ minute: 3, people: 10 })
    const now = 600_000
    measure.admits(said(0, 0))
    for (let n = 1; n < 3; n++) expect(measure.admits(said(n, now))).toBe(true)
    expect(measure.admits(said(0, 0))).toBe(true)
    expect(measure.admits(said(3, now, { person: 'chat:T1/b' }))).toBe(true)
    expect(measure.admits(said(4, now + 1))).toBe(true)
    expect(measure.admits(said(5, now + 2))).toBe(false)
  })

  test('remembers so many people, the latest ones', () => {
    const measure = measureOf({ minute: 1, people: 2 })
    const of = (name: string, n: number) => measure.admits(said(n, 0, { person: `chat:T1/${name}` }))
    expect([of('a', 1), of('b', 2), of('a', 3), of('c', 4), of('a', 5)]).toEqual([
      true,
      true,
      false,
      true,
      false,
    ])
    expect(of('b', 6)).toBe(true)
  })
})

describe('a model that may be asked so often', () => {
  afterEach(() => home.close())

  /** Asks nobody, and counts as if it did. */
  const counting = (limit: () => number): { interviewer: Interviewer; asked: Errand['whose'][] } => {
    const asked: Errand['whose'][] = []
    const scripted = scriptedInterviewer()
    const reply: Interviewer['reply'] = async (brief, _, errand) => {
      const ledger = ledgerOn(home.memory())
      await countCall({ person: limit(), team: 100 }, ledger, errand?.whose, home.now()).catch((error) => {
        throw new ModelFailure('rate', error.message, [])
      })
      asked.push(errand?.whose)
      return scripted.reply(brief)
    }
    return { interviewer: { ...scripted, by: 'a model', local: false, reply }, asked }
  }

  test('is not asked more often: rules go on, the person is told once, and forgetting does not lift it', async () => {
    const { interviewer, asked } = counting(() => 2)
    home = await house({ interviewer })
    mia = person(home, 'T1/mia')
    const thread = await mia.start(C1)
    for (let n = 0; n < 5; n++) {
      await mia.say(thread, `The goal is fewer complaints, number ${n}.`)
      await home.pass(QUIET)
    }
    expect(asked).toHaveLength(2)
    expect(asked[0]).toMatchObject({ person: 'chat:T1/mia', team: 'chat:T1' })
    const told = mia
      .sees(thread)
      .filter(({ text }) => text.includes('asked as often as it may be in a minute'))
    expect(told).toHaveLength(1)
    expect(mia.sees(thread).filter(({ tone }) => tone === 'interviewer').length).toBeGreaterThan(3)
    expect(home.troubles.splice(0).join()).toContain('ask failed')
    await mia.command(mia.direct, 'forget')
    await mia.press(mia.direct, 'Forget everything')
    expect(home.stored()).not.toContain('number 1')
    await mia.start(C1)
    expect(asked).toHaveLength(2)
    home.troubles.splice(0)
    await home.pass(2 * DAY)
    expect(await home.memory().load('rate:person:chat:T1/mia')).toBeUndefined()
  })
})
