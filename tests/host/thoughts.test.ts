/** What is shown of an answer that is being thought of: it goes when it is not said in time, and with its process. */
import { expect, test } from 'vitest'
import { virtualClock } from '../../src/clock.ts'
import { thoughtsOf } from '../../src/host/thoughts.ts'

const begun = (jobs: readonly number[]) => {
  const clock = virtualClock(0)
  const dropped: number[] = []
  const thoughts = thoughtsOf(clock, () => {})
  for (const job of jobs) {
    thoughts.begin('talk', job, { add: () => {}, drop: async () => void dropped.push(job) })
    thoughts.dropLater('talk', job, 5_000)
  }
  return { clock, thoughts, dropped }
}

test('one that is not said in time goes, once', async () => {
  const { clock, thoughts, dropped } = begun([1, 2])
  thoughts.said('talk', 1)
  await clock.advance(4_999)
  expect(dropped).toEqual([])
  await clock.advance(1)
  expect(dropped).toEqual([2])
  await thoughts.keep('talk', [])
  expect(dropped).toEqual([2])
})

test('all of them go with their process, and none is waited for', async () => {
  const { clock, thoughts, dropped } = begun([1, 2])
  await thoughts.rest()
  expect(dropped).toEqual([1, 2])
  await clock.advance(10_000)
  expect(dropped).toEqual([1, 2])
})
