/** The end of a server: what is in hand is finished, or handed back to whoever comes next. */
import { expect, test } from 'vitest'
import { LAST_MOMENTS, leave } from '../../src/cli/leaving.ts'
import { virtualClock } from '../../src/clock.ts'
import { fakeMailbox, nothing } from '../mailbox/fake.ts'

const begun = async (handler: () => Promise<void>) => {
  const clock = virtualClock(0)
  const kept = nothing()
  const mailbox = fakeMailbox(clock, kept)
  const told: string[] = []
  await mailbox.post('first', { key: 'k', id: 'first' })
  await mailbox.post('second', { key: 'k', id: 'second' })
  mailbox.deliver(handler)
  await new Promise((done) => setImmediate(done))
  const rested = { begun: false, over: Promise.withResolvers<void>() }
  const host = {
    rest: () => {
      rested.begun = true
      return rested.over.promise
    },
  }
  const leaving = leave({ mailbox, host }, clock, (_, what) => void told.push(what))
  return { clock, kept, mailbox, told, leaving, rested }
}

test('what is in hand is finished, and nothing new is taken', async () => {
  const work = Promise.withResolvers<void>()
  let taken = 0
  const { mailbox, told, leaving, rested } = await begun(() => {
    taken += 1
    return work.promise
  })
  expect(rested.begun).toBe(false)
  work.resolve()
  rested.over.resolve()
  await leaving
  expect(taken).toBe(1)
  expect(told).toEqual([])
  expect(await mailbox.state()).toMatchObject({ held: 1 })
  expect(await mailbox.post('third', { key: 'k', id: 'third' })).toBe(true)
})

test('what takes too long is not waited for, and comes again to the next process', async () => {
  const { clock, kept, told, leaving, rested } = await begun(() => new Promise(() => {}))
  let over = false
  void leaving.then(() => {
    over = true
  })
  await clock.advance(LAST_MOMENTS - 1)
  expect(over).toBe(false)
  await clock.advance(1)
  expect(rested.begun).toBe(true)
  // Nor is a platform that does not let go of what is shown there.
  expect(over).toBe(false)
  await clock.advance(2_000)
  await leaving
  expect(told).toHaveLength(1)
  const seen: string[] = []
  fakeMailbox(clock, kept).deliver(async ({ id, attempt }) => void seen.push(`${id} ${attempt}`))
  await new Promise((done) => setImmediate(done))
  expect(seen[0]).toBe('first 2')
})
