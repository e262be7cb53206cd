/** What a person's interviews come to over time. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { historyOf, type Past, type PastStage } from '../../src/practice/history.ts'

const DAY = 86_400_000
const stage = (mark: number | null, rest: Partial<PastStage> = {}): PastStage => ({
  ...{ id: 'data', mark, own: null, planned: 10, spent: 10 },
  ...rest,
})
const past = (day: number, rest: Partial<Past> = {}): Past => ({
  ...{ id: `i${day}`, at: day * DAY, problem: 'ad-clicks', level: 'mid', score: 2.5, band: 'lean no hire' },
  stages: [],
  verdicts: {},
  ...rest,
})

it('shows marks over time, with how they change', () => {
  const [data] = historyOf([2, 1, 3, 0].map((mark, day) => past(day, { stages: [stage(mark + 1)] }))).stages
  expect(data?.marks.map(({ mark }) => mark)).toEqual([3, 2, 4, 1])
  expect(data?.trend).toBe(0)
  const rising = historyOf([1, 2, 4].map((mark, day) => past(day, { stages: [stage(mark)] })))
  expect(rising.stages[0]?.trend).toBe(3)
})

it('tells over-rating and pace', () => {
  const history = historyOf([
    past(0, { stages: [stage(2, { own: 4, spent: 15 })] }),
    past(1, { stages: [stage(3, { own: 3, spent: 5 }), stage(null, { id: 'model', own: 4, spent: 0 })] }),
  ])
  expect(history.stages).toEqual([expect.objectContaining({ id: 'data', bias: 1, pace: 1 })])
})

it('names what is weakest and strongest by the last five verdicts', () => {
  const rounds = [0, 0, 2, 2, 2, 2, 2].map((verdict, day) =>
    past(day, { verdicts: { ME1: verdict as 0 | 2, DX4: 0, BV1: 1 } }),
  )
  const { weakest, strongest } = historyOf(rounds)
  expect(weakest.map(({ id }) => id)).toEqual(['DX4', 'BV1'])
  expect(strongest).toEqual([{ id: 'ME1', recent: 2, times: 7 }])
})

it('names the mark that is within reach, else a round number of interviews', () => {
  const rising = [2, 3].map((mark, day) => past(day, { stages: [stage(mark)] }))
  expect(historyOf(rising).milestone).toEqual({ kind: 'mark', stage: 'data', mark: 4, best: 3 })
  expect(historyOf([past(0)]).milestone).toEqual({ kind: 'interviews', next: 3, left: 2 })
  expect(historyOf([]).milestone).toBeNull()
})

it('does not depend on the order in which interviews are given, and knows no NaN', () => {
  const stages = fc.array(
    fc.record({
      id: fc.constantFrom('data', 'model'),
      mark: fc.option(fc.integer({ min: 1, max: 4 })),
      own: fc.option(fc.integer({ min: 1, max: 4 })),
      planned: fc.constantFrom(0, 10),
      spent: fc.integer({ min: 0, max: 20 }),
    }),
    { maxLength: 2 },
  )
  const verdicts = fc.dictionary(fc.constantFrom('ME1', 'DX4'), fc.constantFrom<0 | 1 | 2>(0, 1, 2))
  fc.assert(
    fc.property(fc.array(fc.record({ stages, verdicts }), { maxLength: 8 }), (rows) => {
      const all = rows.map((row, day) => past(day, row))
      const history = historyOf(all)
      expect(historyOf(all.toReversed())).toEqual(history)
      // Whatever is not a number, or is none that ends, would be null here.
      expect(JSON.parse(JSON.stringify(history))).toEqual(history)
    }),
  )
})
