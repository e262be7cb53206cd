/** What a person likes, and what a team permits. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Form } from '../../src/platform/card.ts'
import { type House, house } from './house.ts'
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

const optionsOf = async (place: string) => {
  const { level, minutes, mode } = (await home.held(place)).interview.snapshot.context.options
  return { level, minutes, mode }
}
const presets = (form: Form | undefined): Record<string, string | undefined> =>
  Object.fromEntries((form?.fields ?? []).map(({ name, preset }) => [name, preset]))
const choices = (form: Form | undefined, name: string): string[] =>
  form?.fields.find((field) => field.name === name)?.choices?.map(({ value }) => value) ?? []

describe('what a person likes', () => {
  test('holds for every start of theirs and no other, as far as they say nothing else', async () => {
    await mia.command(C1, 'settings --level senior --minutes 20')
    await mia.command(C1, 'settings --mode exam')
    expect(mia.last(C1)).toMatchObject({ only: mia.id, text: '- level: senior\n- minutes: 20\n- mode: exam' })
    expect(await optionsOf(await mia.start(C1))).toEqual({ level: 'senior', minutes: 20, mode: 'exam' })
    expect(await optionsOf(await mia.start(C1, 'late-parcels --level junior'))).toMatchObject({
      level: 'junior',
      minutes: 20,
    })
    for (const other of [ada, person(home, 'T2/mia')]) {
      const place = await other.start(other.direct)
      expect(await optionsOf(place)).toEqual({ level: 'mid', minutes: 15, mode: 'coach' })
    }
  })

  test('is in the forms, and can be set by one', async () => {
    await mia.command(C1, 'settings')
    expect(mia.last(C1).text).toContain('Nothing is set')
    expect(presets(mia.last(C1).form)).toEqual({
      level: 'mid',
      minutes: '15',
      mode: 'coach',
      language: 'any',
    })
    await mia.submit(C1, 'settings', { level: 'staff', minutes: '25', mode: 'exam' })
    const set = { level: 'staff', mode: 'exam' }
    const at = { person: mia.id, place: C2 }
    expect(presets(await home.desk().form('settings', at))).toEqual({
      ...set,
      language: 'any',
      minutes: '25',
    })
    expect(presets(await home.desk().form('start', at))).toMatchObject({ ...set, flow: 'mlsd:25' })
    await mia.command(C1, 'start')
    expect(presets(mia.last(C1).form)).toMatchObject({ ...set, flow: 'mlsd:25' })
  })

  test.each([
    [{ minutes: '500' }, '"500" minutes cannot be: choose a number from 5 to 30.'],
    [{ minutes: '12.5' }, '"12.5" minutes cannot be'],
    [{ level: 'guru' }, 'There is no level "guru". Choose one of: junior, mid, senior, staff.'],
    [{ mode: 'easy' }, 'There is no mode "easy".'],
    [{ channels: C1 }, '`/mlsd settings team --channels`'],
  ])('%o is told to be wrong, and nothing changes', async (fields, words) => {
    await mia.submit(C1, 'settings', { level: 'junior' })
    await mia.submit(C1, 'settings', { level: 'staff', ...fields })
    expect(mia.last(C1).text).toContain(words)
    await mia.command(C1, 'settings')
    expect(mia.last(C1).text).toBe('- level: junior')
  })
})

describe('what a team permits', () => {
  test('only somebody sees and sets whom the platform vouches for as an admin', async () => {
    await mia.command(C1, 'settings team --levels senior')
    await mia.submit(C1, 'team', { levels: 'senior' })
    await mia.command(C1, 'settings team')
    for (const { text, form } of mia.sees(C1)) {
      expect(text).toMatch(/^Only an admin/)
      expect(form).toBeUndefined()
    }
    expect(await optionsOf(await mia.start(C1))).toMatchObject({ level: 'mid' })
  })

  test('is shown to the admin alone, and set by a command or by a form', async () => {
    await ada.command(C1, `settings team --levels senior, staff --modes exam --channels ${C1} --retention 30`)
    const text = `- channels: 1 of them, which the form shows\n- flows: any\n- levels: senior, staff\n- modes: exam\n- retention: 30 days`
    expect(ada.last(C1)).toMatchObject({ only: ada.id, text })
    await ada.command(C1, 'settings team')
    const form = { channels: C1, flows: undefined, levels: 'senior,staff', modes: 'exam', retention: '30' }
    expect(presets(ada.last(C1).form)).toEqual(form)
    await ada.command(C1, 'settings team --levels any --retention never')
    expect(ada.last(C1).text).toContain('- levels: any\n- modes: exam\n- retention: kept until')
    await ada.submit(C1, 'team', { flows: 'mlsd,small', retention: '7' })
    const said = '- channels: any\n- flows: mlsd, small\n- levels: any\n- modes: any\n- retention: 7 days'
    expect(ada.last(C1).text).toBe(said)
  })

  test.each([
    ['--levels guru', '"guru" cannot be one of the levels. Give junior, mid, senior, staff, or any.'],
    ['--modes coach, easy', '"easy" cannot be one of the modes.'],
    ['--flows none', '"none" cannot be one of the flows. Give mlsd, small, stint, point, or any.'],
    ['--channels chat:T2/C1', '"chat:T2/C1" cannot be one of the channels.'],
    ['--channels general', '"general" cannot be one of the channels.'],
    ['--retention 0', '"0" is no number of days. Give one from 1 to 3650, or never.'],
    ['--retention soon', '"soon" is no number of days.'],
    ['--level senior', '`/mlsd settings --level`'],
  ])('%s is told to be wrong, and nothing changes', async (line, words) => {
    await ada.command(C1, 'settings team --modes exam')
    await ada.command(C1, `settings team ${line}`)
    expect(ada.last(C1).text).toContain(words)
    await ada.command(C1, 'settings team')
    expect(ada.last(C1).text).toContain('- channels: any\n- flows: any\n- levels: any\n- modes: exam\n')
  })

  test('holds for every start of that team and for no other', async () => {
    await ada.command(C1, 'settings team --levels senior, staff --modes exam')
    await mia.command(C1, 'start late-parcels --level junior')
    expect(mia.last(C1).text).toBe(
      'This team holds no interviews with the level "junior". Choose: senior, staff.',
    )
    expect(choices(mia.last(C1).form, 'level')).toEqual(['senior', 'staff'])
    expect(choices(mia.last(C1).form, 'mode')).toEqual(['exam'])
    await mia.command(C1, 'start late-parcels --mode coach')
    expect(mia.last(C1).text).toContain('no interviews with the mode "coach"')
    const other = person(home, 'T2/mia')
    const place = await other.start('chat:T2/C1', 'late-parcels --level junior --mode coach')
    expect(await optionsOf(place)).toMatchObject({ level: 'junior', mode: 'coach' })
  })

  test('is taken where nothing is said, whatever one likes', async () => {
    await mia.command(C1, 'settings --level junior --minutes 20')
    await ada.command(C1, 'settings team --levels senior, staff --modes exam --flows small')
    const thread = await mia.start(C1)
    expect(await optionsOf(thread)).toEqual({ level: 'senior', minutes: 20, mode: 'exam' })
    await mia.finish(thread)
    expect((await home.report(thread)).versions.flow).toMatch(/^small /)
  })

  test('names the channels, and direct messages are always permitted', async () => {
    await ada.command(C1, `settings team --channels ${C1}`)
    await mia.command(C2, 'start late-parcels')
    expect(mia.last(C2).text).toContain('This team holds no interviews in this channel.')
    expect(mia.last(C2).text).toContain('`/mlsd start --where direct`')
    await mia.command('chat:T1/C12', 'start late-parcels')
    expect(mia.last('chat:T1/C12').text).toContain('no interviews in this channel')
    expect(await mia.start(C1)).toMatch(/^chat:T1\/C1\//)
    expect(await mia.start(`${C1}/999`)).toBe(`${C1}/999`)
    expect(await mia.start(C2, 'late-parcels --where direct')).toBe(mia.direct)
    const noor = person(home, 'T1/noor')
    await noor.say(noor.direct, 'start late-parcels')
    expect(noor.last(noor.direct).title).toBe('Clarify requirements')
    const otto = person(home, 'T1/otto')
    await otto.submit(otto.home, 'start', { problem: 'late-parcels' })
    expect(otto.last(otto.direct).title).toBe('Clarify requirements')
  })
})
