/** What a platform may look up: forms as they now are, and the talks that it has to read back. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Form } from '../../src/platform/card.ts'
import type { Talk } from '../../src/platform/platform.ts'
import { HOUR, type House, house, START } from './house.ts'
import { type Person, person } from './person.ts'

const C1 = 'chat:T1/C1'

let home: House
let mia: Person
let ada: Person
beforeEach(async () => {
  home = await house()
  mia = person(home, 'T1/mia')
  ada = person(home, 'T1/ada', { admin: true })
})
afterEach(() => home.close())

const formFor = (who: Person, id: Form['id'], place = C1) => home.desk().form(id, { person: who.id, place })
const field = (form: Form | undefined, name: string) => form?.fields.find((one) => one.name === name)
const talks = async (): Promise<Talk[]> =>
  (await Array.fromAsync(home.desk().talks())).sort((one, other) => (one.place < other.place ? -1 : 1))

describe('the form to start', () => {
  test('offers what there is, and takes what is usual', async () => {
    const form = await formFor(mia, 'start')
    const problems = field(form, 'problem')?.choices?.map(({ value }) => value)
    expect(problems).toEqual(['late-parcels', 'late-trains', 'own'])
    expect(field(form, 'scenario')?.when).toEqual({ field: 'problem', is: 'own' })
    const formats = field(form, 'flow')
    expect(formats?.preset).toBe('mlsd:15')
    expect(formats?.choices?.map(({ value }) => value)).toEqual([
      ...['mlsd:15', 'mlsd:30', 'small:15', 'small:30', 'stint:data', 'stint:details', 'point'],
    ])
    expect(field(form, 'level')?.preset).toBe('mid')
    expect(field(form, 'where')?.choices?.map(({ value }) => value)).toEqual(['here', 'private', 'direct'])
  })

  test('offers what the team permits, and takes what its person likes of it', async () => {
    await ada.command(C1, 'settings team --levels senior, staff --modes exam')
    await mia.submit(C1, 'settings', { level: 'staff', mode: 'coach', minutes: '20' })
    const form = await formFor(mia, 'start')
    expect(field(form, 'level')).toMatchObject({ preset: 'staff' })
    expect(field(form, 'level')?.choices).toHaveLength(2)
    expect(field(form, 'mode')).toMatchObject({ preset: 'exam' })
    expect(field(form, 'mode')?.choices).toHaveLength(1)
    expect(field(form, 'flow')?.preset).toBe('mlsd:20')
    expect(field(await formFor(ada, 'start'), 'level')?.preset).toBe('senior')
    const elsewhere = await formFor(person(home, 'T2/mia'), 'start', 'chat:T2/C1')
    expect(field(elsewhere, 'level')).toMatchObject({ preset: 'mid' })
  })

  test('sent in, begins what was chosen', async () => {
    const form = await formFor(mia, 'start')
    const filled = Object.fromEntries((form?.fields ?? []).map(({ name, preset = '' }) => [name, preset]))
    await mia.submit(C1, 'start', { ...filled, level: 'staff', where: 'direct' })
    expect((await home.held(mia.direct)).interview.snapshot.context.options.level).toBe('staff')
  })
})

describe('the form to rate oneself', () => {
  test('is there for the candidate once the talk is over, with the stages that were reached', async () => {
    const thread = await mia.start(C1)
    expect(await formFor(mia, 'rate', thread)).toBeUndefined()
    await mia.press(thread, 'Next stage')
    await mia.press(thread, 'End')
    const form = await formFor(mia, 'rate', thread)
    expect(form?.fields.map(({ name }) => name)).toEqual(['clarify', 'data'])
    expect(await formFor(ada, 'rate', thread)).toBeUndefined()
    expect(await formFor(mia, 'rate', C1)).toBeUndefined()
    await mia.submit(thread, 'rate', { clarify: '3', data: '' })
    expect((await home.report(thread)).ratings).toMatchObject([{ stage: 'clarify', own: 3 }])
    expect((await home.held(thread)).interview.snapshot.context.ratings).toEqual({ clarify: 3 })
    expect(await formFor(mia, 'rate', thread)).toBeUndefined()
  })

  test('can be said as a row of numbers, also from elsewhere; what is wrong with it is told there', async () => {
    const thread = await mia.start(C1)
    await mia.press(thread, 'Next stage')
    await mia.press(thread, 'End')
    await mia.command(C1, 'rate 3')
    expect(mia.last(C1).text).toContain('You gave 1 rating for 2 stages.')
    await mia.command(C1, 'rate 3 -')
    expect((await home.held(thread)).interview.snapshot.context.ratings).toEqual({ clarify: 3 })
  })
})

describe('the forms for settings', () => {
  test('hold what is set', async () => {
    await mia.command(C1, 'settings --level staff')
    await ada.command(C1, `settings team --channels ${C1}, chat:T1/C2 --retention 9`)
    expect(field(await formFor(mia, 'settings'), 'level')?.preset).toBe('staff')
    expect((await formFor(ada, 'settings'))?.fields.map(({ name }) => name)).toEqual([
      'level',
      'minutes',
      'mode',
      'language',
    ])
    const team = await formFor(ada, 'team')
    expect(field(team, 'channels')).toMatchObject({ places: true, preset: `${C1},chat:T1/C2` })
    expect(field(team, 'retention')?.preset).toBe('9')
    expect(field(await formFor(ada, 'team', 'chat:T2/C1'), 'retention')?.preset).toBeUndefined()
  })
})

describe('the talks', () => {
  test('are those under way, each with the time of the last words at its place', async () => {
    expect(await talks()).toEqual([])
    const first = await mia.start(C1)
    await home.pass(60_000)
    const second = await ada.start(ada.direct)
    const all = [
      { person: mia.id, place: first, since: START, fresh: [] as string[] },
      { person: ada.id, place: second, since: START + 60_000, fresh: [] as string[] },
    ]
    expect(await talks()).toEqual(all)
    await home.pass(60_000)
    await ada.say(first, 'Reading along.')
    await mia.command(C1, 'time')
    await mia.press(first, 'Pause')
    expect((await talks())[0]).toEqual(all[0])
    const fresh = [await mia.say(first, 'The goal is fewer complaints.')]
    expect((await talks())[0]).toEqual({ ...all[0], since: START + 120_000, fresh })
    await home.restart()
    expect(await talks()).toHaveLength(2)
  })

  test('are gone after their end, and back while a stage is tried again', async () => {
    const thread = await mia.start(C1)
    await mia.press(thread, 'End')
    expect(await talks()).toHaveLength(1)
    await mia.press(thread, 'Skip')
    expect(await talks()).toEqual([])
    await mia.mention(thread, 'retry data')
    expect(await talks()).toMatchObject([{ place: thread }])
    await home.pass(5 * HOUR)
    expect(await talks()).toEqual([])
  })

  test('are those of lately, a thousand at most however many run, and no more than that is read for it', async () => {
    await home.close()
    let loads = 0
    home = await house({
      memory: (inner) => ({
        ...inner,
        load: (key) => {
          loads += 1
          return inner.load(key)
        },
      }),
    })
    mia = person(home, 'T1/mia')
    const first = await home.held(await mia.start(C1))
    const copies = Array.from({ length: 1_100 }, (_, n) => ({
      id: `${n}`.padStart(16, '0'),
      place: `chat:T1/C3/${n}`,
    }))
    const begin = { type: 'event', event: { type: 'begin', at: START, id: `${first.id}.begin` } }
    await Promise.all(
      copies.map(async ({ id, place }) => {
        await home.memory().save(`interview:${id}`, { ...first, id, place }, 0)
        await home.post(begin, { key: `interview:${id}`, id: `${id}.again` })
      }),
    )
    await home.pass(1_000)
    const last = await mia.start('chat:T1/C2')
    await home.pass(1_000)
    loads = 0
    const found = await talks()
    expect(found).toHaveLength(1_000)
    expect(loads).toBeLessThanOrEqual(1_000)
    expect(found.map(({ place }) => place)).toContain(last)
  })

  test('can be looked up by their place, while they run and nowhere else', async () => {
    const at = (place: string) => home.desk().talkAt(place)
    expect(await at(C1)).toBeUndefined()
    const thread = await mia.start(C1)
    await ada.start(ada.direct)
    const fresh = [await mia.say(thread, 'The goal is fewer complaints.')]
    expect(await at(thread)).toEqual({ person: mia.id, place: thread, since: START, fresh })
    expect((await at(ada.direct))?.person).toBe(ada.id)
    expect(await at(C1)).toBeUndefined()
    expect(await at(`${thread}0`)).toBeUndefined()
    await home.restart()
    expect((await at(thread))?.place).toBe(thread)
    await mia.finish(thread)
    expect(await at(thread)).toBeUndefined()
    expect((await at(ada.direct))?.place).toBe(ada.direct)
  })

  test('at one place are about the last that began there', async () => {
    await mia.finish(await mia.start(mia.direct))
    await mia.start(mia.direct, 'late-trains')
    await home.pass(1)
    expect(await talks()).toMatchObject([{ place: mia.direct }])
    await mia.finish(mia.direct)
    expect(await talks()).toEqual([])
  })
})
