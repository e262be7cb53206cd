/** In which language an interview is held, and in which the bot speaks. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house } from './house.ts'
import { type Person, person } from './person.ts'

const C1 = 'chat:T1/C1'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const languageAt = async (place: string): Promise<string | undefined> =>
  (await home.held(place)).interview.snapshot.context.options.language

const german = (name: string): Person => person(home, name, { locale: 'de-AT' })

test('what is asked for goes before what the person has set, that before the channel, and that before the platform', async () => {
  const mia = german('T1/mia')
  expect(await languageAt(await mia.start(C1))).toBe('de')
  await person(home, 'T1/ada', { admin: true }).command(C1, 'channel setup --language fr')
  expect(await languageAt(await mia.start(C1))).toBe('fr')
  await mia.command(C1, 'settings --language es')
  expect(await languageAt(await mia.start(C1))).toBe('es')
  expect(await languageAt(await mia.start(C1, 'late-parcels --language English'))).toBe('en')
  expect(await languageAt(await person(home, 'T1/tom').start(mia.direct))).toBeUndefined()
})

test('the bot speaks it where it has the words, says so where rules ask in English, and keeps to it', async () => {
  const mia = german('T1/mia')
  const place = await mia.start(mia.direct)
  const welcome = mia
    .sees(place)
    .map(({ text }) => text)
    .join('\n')
  expect(welcome).toMatch(/kein Sprachmodell[\s\S]*englisch/)
  expect(welcome).not.toContain('Say your answers')
  await mia.command(place, 'pause')
  expect(mia.last(place).text).toMatch(/Uhr/)
  await mia.command(place, 'resume')
  await mia.command(place, 'end')
  await mia.command(place, 'skip')
  expect(mia.sees(place).at(-1)?.text).toContain('Abschnitt für Abschnitt')
})

test('a language without words of ours is answered in English, and one that there is not is refused', async () => {
  const mia = person(home, 'T1/mia')
  const place = await mia.start(mia.direct, 'late-parcels --language ja')
  expect(await languageAt(place)).toBe('ja')
  await mia.command(place, 'pause')
  expect(mia.last(place).text).toMatch(/The clock stands still/)
  await mia.command(C1, 'start late-parcels --language klingonisch')
  expect(mia.last(C1).text).toMatch(/klingonisch/)
})

test('what is asked at the place of an interview is answered in its language while it runs, elsewhere in that of the person', async () => {
  const mia = person(home, 'T1/mia', { locale: 'en-GB' })
  const place = await mia.start(C1, 'late-parcels --language de')
  const helped = async (where: string): Promise<string> => {
    await mia.command(where, 'help start')
    return mia.last(where).text
  }
  expect(await helped(place)).toContain('Beginnt ein Interview.')
  expect(mia.last(place).language).toBe('de')
  await mia.mention(place, '/hnit')
  expect(mia.last(place)).toMatchObject({ text: expect.stringContaining('Meintest du'), language: 'de' })
  expect(await helped(C1)).toContain('Begins an interview.')
  const tom = person(home, 'T1/tom', { locale: 'en-GB' })
  await tom.command(place, 'help start')
  expect(tom.last(place).text).toContain('Begins an interview.')
  await mia.command(place, 'end')
  await mia.command(place, 'skip')
  expect(await helped(place)).toContain('Begins an interview.')
})
