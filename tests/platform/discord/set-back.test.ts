/** What Discord limits, on a machine whose clock was ahead and is set back: it is waited for as long as Discord says. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { systemClock } from '../../../src/clock.ts'
import { type Speaking, speaking } from './speaking.ts'
import { ONE } from './stand-in/seed.ts'

const GENERAL = `discord:${ONE.guild}/${ONE.general}`
const POST = 'POST /channels/:id/messages'
const HOUR_MS = 3_600_000

let it: Speaking
let ahead = 0
beforeEach(async () => {
  const real = Date.now
  vi.spyOn(Date, 'now').mockImplementation(() => real() + ahead)
  it = await speaking({ rates: { [POST]: [1, 300] } }, systemClock())
  // The library knows by the first answer which limit a call falls under, and keeps to it from then on.
  await say('zero')
})
afterEach(async () => {
  ahead = 0
  vi.restoreAllMocks()
  await it.stop()
})

const say = (text: string) => it.voice.say(GENERAL, { tone: 'answer', text }, text)
const texts = () => it.discord.shown(GENERAL).map(({ text }) => text)

test('a channel is not closed for as long as the clock was ahead', async () => {
  ahead = HOUR_MS
  await say('one')
  ahead = 0
  await say('two')
  expect(texts()).toEqual(['zero', 'one', 'two'])
})

test('nor where it was ahead only while an answer came', async () => {
  it.discord.trouble.slow(POST, 60, { times: 1 })
  const one = say('one')
  setTimeout(() => (ahead = HOUR_MS), 20)
  await one
  ahead = 0
  await say('two')
  expect(texts()).toEqual(['zero', 'one', 'two'])
})

test('nor is all of Discord, whose limit for all was waited for meanwhile', async () => {
  ahead = HOUR_MS
  it.discord.trouble.limit(POST, { scope: 'global', retryAfter: 0.2 })
  const early = say('early').catch(({ kind }: { kind: string }) => kind)
  await vi.waitFor(() => expect(it.discord.calls.at(-1)?.status).toBe(429))
  ahead = 0
  expect(await early).toBe('busy')
  await say('again')
  expect(texts()).toEqual(['zero', 'again'])
})

test('a clock that goes right lets a limit stand, which costs no call', async () => {
  await say('one')
  const { length } = it.discord.calls
  await say('two')
  expect(it.discord.calls.slice(length).map(({ status }) => status)).toEqual([200])
})
