/** The record of an interview as it is loaded: for the machine of this version, or not at all. */
import { expect, it } from 'vitest'
import type { InterviewRecord } from '../../src/host/record.ts'
import { keys, recordAt, recordOf } from '../../src/host/record.ts'
import { interviewsOf } from '../../src/interview/interview.ts'
import { UnknownMachine } from '../../src/interview/migrate.ts'
import { OPTIONS, TWO } from '../interview/fake-world.ts'
import { fakeMemory } from '../memory/fake.ts'

const record: InterviewRecord = {
  id: 'talk',
  person: 'terminal:me',
  place: 'terminal:here',
  created: 0,
  flow: 'flow hash',
  problem: 'problem hash',
  interviewer: 'scripted 1.0.0',
  audience: 'you',
  board: null,
  heard: 0,
  interview: interviewsOf(TWO).open('talk', OPTIONS),
  outbox: { of: '', effects: [] },
  tail: { from: 0, entries: [] },
}

const holding = async (kept: InterviewRecord) => {
  const memory = fakeMemory()
  await memory.save(keys.interview('talk'), kept, 0)
  return memory
}

it('is found by the id of the interview and by its key, with its revision', async () => {
  const memory = await holding(record)
  const stored = { value: JSON.parse(JSON.stringify(record)), revision: 1 }
  expect(await recordOf(memory, 'talk')).toEqual(stored)
  expect(await recordAt(memory, keys.interview('talk'))).toEqual(stored)
  expect(await recordOf(memory, 'another')).toBe(undefined)
})

it('of a newer mlsd is refused, and nothing is changed', async () => {
  const newer = { ...record, interview: { ...record.interview, version: record.interview.version + 1 } }
  const memory = await holding(newer)
  await expect(recordOf(memory, 'talk')).rejects.toThrow(UnknownMachine)
  expect((await memory.load<InterviewRecord>(keys.interview('talk')))?.revision).toBe(1)
})
