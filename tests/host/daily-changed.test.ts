/** The daily question is changed while it is put. */
import { expect, test } from 'vitest'
import { DAY, HOUR, house } from './house.ts'
import { person } from './person.ts'

const ANSWER = 'The goal is fewer complaints, at six euros each, and late parcels caused them.'

/** A house in which the next thing that reads a document of such a key has read it and stands still until it is released. */
const halting = async () => {
  let halts: string | undefined
  let release = (): void => {}
  const home = await house({
    memory: (inner) => ({
      ...inner,
      load: async (key) => {
        const kept = await inner.load(key)
        if (halts === undefined || !key.startsWith(halts)) return kept as never
        halts = undefined
        await new Promise<void>((done) => {
          release = done
        })
        return kept as never
      },
    }),
  })
  const halt = (key: string): void => {
    halts = key
  }
  return { home, halt, release: () => release() }
}

test.each([
  ['skip', 0],
  ['snooze', 1],
  ['off', 0],
  ['on 12:00 UTC', 1],
])('`%s` loses no question that is put meanwhile', async (change, more) => {
  const { home, halt, release } = await halting()
  const mia = person(home, 'T1/mia')
  const questions = () => home.chat.posts.filter(({ card }) => card.title?.startsWith('Question of the day'))
  await mia.command(mia.direct, 'daily on 12:00 UTC')
  halt('daily:')
  await mia.command(mia.direct, `daily ${change}`)
  await home.pass(2 * HOUR)
  expect(questions()).toHaveLength(1)
  release()
  await home.settled()
  await mia.command(mia.direct, `daily answer ${ANSWER}`)
  expect(mia.last(mia.direct).text).toContain('What it takes')
  // The change is about the next day's: that of today is put by then.
  await home.pass(DAY + HOUR)
  expect(questions()).toHaveLength(1 + more)
  await mia.command(mia.direct, 'forget --sure yes')
  expect(await Array.fromAsync(home.memory().each('prompt:'))).toEqual([])
  expect(await Array.fromAsync(home.memory().each('place:'))).toEqual([])
  await home.close()
})

test('a question is kept whose settings change while it is put', async () => {
  const { home, halt, release } = await halting()
  const mia = person(home, 'T1/mia')
  await mia.command(mia.direct, 'daily on 12:00 UTC')
  halt('prompt:')
  await home.pass(2 * HOUR)
  await mia.command(mia.direct, 'daily on 15:00 UTC')
  release()
  await home.settled()
  await mia.command(mia.direct, `daily answer ${ANSWER}`)
  expect(mia.last(mia.direct).text).toContain('What it takes')
  await mia.command(mia.direct, 'forget --sure yes')
  expect(await Array.fromAsync(home.memory().each('prompt:'))).toEqual([])
  await home.close()
})

test('who has all removed while they change it is not taken for somebody who still has one', async () => {
  const { home, halt, release } = await halting()
  const mia = person(home, 'T1/mia')
  await mia.command(mia.direct, 'daily on 12:00 UTC')
  halt('prompt:')
  await mia.command(mia.direct, 'daily skip')
  // Under another name, by which nobody waits for the first.
  await home.memory().forget(`daily:${mia.id}`)
  release()
  await home.settled()
  expect(mia.last(mia.direct).text).toContain('No daily question is on')
  expect(await Array.fromAsync(home.memory().each('daily:'))).toEqual([])
  await home.close()
})
