/** Calls that the library makes once more by itself, since Discord failed at them: they can be counted. */
import { afterEach, expect, test } from 'vitest'
import { restOf } from '../../../src/platform/discord/hearing/client.ts'
import { ONE } from './stand-in/seed.ts'
import { standIn } from './stand-in/stand-in.ts'

const ends: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

const CHANNEL = 'GET /channels/:id'

const calling = async () => {
  const far = await standIn()
  const again: string[] = []
  const { rest, stop } = restOf({ token: far.token, apiUrl: far.apiUrl, again: (why) => again.push(why) })
  ends.push(stop, far.stop)
  return {
    far,
    again,
    look: () => rest.get(`/channels/${ONE.general}`),
    calls: () => far.callsOf(CHANNEL).length,
  }
}

test.each([[500], [503]])('each is told after %i, with why', async (status) => {
  const { far, again, look, calls } = await calling()
  far.trouble.fail(CHANNEL, status, { times: 2 })
  expect(await look()).toMatchObject({ id: ONE.general })
  expect(calls()).toBe(3)
  expect(again).toEqual([`HTTP ${status}`, `HTTP ${status}`])
})

test('as often as it is made, and no more where it is given up', async () => {
  const { far, again, look, calls } = await calling()
  far.trouble.fail(CHANNEL, 502, { times: Number.POSITIVE_INFINITY })
  await expect(look()).rejects.toMatchObject({ status: 502 })
  expect(again).toHaveLength(calls() - 1)
  const before = again.length
  far.trouble.mend()
  await look()
  expect(again).toHaveLength(before)
})

test('none is told where nothing failed, where a limit was waited for, or where Discord said no', async () => {
  const { far, again, look, calls } = await calling()
  await look()
  far.trouble.limit(CHANNEL, { retryAfter: 0.05 })
  await look()
  far.trouble.fail(CHANNEL, { status: 403, code: 50001, message: 'Missing Access' })
  await expect(look()).rejects.toMatchObject({ status: 403 })
  await look()
  expect(calls()).toBe(5)
  expect(again).toEqual([])
})
