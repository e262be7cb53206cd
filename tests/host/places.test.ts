/** What words at a place are for, where an interview and a daily question have both been there. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DAY, HOUR, type House, house, QUIET } from './house.ts'
import { type Person, person } from './person.ts'

const ANSWER = 'The goal is fewer complaints, at six euros each, and late parcels caused them.'

let home: House
let mia: Person
beforeEach(async () => {
  home = await house()
  mia = person(home, 'T1/mia')
})
afterEach(() => home.close())

/** An interview in direct messages that is over. */
const held = async (): Promise<string> => {
  const place = await mia.start(mia.direct)
  await mia.say(place, 'The goal is fewer quibbles.')
  await home.pass(QUIET)
  await mia.finish(place)
  return (await home.held(place)).id
}
/** The question of the day, put in direct messages. */
const asked = async (): Promise<void> => {
  await mia.command(mia.direct, 'daily on 23:59 UTC')
  await mia.command(mia.direct, 'daily now')
  expect(home.chat.posts.at(-2)?.card.title).toContain('Question of the day')
}
const answered = async (): Promise<string> => {
  await mia.say(mia.direct, ANSWER)
  await home.pass(QUIET)
  return mia.last(mia.direct).text
}
const about = async (): Promise<unknown[]> =>
  (await Array.fromAsync(home.memory().each('place:'))).map(({ value }) => value)

describe('in direct messages', () => {
  test('a question that is put after an interview is answered by words', async () => {
    await held()
    await asked()
    expect(await answered()).toContain('What it takes')
  })

  test('a question that was put before an interview is answered by words once that is over', async () => {
    await asked()
    await held()
    expect(await answered()).toContain('What it takes')
    await mia.say(mia.direct, 'Thank you, that was of use.')
    expect(mia.last(mia.direct).text).toContain('This interview is over')
  })

  test('while an interview is under way, words are for that', async () => {
    await asked()
    const place = await mia.start(mia.direct)
    await answered()
    const texts = (await home.transcript(place)).map(({ text }) => text)
    expect(texts).toContain(ANSWER)
    await mia.finish(place)
    await mia.command(mia.direct, 'retry clarify')
    await answered()
    expect((await home.transcript(place)).filter(({ text }) => text === ANSWER)).toHaveLength(2)
  })

  test('a command in words is for the interview that was held there, and for nobody else a bad answer', async () => {
    await held()
    await asked()
    await mia.say(mia.direct, 'report')
    expect(mia.last(mia.direct).attachments?.map(({ mime }) => mime)).toContain('text/markdown')
    await mia.say(mia.direct, 'retry clarify')
    await answered()
    expect((await home.transcript(mia.direct)).map(({ text }) => text)).toContain(ANSWER)
  })

  test('a command in words is one where nothing but a question was put', async () => {
    await asked()
    await mia.say(mia.direct, 'start late-trains')
    expect((await home.held(mia.direct)).person).toBe(mia.id)
  })
})

describe('what a team keeps for some days', () => {
  const keep = (days: number) =>
    person(home, 'T1/ada', { admin: true }).command('chat:T1/C1', `settings team --retention ${days}`)

  test('an interview that goes leaves the question of its place', async () => {
    await keep(5)
    await held()
    await home.pass(3 * DAY)
    await asked()
    await mia.command(mia.direct, 'daily off')
    await home.pass(2 * DAY)
    expect(await about()).toEqual([{ interview: null, prompt: expect.any(String) }])
    expect(await answered()).toContain('What it takes')
  })

  test('a question that goes leaves the interview of its place, and nothing stays of a place without either', async () => {
    await keep(5)
    await asked()
    await mia.command(mia.direct, 'daily off')
    await home.pass(3 * DAY)
    const interview = await held()
    await home.pass(2 * DAY)
    expect(await about()).toEqual([{ interview }])
    await home.pass(3 * DAY)
    expect(await about()).toEqual([])
  })
})

test('a person who wants everything of theirs removed leaves no place behind', async () => {
  await held()
  await asked()
  await mia.command(mia.direct, 'forget --sure yes')
  expect(await about()).toEqual([])
})

test('who has all removed while a question is put is left none of it', async () => {
  await home.close()
  let release = (): void => {}
  const released = new Promise<void>((done) => {
    release = done
  })
  home = await house({
    memory: (inner) => ({
      ...inner,
      save: async (key, ...rest) => {
        if (key.startsWith('place:')) await released
        return inner.save(key, ...rest)
      },
    }),
  })
  mia = person(home, 'T1/mia')
  await mia.command(mia.direct, 'daily on 12:00 UTC')
  await home.pass(2 * HOUR)
  await mia.command(mia.direct, 'forget --sure yes')
  release()
  await home.pass(QUIET)
  expect(await about()).toEqual([])
  expect(await Array.fromAsync(home.memory().each('prompt:'))).toEqual([])
})
