import { expect, test, vi } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { chainsOf } from '../../src/platform/chains.ts'
import { earOf } from '../../src/platform/ear.ts'
import { gapOf, type Missed } from '../../src/platform/gap.ts'
import type { Heard } from '../../src/platform/platform.ts'
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
  const gap = gapOf({ chains, read, complaints: { complain: () => {} }, waits })
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
