/** Boards by practice, coverage and improvement, and sums in which nobody can be told. */
import { describe, expect, it } from 'vitest'
import { aggregateOf, boardOf, type Member } from '../../src/practice/board.ts'

const DAY = 86_400_000
const NOW = 100 * DAY

const member = (name: string, ...heard: [day: number, criterion: string, verdict: 0 | 1 | 2][]): Member => ({
  name,
  heard: heard.map(([day, criterion, verdict]) => ({ at: day * DAY, criterion, verdict })),
  practised: heard.map(([day]) => day * DAY),
})

describe('a board', () => {
  const busy = member('busy', [98, 'ME1', 0], [99, 'ME1', 0], [100, 'ME1', 0])
  const wide = member('wide', [99, 'ME1', 2], [99.5, 'DX4', 1])
  const better = member('better', [80, 'ME1', 0], [99, 'ME1', 2])
  const all = [wide, better, busy]

  it('counts practice, coverage and improvement', () => {
    expect(boardOf(all, 'week', 'practice', NOW).map(({ name }) => name)).toEqual(['busy', 'wide', 'better'])
    expect(boardOf(all, 'week', 'coverage', NOW)[0]).toMatchObject({ name: 'wide', coverage: 2 })
    expect(boardOf(all, 'week', 'improvement', NOW)).toMatchObject([
      { place: 1, name: 'better', improvement: 1 },
      { place: 2, name: 'busy', improvement: 0 },
      { place: 2, name: 'wide', improvement: 0 },
    ])
  })

  it('keeps to its span', () => {
    expect(boardOf(all, 'week', 'practice', NOW)[2]).toMatchObject({ name: 'better', practice: 1 })
    expect(boardOf(all, 'month', 'practice', NOW)[1]).toMatchObject({ name: 'better', practice: 2 })
    expect(boardOf(all, 'month', 'improvement', NOW)[0]).toMatchObject({ name: 'better', improvement: 1 })
    expect(boardOf(all, 'week', 'practice', 50 * DAY)).toEqual([])
  })
})

describe('an aggregate', () => {
  const people = (count: number): Member[] =>
    Array.from({ length: count }, (_, n) => member(`p${n}`, [99, 'ME1', n === 0 ? 2 : 0], [99, 'DX4', 1]))

  it('says nothing of fewer than five people', () => {
    expect(aggregateOf(people(4), 0, NOW)).toBeUndefined()
    // Five people, of whom one did nothing in that time.
    expect(aggregateOf([...people(4), member('idle', [1, 'ME1', 0])], 90 * DAY, NOW)).toBeUndefined()
  })

  it('sums five, weakest first, and leaves out a criterion that fewer were asked', () => {
    const five = people(5)
    const rare = member('rare', [99, 'SC1', 0])
    expect(aggregateOf([...five, rare], 0, NOW)).toEqual({
      people: 6,
      practice: 11,
      criteria: [
        { criterion: 'ME1', people: 5, met: 0.2 },
        { criterion: 'DX4', people: 5, met: 1 },
      ],
    })
  })
})
