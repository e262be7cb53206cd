import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { quadraticKappa, shareWithin } from '../../src/numbers/agreement.ts'

const level = fc.nat({ max: 3 })
const pairs = fc.array(fc.tuple(level, level), { maxLength: 40 })

/** By another way: twice the covariance over both variances and the squared gap of the means, all of the population. */
const byMoments = (all: readonly (readonly [number, number])[]): number => {
  const mean = (of: (pair: readonly [number, number]) => number) =>
    all.reduce((sum, pair) => sum + of(pair), 0) / all.length
  const [a, b] = [mean(([one]) => one), mean(([, other]) => other)]
  const covariance = mean(([one, other]) => (one - a) * (other - b))
  return (
    (2 * covariance) /
    (mean(([one]) => (one - a) ** 2) + mean(([, other]) => (other - b) ** 2) + (a - b) ** 2)
  )
}

describe('quadratic weighted kappa', () => {
  test.each<[name: string, all: [number, number][], kappa: number]>([
    [
      'full agreement',
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [3, 3],
      ],
      1,
    ],
    [
      'full reversal',
      [
        [0, 3],
        [1, 2],
        [2, 1],
        [3, 0],
      ],
      -1,
    ],
    [
      'one side that says the same throughout',
      [
        [0, 2],
        [1, 2],
        [3, 2],
      ],
      0,
    ],
    [
      'one of four is one off',
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [3, 2],
      ],
      0.875,
    ],
    [
      'chance',
      [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ],
      0,
    ],
  ])('%s', (_, all, kappa) => {
    const value = quadraticKappa(all, 4)
    expect(value).toBeCloseTo(kappa, 12)
  })

  it('is null without pairs, and where both say one level throughout', () => {
    expect(quadraticKappa([], 4)).toBeNull()
    expect(
      quadraticKappa(
        [
          [2, 2],
          [2, 2],
        ],
        4,
      ),
    ).toBeNull()
    expect(
      quadraticKappa(
        [
          [2, 1],
          [2, 1],
        ],
        4,
      ),
    ).toBe(0)
  })

  it('refuses what is no level', () => {
    for (const odd of [4, -1, 1.5, Number.NaN])
      expect(() => quadraticKappa([[odd, 0]], 4)).toThrow(RangeError)
  })

  it('is what the moments give, the same from both sides and with the levels turned over, and within its bounds', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const kappa = quadraticKappa(all, 4)
        if (kappa === null) {
          expect(new Set(all.flat()).size).toBeLessThanOrEqual(1)
          return
        }
        expect(kappa).toBeCloseTo(byMoments(all), 9)
        expect(
          quadraticKappa(
            all.map(([one, other]) => [other, one]),
            4,
          ),
        ).toBeCloseTo(kappa, 12)
        expect(
          quadraticKappa(
            all.map(([one, other]) => [3 - one, 3 - other]),
            4,
          ),
        ).toBeCloseTo(kappa, 12)
        expect(kappa).toBeLessThanOrEqual(1)
        expect(kappa === 1).toBe(all.every(([one, other]) => one === other))
      }),
    )
  })

  it('falls when a right level becomes a wrong one', () => {
    const right: [number, number][] = [
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
      [0, 0],
    ]
    const values = [0, 1, 2, 3].map((wrong) => quadraticKappa([...right, [0, wrong]], 4) ?? Number.NaN)
    expect(values).toEqual(values.toSorted((a, b) => b - a))
    expect(new Set(values).size).toBe(4)
  })
})

test('the share within so many levels counts both ways, and is null of none', () => {
  const all: [number, number][] = [
    [0, 0],
    [1, 2],
    [2, 1],
    [3, 0],
  ]
  expect([0, 1, 2, 3].map((most) => shareWithin(all, most))).toEqual([0.25, 0.75, 0.75, 1])
  expect(shareWithin([], 1)).toBeNull()
})
