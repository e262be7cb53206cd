import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderingAccuracy, type Scored } from '../../src/numbers/ordering.ts'

const of = (...all: [level: number, score: number][]): Scored[] =>
  all.map(([level, score]) => ({ level, score }))
const group = fc.array(fc.record({ level: fc.nat({ max: 3 }), score: fc.nat({ max: 5 }) }), { maxLength: 8 })

test.each<[string, Scored[][], number | null, number]>([
  ['right', [of([0, 0.1], [1, 0.2], [3, 0.9])], 1, 3],
  ['wrong', [of([0, 0.9], [3, 0.1])], 0, 1],
  ['a tie is a half', [of([0, 0.5], [3, 0.5])], 0.5, 1],
  ['equal levels are not asked', [of([2, 0.1], [2, 0.9], [3, 0.5])], 0.5, 2],
  ['groups are not mixed', [of([0, 0.9]), of([3, 0.1])], null, 0],
  ['every pair counts once, whatever its group', [of([0, 0], [1, 1]), of([0, 1], [1, 0], [2, 2])], 3 / 4, 4],
  ['nothing', [], null, 0],
])('%s', (_, groups, share, pairs) => {
  expect(orderingAccuracy(groups)).toEqual({ share, pairs })
})

test('turned scores give the rest to one; neither order nor scale of scores matters', () => {
  fc.assert(
    fc.property(fc.array(group, { maxLength: 4 }), (groups) => {
      const { share, pairs } = orderingAccuracy(groups)
      const scores = (change: (score: number) => number) =>
        groups.map((all) => all.map((one) => ({ ...one, score: change(one.score) })))
      const turned = orderingAccuracy(scores((score) => -score)).share
      if (share === null) expect(turned).toBeNull()
      else expect(turned).toBeCloseTo(1 - share, 12)
      expect(orderingAccuracy(scores((score) => score ** 3 + 7))).toEqual({ share, pairs })
      expect(orderingAccuracy(groups.map((all) => all.toReversed()))).toEqual({ share, pairs })
    }),
  )
})
