/** A platform that cannot show a card for a while, and a record that somebody else has saved meanwhile. */
import { afterEach, expect, test } from 'vitest'
import type { InterviewRecord } from '../../src/host/record.ts'
import type { Memory } from '../../src/memory/memory.ts'
import { type House, house } from './house.ts'

let home: House
afterEach(() => home.close())

const QUIET = 2_000

test('a card that could not be shown three times is shown once, and its step counts once', async () => {
  let failures = 0
  const tried: string[] = []
  home = await house({
    saying: (id) => {
      tried.push(id)
      if (failures > 0) {
        failures -= 1
        throw new Error('The platform is busy.')
      }
    },
  })
  await home.say('The goal is fewer complaints.')
  await home.pass(QUIET - 1)
  const before = await home.record()
  failures = 3
  await home.pass(1)
  await home.pass(60_000)

  const said = home.shown.at(-1)
  expect(said?.card.tone).toBe('interviewer')
  expect(tried.filter((id) => id === said?.id)).toHaveLength(4)
  expect(home.shown.filter(({ id }) => id === said?.id)).toHaveLength(1)
  const after = await home.record()
  expect(after.revision).toBe(before.revision + 1)
  const { snapshot } = after.value.interview
  expect(snapshot.context.entries).toBe(before.value.interview.snapshot.context.entries + 1)
  expect(await home.transcript()).toHaveLength(snapshot.context.entries)
  expect(home.troubles).toEqual(Array(3).fill('Error: The platform is busy.'))
})

test('a card that fails is not overtaken by what its own step has set off', async () => {
  let failures = 0
  home = await house({
    quiet: 0,
    saying: () => {
      if (failures === 0) return
      failures -= 1
      throw new Error('The platform is busy.')
    },
  })
  await home.type('pause')
  await home.say('The goal is fewer complaints.')
  await home.settled()
  failures = 1
  await home.send({ type: 'command', command: 'resume', args: {} }, { at: home.clock.now() - 40 })
  await home.pass(60_000)
  const cards = home.shown.slice(-2).map(({ card }) => card)
  expect(cards[0]?.text).toMatch(/^We were at Clarify requirements/)
  expect(cards[1]?.text).toMatch(/\?$/)
  expect(home.shown).toHaveLength(6)
})

test('a record that somebody else saved first is stepped again from the new one, once', async () => {
  let overtaken = 0
  const memory = (inner: Memory): Memory => ({
    ...inner,
    save: async (key, value, replaces) => {
      if (overtaken > 0 && key.startsWith('interview:')) {
        overtaken -= 1
        const kept = await inner.load<InterviewRecord>(key)
        await inner.save(key, kept?.value, kept?.revision ?? 0)
      }
      return inner.save(key, value, replaces)
    },
  })
  home = await house({ memory })
  overtaken = 1
  const id = await home.say('The goal is fewer complaints.')
  await home.pass(60_000)
  expect(home.troubles).toEqual([expect.stringContaining('StaleRevision')])
  expect((await home.transcript()).filter((entry) => entry.id === id)).toHaveLength(1)
  expect(home.shown.at(-1)?.card.tone).toBe('interviewer')
  expect(new Set(home.shown.map((one) => one.id)).size).toBe(home.shown.length)
})
