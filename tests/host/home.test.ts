/** A person's own page, and what is asked from there. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house } from './house.ts'
import { type Person, person } from './person.ts'

const C1 = 'chat:T1/C1'

let home: House
let mia: Person
beforeEach(async () => {
  home = await house()
  mia = person(home, 'T1/mia')
})
afterEach(() => home.close())

const labels = (): string[] => (mia.last(mia.home).buttons ?? []).map(({ label }) => label)
const sectionOf = (title: string): string =>
  mia
    .last(mia.home)
    .text.split(/^## /m)
    .find((part) => part.startsWith(title)) ?? ''

test('shows what runs, what was, and what they like, of this person alone', async () => {
  await mia.looksHome()
  expect(sectionOf('Under way')).toContain('None.')
  expect(sectionOf('Finished')).toContain('None yet.')
  expect(labels()).toEqual(['Start an interview', 'Settings'])
  await mia.command(C1, 'settings --level senior')
  await mia.finish(await mia.start(C1))
  await mia.start(C1, 'late-trains')
  for (const name of ['T1/noor', 'T2/mia']) await person(home, name).start(`chat:${name.slice(0, 2)}/C1`)
  await mia.looksHome()
  expect(sectionOf('Under way')).toMatch(
    /^Under way\n\n- 2026-01-05 `\w+` Trains that will be late \(senior.*\): not finished\n\n$/,
  )
  expect(sectionOf('Finished')).toMatch(
    /^Finished\n\n- 2026-01-05 `\w+` Parcels that will be late.*: no band\n\n$/,
  )
  expect(sectionOf('Your settings')).toContain('- level: senior')
  expect(labels()).toEqual(['Start an interview', 'Where am I?', 'Report of 2026-01-05', 'Settings'])
})

test('is no place to talk: what is asked there is answered in direct messages, and the page is shown anew', async () => {
  await mia.finish(await mia.start(C1))
  await mia.looksHome()
  await mia.press(mia.home, 'Report of 2026-01-05')
  expect(mia.last(mia.direct).tone).toBe('report')
  await mia.press(mia.home, 'Start an interview')
  expect(mia.last(mia.direct).form?.id).toBe('start')
  await mia.submit(mia.home, 'start', { problem: 'late-trains' })
  expect(mia.last(mia.direct).title).toBe('Clarify requirements')
  const pages = home.chat.posts.filter(({ place }) => place === mia.home)
  expect(pages).toHaveLength(4)
  expect(pages.every(({ card }) => card.title === pages[0]?.card.title)).toBe(true)
  expect(pages.at(-1)?.card.text).toMatch(/## Under way\s+- \S+ `\w+` Trains that will be late/)
})

test('leads to the interview that runs', async () => {
  const thread = await mia.start(C1)
  await mia.looksHome()
  await mia.press(mia.home, 'Where am I?')
  expect(mia.last(thread).text).toContain('Still to come: Data, Details.')
  expect(mia.last(mia.direct).text).toContain('Passed on to your interview')
  await mia.finish(thread)
  await mia.start(mia.direct)
  await mia.looksHome()
  await mia.press(mia.home, 'Where am I?')
  expect(mia.last(mia.direct).text).toContain('Still to come: Data, Details.')
})
