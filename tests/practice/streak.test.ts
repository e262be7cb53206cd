/** Days in a row, with a grace day a week and room for travellers. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Practised, streakOf } from '../../src/practice/streak.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const START = Date.parse('2027-01-04T09:00:00Z')

/** Practice at nine UTC on the days given, counted from a Monday. */
const on = (...days: number[]): Practised[] =>
  days.map((day) => ({ at: START + day * DAY, day: new Date(START + day * DAY).toISOString().slice(0, 10) }))
const now = (day: number): Practised => on(day)[0] ?? { at: 0, day: '' }

describe('a streak', () => {
  it('counts days, not answers', () => {
    expect(streakOf([...on(0, 1, 1, 2), ...on(2)], now(2))).toEqual({
      days: 3,
      today: true,
      graceUsed: false,
      longest: 3,
    })
  })

  it('goes on while today is still open', () => {
    expect(streakOf(on(0, 1, 2), now(3))).toMatchObject({ days: 3, today: false, graceUsed: false })
  })

  it('forgives one missed day, and ends with two', () => {
    expect(streakOf(on(0, 1, 3), now(3))).toMatchObject({ days: 3, graceUsed: true })
    expect(streakOf(on(0, 1), now(3))).toMatchObject({ days: 2, graceUsed: true })
    expect(streakOf(on(0, 1, 4), now(4))).toMatchObject({ days: 1, longest: 2 })
    expect(streakOf(on(0, 1), now(4))).toMatchObject({ days: 0, longest: 2 })
  })

  it('forgives a second day only seven days after the first', () => {
    expect(streakOf(on(0, 2, 4), now(4))).toMatchObject({ days: 1 })
    expect(streakOf(on(0, 2, 3, 4, 5, 6, 7, 9), now(9))).toMatchObject({ days: 8, graceUsed: true })
  })

  it('loses no day to a journey over the date line', () => {
    const west = { at: START, day: '2027-01-04' }
    const east = { at: START + 20 * HOUR, day: '2027-01-06' }
    const home = { at: START + 21 * HOUR + DAY, day: '2027-01-07' }
    expect(streakOf([west, east, home], home)).toMatchObject({ days: 3, graceUsed: false })
  })

  it('is nothing where nobody practised', () => {
    expect(streakOf([], now(0))).toEqual({ days: 0, today: false, graceUsed: false, longest: 0 })
  })

  it('does not depend on order or doubles, nor on what comes later', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 })),
        fc.integer({ min: 0, max: 40 }),
        (days, today) => {
          const streak = streakOf(on(...days), now(today))
          expect(streakOf(on(...days.toReversed(), ...days), now(today))).toEqual(streak)
          expect(streakOf(on(...days.filter((day) => day <= today)), now(today))).toEqual(streak)
          expect(streak.longest).toBeGreaterThanOrEqual(streak.days)
          expect(streak.longest).toBeLessThanOrEqual(new Set(days).size)
          expect(streak.today).toBe(days.includes(today))
        },
      ),
    )
  })
})
