/** A disk that is full for a while: what was acknowledged is kept, the rest is refused in words, the talk goes on. */
import { afterEach, expect, test } from 'vitest'
import { DatabaseError } from '../../src/sqlite/error.ts'
import { type House, house } from './house.ts'

let home: House
afterEach(() => home.close())

const LONG = `We count the parcels of every depot, day by day. ${'And so on, depot by depot. '.repeat(8_000)}`

const times = async (id: string): Promise<number> =>
  (await home.transcript()).filter((entry) => entry.id === id).length

const onlyOnce = (): void => expect(new Set(home.shown.map(({ id }) => id)).size).toBe(home.shown.length)

test('what finds no room is refused with the reason, and is heard once there is room', async () => {
  home = await house()
  home.room(false)
  const refusal = await home.say(LONG, { id: 'long' }).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(DatabaseError)
  expect(refusal).toMatchObject({ fault: 'full', message: expect.stringContaining('Free some space') })
  await home.pass(10_000)
  expect(await times('long')).toBe(0)

  home.room(true)
  await home.say(LONG, { id: 'long' })
  await home.pass(10_000)
  expect(await times('long')).toBe(1)
  expect(home.shown.at(-1)?.card.tone).toBe('interviewer')
  expect(await home.aside()).toEqual([])
  onlyOnce()
})

test.each([
  ['ten seconds', 10_000],
  ['an hour', 3_600_000],
])('what was acknowledged before the disk was full for %s is answered once there is room', async (_, ms) => {
  home = await house()
  const before = (await home.record()).revision
  await home.say(LONG, { id: 'long' })
  home.room(false)
  await home.pass(ms)
  expect((await home.record()).revision).toBe(before)
  expect(home.troubles.join()).toContain('the disk is full')

  home.room(true)
  await home.pass(2 * 60_000)
  expect(await home.aside()).toEqual([])
  expect(await times('long')).toBe(1)
  onlyOnce()
  await home.say('The business goal is fewer complaints.', { id: 'next' })
  await home.pass(10_000)
  expect(await times('next')).toBe(1)
  expect(home.shown.at(-1)?.card.tone).toBe('interviewer')
})

test('what was taken up before the disk was full is not lost by a step that finds no room', async () => {
  home = await house()
  await home.say(LONG, { id: 'long' })
  await home.pass(1_999)
  home.room(false)
  await home.pass(60_000)
  expect(home.troubles.join()).toContain('the disk is full')
  expect(await times('long')).toBe(1)

  home.room(true)
  await home.pass(2 * 60_000)
  const transcript = await home.transcript()
  expect(transcript.map(({ n }) => n)).toEqual(transcript.keys().toArray())
  expect(await times('long')).toBe(1)
  expect(await home.aside()).toEqual([])
  onlyOnce()
})
