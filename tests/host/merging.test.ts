import { expect, test } from 'vitest'
import { mergingIn } from '../../src/host/merging.ts'
import { type Memory, MemoryError } from '../../src/memory/memory.ts'
import { fakeMemory } from '../memory/fake.ts'

const more = (value = 0): number => value + 1

test('what several processes change at once is all stored, in fewer writes than there are changes', async () => {
  const memory = fakeMemory()
  let saves = 0
  const counted: Memory = {
    ...memory,
    save: (...given) => {
      saves += 1
      return memory.save(...given)
    },
  }
  const processes = Array.from({ length: 3 }, () => mergingIn(counted))
  const changes = Array.from({ length: 300 }, (_, n) => processes[n % 3]?.change('hot', more))
  await Promise.all(changes)
  expect((await memory.load('hot'))?.value).toBe(300)
  expect(saves).toBeLessThan(30)
})

test('each change sees those before it, and a change that changes nothing writes nothing', async () => {
  const memory = fakeMemory()
  const { change } = mergingIn(memory)
  const add = (letter: string) => change<string>('word', (value = '') => value + letter)
  await Promise.all(['a', 'b', 'c'].map(add))
  expect(await memory.load('word')).toEqual({ value: 'abc', revision: 2 })
  await change<string>('word', (value = '') => value)
  expect((await memory.load('word'))?.revision).toBe(2)
})

test('a failing store rejects what waits for it, and the next change is made', async () => {
  const memory = fakeMemory()
  let broken = true
  const failing: Memory = {
    ...memory,
    save: (...given) => (broken ? Promise.reject(new MemoryError('full')) : memory.save(...given)),
  }
  const { change } = mergingIn(failing)
  const results = await Promise.allSettled([change('hot', more), change('hot', more)])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  broken = false
  await change('hot', more)
  expect((await memory.load('hot'))?.value).toBe(1)
})
