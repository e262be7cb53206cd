import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type Pair, pearson, pooledCorrelation, ranks, spearman } from '../../src/numbers/correlation.ts'

const value = fc.integer({ min: -50, max: 50 })
const pairs: fc.Arbitrary<Pair[]> = fc.array(fc.tuple(value, value), { maxLength: 30 })
const varies = (values: readonly number[]) => new Set(values).size > 1
const swapped = (all: readonly Pair[]): Pair[] => all.map(([x, y]) => [y, x])

describe('Pearson', () => {
  it.each<[string, Pair[], number]>([
    [
      'a rising line',
      [
        [1, 3],
        [2, 5],
        [4, 9],
      ],
      1,
    ],
    [
      'a falling line',
      [
        [1, 3],
        [2, 1],
        [3, -1],
      ],
      -1,
    ],
    [
      'a square',
      [
        [-1, 1],
        [0, 0],
        [1, 1],
      ],
      0,
    ],
    [
      'by hand',
      [
        [1, 2],
        [2, 4],
        [3, 5],
        [4, 4],
        [5, 5],
      ],
      6 / Math.sqrt(60),
    ],
  ])('%s', (_, all, expected) => expect(pearson(all)).toBeCloseTo(expected, 12))

  it('is null of fewer than two values, whatever the mean is rounded to', () => {
    const tenths = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1].map((x, n): Pair => [x, n])
    for (const all of [[], [[1, 2]] satisfies Pair[], tenths, swapped(tenths)])
      expect(pearson(all)).toBeNull()
  })

  it('is the same from both sides and on any scale, turns with a sign, and is never out of bounds', () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 9 }), value, (all, scale, shift) => {
        const r = pearson(all)
        expect(r === null).toBe(!varies(all.map(([x]) => x)) || !varies(all.map(([, y]) => y)))
        if (r === null) return
        expect(Math.abs(r)).toBeLessThanOrEqual(1)
        expect(pearson(swapped(all))).toBeCloseTo(r, 9)
        expect(pearson(all.map(([x, y]) => [scale * x + shift, y]))).toBeCloseTo(r, 9)
        expect(pearson(all.map(([x, y]) => [-x, y]))).toBeCloseTo(-r, 9)
      }),
    )
  })
})

describe('Spearman', () => {
  it('shares ranks between equal values', () => {
    expect(ranks([10, 30, 20, 20, 5])).toEqual([2, 5, 3.5, 3.5, 1])
    expect(ranks([7, 7, 7])).toEqual([2, 2, 2])
    expect(ranks([])).toEqual([])
  })

  it.each<[string, Pair[], number | null]>([
    [
      'any rising curve',
      [
        [1, 1],
        [2, 8],
        [3, 27],
        [4, 1000],
      ],
      1,
    ],
    [
      'ties on one side',
      [
        [1, 1],
        [1, 2],
        [2, 3],
        [2, 4],
      ],
      4 / Math.sqrt(4 * 5),
    ],
    [
      'nothing changes',
      [
        [1, 1],
        [1, 2],
      ],
      null,
    ],
  ])('%s', (_, all, expected) => {
    if (expected === null) expect(spearman(all)).toBeNull()
    else expect(spearman(all)).toBeCloseTo(expected, 12)
  })

  it('without ties is what the differences of ranks give, and no rising change moves it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(value, { minLength: 2, maxLength: 20 }), fc.nat(), (xs, seed) => {
        const ys = xs.map((x, n) => ((x * 37 + n * (1 + (seed % 11))) % 101) + n / 1000)
        fc.pre(new Set(ys).size === ys.length)
        const n = xs.length
        const [a, b] = [ranks(xs), ranks(ys)]
        const gaps = a.reduce((sum, rank, at) => sum + (rank - (b[at] ?? 0)) ** 2, 0)
        const all = xs.map((x, at): Pair => [x, ys[at] ?? 0])
        const rho = 1 - (6 * gaps) / (n * (n * n - 1))
        expect(spearman(all)).toBeCloseTo(rho, 9)
        expect(spearman(all.map(([x, y]) => [x ** 3, Math.exp(y / 50)]))).toBeCloseTo(rho, 9)
      }),
    )
  })
})

describe('pooled within groups', () => {
  const up: Pair[] = [
    [1, 0],
    [2, 1],
    [3, 2],
  ]
  const moved = (all: readonly Pair[], dx: number, dy: number): Pair[] =>
    all.map(([x, y]) => [x + dx, y + dy])

  it('leaves out what sets the groups apart', () => {
    const groups = [up, moved(up, -100, 50)]
    expect(pearson(groups.flat())).toBeLessThan(-0.9)
    expect(pooledCorrelation(groups)).toBeCloseTo(1, 12)
  })

  it('weighs groups by how much they vary, and one that does not by nothing', () => {
    const down: Pair[] = [
      [0, 0],
      [10, -10],
    ]
    expect(pooledCorrelation([up, down])).toBeCloseTo((2 - 50) / 52, 12)
    expect(pooledCorrelation([up, [[4, 4]], []])).toBeCloseTo(1, 12)
  })

  test('is null where nothing varies within any group', () => {
    expect(pooledCorrelation([])).toBeNull()
    expect(
      pooledCorrelation([
        [[1, 5]],
        [[2, 6]],
        [
          [0.1, 3],
          [0.1, 4],
          [0.1, 9],
        ],
      ]),
    ).toBeNull()
  })

  it('does not mind where each group stands', () => {
    fc.assert(
      fc.property(pairs, pairs, value, value, (one, other, dx, dy) => {
        const before = pooledCorrelation([one, other])
        const after = pooledCorrelation([one, moved(other, dx, dy)])
        if (before === null) expect(after).toBeNull()
        else expect(after).toBeCloseTo(before, 9)
        expect(pooledCorrelation([other, one]) ?? 2).toBeCloseTo(before ?? 2, 9)
      }),
    )
  })
})
