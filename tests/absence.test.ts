import { expect, test } from 'vitest'
import { absenceOf } from '../src/absence.ts'
import { virtualClock } from '../src/clock.ts'

const START = Date.UTC(2030, 0, 1)

test('one that is told twice to have begun has begun at first, and is over once it ends', async () => {
  const clock = virtualClock(START)
  const absence = absenceOf(clock)
  expect(absence.since()).toBeUndefined()
  absence.begins()
  await clock.advance(1_000)
  absence.begins()
  expect(absence.since()).toBe(START)
  absence.ends()
  expect(absence.since()).toBeUndefined()
  absence.begins()
  expect(absence.since()).toBe(START + 1_000)
})

test('of parts the one that has been away for longest counts, also where all of them are gone then', async () => {
  const clock = virtualClock(START)
  const absence = absenceOf(clock)
  absence.begins(0)
  await clock.advance(1_000)
  absence.begins(1)
  expect(absence.since()).toBe(START)
  absence.ends(0)
  expect(absence.since()).toBe(START + 1_000)
  await clock.advance(1_000)
  absence.begins()
  absence.ends(1)
  expect(absence.since()).toBe(START + 1_000)
  absence.ends()
  expect(absence.since()).toBeUndefined()
})
