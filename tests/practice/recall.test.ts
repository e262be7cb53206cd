/** What was missed comes back soon, what sits comes back late, and nothing counts twice. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Deck, type Heard, recallOf, retention, reviewed } from '../../src/practice/recall.ts'

const DAY = 86_400_000
const START = Date.parse('2027-01-04T09:00:00Z')
const heard = (verdict: 0 | 1 | 2, rest: Partial<Heard> = {}): Heard[] => [
  { criterion: 'ME1', verdict, ...rest },
]
const after = (deck: Deck): number => Math.round((deck.ME1?.due ?? 0) - START) / DAY

it('asks a miss again before a partial, a partial before a clear one, and that before one said by oneself', () => {
  const days = [heard(0), heard(1), heard(2), heard(2, { unprompted: true, early: true })].map((one) =>
    after(reviewed({}, one, START)),
  )
  expect(days).toEqual(days.toSorted((one, other) => one - other))
  expect(new Set(days).size).toBe(4)
  expect(days[0]).toBeGreaterThanOrEqual(1)
  expect(days[0]).toBeLessThanOrEqual(2)
})

it('rates by the verdict', () => {
  expect(recallOf({ verdict: 0, unprompted: true, early: true })).toBe('again')
  expect(recallOf({ verdict: 1 })).toBe('hard')
  expect(recallOf({ verdict: 2, unprompted: true })).toBe('good')
  expect(recallOf({ verdict: 2, early: true })).toBe('good')
  expect(recallOf({ verdict: 2, unprompted: true, early: true })).toBe('easy')
})

it('lets what sits rest ever longer, and asks soon again once it is lost', () => {
  let deck: Deck = {}
  let [at, before] = [START, 0]
  for (let round = 0; round < 5; round += 1) {
    deck = reviewed(deck, heard(2), at)
    const rest = (deck.ME1?.due ?? 0) - at
    expect(rest).toBeGreaterThan(before)
    before = rest
    at = deck.ME1?.due ?? 0
  }
  const lost = reviewed(deck, heard(0), at)
  expect((lost.ME1?.due ?? 0) - at).toBeLessThan(before / 3)
  expect(lost.ME1?.lapses).toBe(1)
})

it('takes a review once, however often and late it comes', () => {
  const once = reviewed(reviewed({}, heard(0), START), heard(2), START + DAY)
  expect(reviewed(once, heard(2), START + DAY)).toEqual(once)
  expect(reviewed(once, heard(0), START)).toEqual(once)
})

it('leaves the deck it was given as it was, and survives being stored', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          verdict: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
          unprompted: fc.boolean(),
          early: fc.boolean(),
          wait: fc.integer({ min: 1, max: 400 }),
        }),
        { maxLength: 12 },
      ),
      (rounds) => {
        let [deck, stored]: [Deck, Deck] = [{}, {}]
        let at = START
        for (const { wait, ...one } of rounds) {
          at += wait * DAY
          const before = JSON.stringify(deck)
          const next = reviewed(deck, [{ criterion: 'ME1', ...one }], at)
          expect(JSON.stringify(deck)).toBe(before)
          deck = next
          stored = JSON.parse(JSON.stringify(reviewed(stored, [{ criterion: 'ME1', ...one }], at)))
          const { due = 0, difficulty = 0 } = deck.ME1 ?? {}
          expect(due - at).toBeGreaterThanOrEqual(DAY)
          expect(difficulty).toBeGreaterThanOrEqual(1)
          expect(difficulty).toBeLessThanOrEqual(10)
          const [now, then] = [retention(deck.ME1, at), retention(deck.ME1, due + 30 * DAY)]
          expect(now).toBeGreaterThan(then)
          expect(now).toBeLessThanOrEqual(1)
        }
        expect(stored).toEqual(deck)
      },
    ),
  )
  expect(retention(undefined, START)).toBe(0)
})
