import { describe, expect, test, vi } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { chainsOf } from '../../src/platform/chains.ts'
import { earOf } from '../../src/platform/ear.ts'
import { gapOf, type Missed } from '../../src/platform/gap.ts'
import type { Heard, Talk } from '../../src/platform/platform.ts'
import { waitsOf } from '../../src/platform/waits.ts'
import { deskWith } from './bare.ts'

const message = (place: string, id: string): Heard => ({
  ...{ type: 'message', person: 'chat:T1/U1', place, id, at: 1, text: id },
})

test('what waits while nothing can be taken is bounded, and what was refused is read back', async () => {
  const heard: string[] = []
  const chains = chainsOf()
  const waits = waitsOf(systemClock())
  const read = async ({ place }: Missed): Promise<void> => ear.takeNow([message(place, 'refused')])
  const gap = gapOf({ chains, read, complaints: { complain: () => {} }, waits, clock: systemClock() })
  const ear = earOf({ chains, gap, hear: async ({ id }) => void heard.push(id) })

  gap.open()
  const outcomes: string[] = []
  const takes = Array.from({ length: 20_000 }, (_, index) =>
    ear.take([message(`chat:T1/C${index}`, `${index}`)]).then(
      () => outcomes.push('taken'),
      (fault: Error) => outcomes.push(fault.message),
    ),
  )
  await vi.waitFor(() => expect(outcomes).toContain('more is being said than can wait'))
  expect(outcomes).not.toContain('taken')
  expect(outcomes.length).toBeLessThan(20_000)
  const refused = outcomes.length

  await gap.close(deskWith(() => [{ person: 'chat:T1/U1', place: 'chat:T1/C19999', since: 1 }]))
  await Promise.all(takes)
  expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(20_000 - refused)
  await vi.waitFor(() => expect(heard).toContain('refused'))

  gap.open()
  const again = ear.take([message('chat:T1/C1', 'again')])
  await gap.close(deskWith(() => []))
  await again
  expect(heard).toContain('again')
})

/** A gap that has just ended, and what is read and heard from then on, in order. */
const ended = async (talkAt: (place: string) => Promise<Talk | undefined>, lately: readonly Talk[] = []) => {
  const log: string[] = []
  const chains = chainsOf()
  const clock = systemClock()
  const asked: string[] = []
  const reading = Promise.withResolvers<void>()
  const read = async ({ place, people }: Missed): Promise<void> => {
    await reading.promise
    log.push(`read ${place} for ${[...people]}`)
  }
  const complain = (_: string, what: string): void => void log.push(what)
  const gap = gapOf({ chains, read, complaints: { complain }, waits: waitsOf(clock), clock })
  const ear = earOf({ chains, gap, hear: async ({ id }) => void log.push(id) })
  const desk = {
    ...deskWith(() => lately),
    talkAt(place: string) {
      asked.push(place)
      return talkAt(place)
    },
  }
  gap.open()
  await gap.close(desk)
  return { gap, desk, ear, log, asked, goOn: reading.resolve }
}

const OLD = { person: 'chat:T1/U1', asker: 'chat:T1/U2', place: 'chat:T1/C1/1', since: 1 }

describe('a talk in which nothing happened lately', () => {
  test('is read before the first that is said there again, for all who speak in it, and once', async () => {
    const { ear, log, asked, goOn } = await ended(async (place) => (place === OLD.place ? OLD : undefined))
    const said = ['one', 'two'].map((id) => ear.take([message(OLD.place, id)]))
    await ear.take([message('chat:T1/C2', 'elsewhere')])
    expect(log).toEqual(['elsewhere'])
    goOn()
    await Promise.all(said)
    await ear.take([message(OLD.place, 'three')])
    expect(log.slice(1)).toEqual([`read ${OLD.place} for chat:T1/U1,chat:T1/U2`, 'one', 'two', 'three'])
    expect(asked).toEqual([OLD.place, 'chat:T1/C2'])
  })

  test('is looked up anew after each gap, and one that was read at once is not', async () => {
    const { gap, desk, ear, log, asked, goOn } = await ended(async () => undefined, [OLD])
    goOn()
    await ear.take([message(OLD.place, 'one')])
    expect(asked).toEqual([])
    expect(log).toEqual([`read ${OLD.place} for chat:T1/U1,chat:T1/U2`, 'one'])
    gap.open()
    await gap.close({ ...desk, talks: deskWith(() => []).talks })
    await ear.take([message(OLD.place, 'two')])
    expect(asked).toEqual([OLD.place])
  })

  test('that began since is not read', async () => {
    const { ear, log } = await ended(async (place) => ({ ...OLD, place, since: Date.now() + 1_000 }))
    await ear.take([message(OLD.place, 'one')])
    expect(log).toEqual(['one'])
  })

  test('holds up nothing where it cannot be looked up, and is with the next word', async () => {
    let broken = true
    const { ear, log, goOn } = await ended(async () => {
      if (broken) throw new Error('The store is away.')
      return OLD
    })
    goOn()
    await ear.take([message(OLD.place, 'one')])
    broken = false
    await ear.take([message(OLD.place, 'two')])
    expect(log).toEqual([
      expect.stringContaining('could not be looked up'),
      'one',
      expect.stringMatching(/^read/),
      'two',
    ])
  })
})
