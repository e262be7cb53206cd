import { expect, test } from 'vitest'
import { shelfOf } from '../../src/host/shelf.ts'
import { MemoryError } from '../../src/memory/memory.ts'
import { fakeMemory, type Kept } from '../memory/fake.ts'

const kept = (): Kept => ({ documents: new Map(), lists: new Map() })

test('what is saved is there for the next one, replaced when saved again, and gone when removed', async () => {
  const disk = kept()
  const shelf = shelfOf(fakeMemory(disk), 'installation')
  expect(await shelf.load('slack:T1')).toBeUndefined()
  await shelf.save('slack:T1', { token: 'one' })
  await shelf.save('slack:T1', { token: 'two' })
  await shelf.save('slack:T2', { token: 'other' })
  const next = shelfOf(fakeMemory(disk), 'installation')
  expect(await next.load('slack:T1')).toEqual({ token: 'two' })
  await next.remove('slack:T1')
  await next.remove('slack:T1')
  expect(await shelf.load('slack:T1')).toBeUndefined()
  expect(await shelf.load('slack:T2')).toEqual({ token: 'other' })
})

test('of several at once none fails', async () => {
  const shelf = shelfOf(fakeMemory(), 'installation')
  await Promise.all(['a', 'b', 'c'].map((token) => shelf.save('slack:T1', { token })))
  expect(await shelf.load('slack:T1')).toEqual({ token: expect.stringMatching(/^[abc]$/) })
})

test('two shelves in one memory do not meet, nor does a shelf meet what others keep', async () => {
  const disk = kept()
  const memory = fakeMemory(disk)
  await shelfOf(memory, 'installation').save('T1', 1)
  expect(await shelfOf(memory, 'other').load('T1')).toBeUndefined()
  expect([...disk.documents.keys()]).toEqual(['installation:T1'])
})

test('a failing store never looks like an empty shelf', async () => {
  const disk = kept()
  const shelf = shelfOf(fakeMemory(disk), 'installation')
  await shelf.save('T1', 1)
  disk.failing = 'read'
  await expect(shelf.load('T1')).rejects.toThrow(MemoryError)
  disk.failing = 'write'
  await expect(shelf.save('T1', 2)).rejects.toThrow(MemoryError)
  await expect(shelf.remove('T1')).rejects.toThrow(MemoryError)
})
