import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { virtualClock } from '../../src/clock.ts'
import { forgetShelved, shelfOf } from '../../src/host/shelf.ts'
import { type Memory, MemoryError } from '../../src/memory/memory.ts'
import { fakeMailbox } from '../mailbox/fake.ts'
import { fakeMemory, type Kept } from '../memory/fake.ts'
import { HOUR, type House, house } from './house.ts'
import { person } from './person.ts'

/** A shelf whose ends nobody waits for. */
const on = (memory: Memory, own: string) => shelfOf({ memory, mailbox: fakeMailbox(virtualClock(0)) }, own)

const kept = (): Kept => ({ documents: new Map(), lists: new Map() })

test('what is saved is there for the next one, replaced when saved again, and gone when removed', async () => {
  const disk = kept()
  const shelf = on(fakeMemory(disk), 'installation')
  expect(await shelf.load('slack:T1')).toBeUndefined()
  await shelf.save('slack:T1', { token: 'one' })
  await shelf.save('slack:T1', { token: 'two' })
  await shelf.save('slack:T2', { token: 'other' })
  const next = on(fakeMemory(disk), 'installation')
  expect(await next.load('slack:T1')).toEqual({ token: 'two' })
  await next.remove('slack:T1')
  await next.remove('slack:T1')
  expect(await shelf.load('slack:T1')).toBeUndefined()
  expect(await shelf.load('slack:T2')).toEqual({ token: 'other' })
})

test('of several at once none fails', async () => {
  const shelf = on(fakeMemory(), 'installation')
  await Promise.all(['a', 'b', 'c'].map((token) => shelf.save('slack:T1', { token })))
  expect(await shelf.load('slack:T1')).toEqual({ token: expect.stringMatching(/^[abc]$/) })
})

test('two shelves in one memory do not meet, nor does a shelf meet what others keep', async () => {
  const disk = kept()
  const memory = fakeMemory(disk)
  await on(memory, 'installation').save('T1', 1)
  expect(await on(memory, 'other').load('T1')).toBeUndefined()
  expect([...disk.documents.keys()]).toEqual(['installation:T1'])
})

test('a failing store never looks like an empty shelf', async () => {
  const disk = kept()
  const shelf = on(fakeMemory(disk), 'installation')
  await shelf.save('T1', 1)
  disk.failing = 'read'
  await expect(shelf.load('T1')).rejects.toThrow(MemoryError)
  disk.failing = 'write'
  await expect(shelf.save('T1', 2)).rejects.toThrow(MemoryError)
  await expect(shelf.remove('T1')).rejects.toThrow(MemoryError)
})

test('what is kept of a person goes with all else of theirs, but that by which their wish is answered', async () => {
  const disk = kept()
  const memory = fakeMemory(disk)
  const shelf = on(memory, 'discord')
  const valueFor = (place: string) => ({ until: 1, place })
  for (const person of ['discord:1/u1', 'discord:1/u11'])
    for (const place of ['discord:1/c1', 'discord:1/c2']) await shelf.of(person).save(place, valueFor(place))
  await forgetShelved(memory, 'discord:1/u1', 'discord:1/c2')
  const there = (person: string) =>
    Promise.all(['c1', 'c2'].map((place) => shelf.of(person).load(`discord:1/${place}`)))
  expect(await there('discord:1/u1')).toEqual([undefined, valueFor('discord:1/c2')])
  expect(await there('discord:1/u11')).toMatchObject([{ until: 1 }, { until: 1 }])
  await forgetShelved(memory, 'discord:1/u1')
  await forgetShelved(memory, 'discord:1/u11')
  expect([...disk.documents.keys()]).toEqual([])
})

describe('where people talk', () => {
  let home: House
  beforeEach(async () => {
    home = await house()
  })
  afterEach(() => home.close())

  test('it goes when its time is over, and later where it was given more', async () => {
    const mine = home.shelf().of('chat:T1/mia')
    await mine.save('a', { until: home.now() + 1_000 })
    await mine.save('b', { until: home.now() + 1_000 })
    await mine.save('b', { until: home.now() + 5_000 })
    await home.pass(1_001)
    expect([await mine.load('a'), await mine.load('b')]).toMatchObject([
      undefined,
      { until: expect.any(Number) },
    ])
    await home.pass(5_000)
    expect(await mine.load('b')).toBeUndefined()
  })

  test('it goes with all else that is forgotten, what their wish is answered by when its time is over', async () => {
    const mia = person(home, 'T1/mia')
    const until = home.now() + HOUR
    const mine = home.shelf().of(mia.id)
    await mine.save('chat:T1/C1', { until })
    await mine.save(mia.direct, { until })
    expect(home.stored()).not.toContain('chat:T1/C1')
    await mia.command(mia.direct, 'forget --sure yes')
    expect([await mine.load('chat:T1/C1'), await mine.load(mia.direct)]).toEqual([undefined, { until }])
    await home.pass(HOUR + 1)
    expect(await mine.load(mia.direct)).toBeUndefined()
  })
})
