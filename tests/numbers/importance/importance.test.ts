import fc from 'fast-check'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, test } from 'vitest'
import { BadInput } from '../../../src/numbers/bad-input.ts'
import { correlatedFeatures } from '../../../src/numbers/importance/correlated.ts'
import type { Matrix, Predict } from '../../../src/numbers/importance/matrix.ts'
import { partialDependence } from '../../../src/numbers/importance/partial-dependence.ts'
import { type Permutation, permutationImportance } from '../../../src/numbers/importance/permutation.ts'
import { shapleyValues } from '../../../src/numbers/importance/shapley.ts'
import { defined, undefinedFor } from '../../../src/numbers/measure.ts'

/** Rows of independent numbers from 0 to 1. */
const noise = (names: readonly string[], rows: number, seed = 1): Matrix => {
  const generator = xoroshiro128plus(seed)
  return {
    names,
    values: Float64Array.from({ length: rows * names.length }, () => uniformFloat64(generator)),
  }
}

const eachRow =
  (of: (row: Float64Array) => number): Predict =>
  ({ names, values }) =>
    Float64Array.from({ length: values.length / names.length }, (_, row) =>
      of(values.subarray(row * names.length, (row + 1) * names.length)),
    )

const at = (row: ArrayLike<number>, place: number): number => row[place] ?? 0

const squaredError =
  (truth: Float64Array) =>
  (found: Float64Array): { value: number } =>
    defined(found.reduce((sum, one, row) => sum + (one - at(truth, row)) ** 2, 0) / found.length)

describe('permutation importance', () => {
  const rows = noise(['much', 'little', 'none'], 2000)
  const predict = eachRow((row) => 3 * at(row, 0) + at(row, 1))
  const truth = Float64Array.from(predict(rows))
  const asked = {
    rows,
    predict,
    measure: squaredError(truth),
    better: 'lower',
    on: 'held-out',
    seed: 7,
  } as const

  test('a linear model loses twice the variance of what is shuffled, and nothing by what it does not use', () => {
    const found = permutationImportance({ ...asked, repeats: 20 })
    if ('reason' in found) throw new Error(found.reason)
    expect(found.base).toBe(0)
    expect(found.features.map(({ name }) => name)).toEqual(['much', 'little', 'none'])
    const [much, little, none] = found.features
    // The variance of a number from 0 to 1 is 1/12.
    expect(much?.value).toBeCloseTo((2 * 9) / 12, 1)
    expect(little?.value).toBeCloseTo(2 / 12, 2)
    expect(none).toMatchObject({ value: 0, low: 0, high: 0, deviation: 0 })
    expect(much?.low).toBeLessThan(much?.value ?? 0)
    expect(much?.losses).toHaveLength(20)
    expect(found.warnings.map(({ kind }) => kind)).toEqual(['not-causal'])
  })

  test('the rows are left as they were, and a seed gives the same again', () => {
    const before = rows.values.slice()
    expect(permutationImportance(asked)).toEqual(permutationImportance(asked))
    expect(permutationImportance({ ...asked, seed: 8 })).not.toEqual(permutationImportance(asked))
    expect(rows.values).toEqual(before)
  })

  test('for a score where higher is better a loss is above 0 as well', () => {
    const measure = (found: Float64Array) => defined(-squaredError(truth)(found).value)
    const found = permutationImportance({ ...asked, measure, better: 'higher' })
    expect(found).toHaveProperty('features', (permutationImportance(asked) as Permutation).features)
  })

  test('features that go together are named, and training rows warned of', () => {
    const values = rows.values.map((value, cell) => (cell % 3 === 2 ? -(rows.values[cell - 2] ?? 0) : value))
    const found = permutationImportance({ ...asked, rows: { names: rows.names, values }, on: 'training' })
    if ('reason' in found) throw new Error(found.reason)
    expect(found.warnings.map(({ kind }) => kind)).toEqual(['correlated', 'training-rows', 'not-causal'])
    expect(found.warnings[0]?.says).toContain('much and none go together (rank correlation -1.00)')
  })

  test('without a measure there is none, and bad rows are refused with their place', () => {
    const measure = () => undefinedFor('One class only.')
    expect(permutationImportance({ ...asked, measure })).toEqual(undefinedFor('One class only.'))
    const values = rows.values.slice()
    values[7] = Number.NaN
    expect(() => permutationImportance({ ...asked, rows: { names: rows.names, values } })).toThrow(
      expect.objectContaining({ row: 2, column: 'little' }),
    )
    expect(() => permutationImportance({ ...asked, predict: () => [1] })).toThrow(/prediction has 1 rows/)
    expect(() => permutationImportance({ ...asked, repeats: 1 })).toThrow(BadInput)
  })
})

describe('features that go together', () => {
  test('a monotone bend is seen whole, independence not at all, and a constant goes with nothing', () => {
    const base = noise(['a', 'b', 'c', 'd'], 500)
    const values = base.values.map((value, cell) => {
      if (cell % 4 === 1) return Math.exp(5 * (base.values[cell - 1] ?? 0))
      return cell % 4 === 3 ? 1 : value
    })
    const found = correlatedFeatures({ names: base.names, values })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ one: 'a', other: 'b' })
    expect(found[0]?.value).toBeCloseTo(1, 12)
    expect(correlatedFeatures(base, { least: 0, most: 3 })).toHaveLength(3)
  })
})

describe('partial dependence', () => {
  test('agrees with its definition, one row and one value at a time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 4, maxLength: 40 }),
        fc.constantFrom(0, 1),
        (cells, place) => {
          const values = Float64Array.from(cells.slice(0, cells.length - (cells.length % 2)))
          const rows: Matrix = { names: ['a', 'b'], values }
          const model = (row: ArrayLike<number>): number => at(row, 0) * at(row, 1) + at(row, 0) ** 2
          const count = values.length / 2
          const feature = rows.names[place] ?? ''
          const found = partialDependence({
            rows,
            predict: eachRow(model),
            feature,
            on: 'held-out',
            single: count,
          })
          const column = [...values].filter((_, cell) => cell % 2 === place)
          if ('reason' in found) {
            expect(new Set(column).size).toBe(1)
            return
          }
          expect([...found.values]).toEqual([...new Set(column)].sort((a, b) => a - b))
          found.values.forEach((value, point) => {
            const each = Array.from({ length: count }, (_, row) => {
              const made = values.slice(row * 2, row * 2 + 2)
              made[place] = value
              return model(made)
            })
            expect(found.mean[point]).toBeCloseTo(each.reduce((sum, one) => sum + one, 0) / count, 9)
            expect(found.single.map((curve) => curve[point])).toEqual(each)
          })
        },
      ),
    )
  })

  test('values are quantiles between the shares asked for', () => {
    const rows: Matrix = { names: ['a'], values: Float64Array.from({ length: 101 }, (_, i) => i) }
    const found = partialDependence({
      rows,
      predict: eachRow((row) => 2 * at(row, 0)),
      feature: 'a',
      on: 'held-out',
      points: 3,
      between: [0.1, 0.9],
    })
    expect(found).toMatchObject({ values: Float64Array.of(10, 50, 90), mean: Float64Array.of(20, 100, 180) })
  })

  test('rows that cannot occur are counted where features go together, and not where they are free', () => {
    const free = noise(['a', 'b'], 400)
    const bound = { names: free.names, values: free.values.slice() }
    for (let cell = 1; cell < bound.values.length; cell += 2)
      bound.values[cell] = (bound.values[cell - 1] ?? 0) + (bound.values[cell] ?? 0) / 50
    const ask = (rows: Matrix) =>
      partialDependence({ rows, predict: eachRow((row) => at(row, 0)), feature: 'a', on: 'held-out' })
    const [of, tied] = [ask(free), ask(bound)]
    if ('reason' in of || 'reason' in tied) throw new Error('Both have values.')
    expect(of.warnings.map(({ kind }) => kind)).toEqual(['not-causal'])
    expect(tied.warnings.map(({ kind }) => kind)).toEqual(['correlated', 'extrapolation', 'not-causal'])
    expect(Math.min(...tied.far)).toBeGreaterThan(0.5)
  })

  test('an unknown feature is refused, one that never changes has no curve', () => {
    const rows: Matrix = { names: ['a', 'b'], values: Float64Array.of(1, 2, 1, 3) }
    const ask = (feature: string) =>
      partialDependence({ rows, predict: eachRow((row) => at(row, 0)), feature, on: 'held-out' })
    expect(ask('a')).toHaveProperty('reason')
    expect(() => ask('c')).toThrow('There is no feature c. There are a, b.')
  })
})

describe('Shapley values', () => {
  const small = fc.integer({ min: -4, max: 4 })
  const width = 4
  const cases = fc.record({
    row: fc.array(small, { minLength: width, maxLength: width }),
    cells: fc.array(fc.array(small, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    weights: fc.array(small, { minLength: 6, maxLength: 6 }),
  })
  const names = ['a', 'b', 'c', 'd']
  const matrix = (cells: readonly (readonly number[])[]): Matrix => ({
    names,
    values: Float64Array.from(cells.flat()),
  })
  const model = (w: readonly number[]) => (row: ArrayLike<number>) =>
    at(w, 0) * at(row, 0) +
    at(w, 1) * at(row, 0) * at(row, 1) +
    at(w, 2) * Math.max(at(row, 1), at(row, 2)) +
    at(w, 3) * at(row, 0) * at(row, 1) * at(row, 2) +
    at(w, 4)
  const valuesOf = (row: readonly number[], background: Matrix, of: (row: ArrayLike<number>) => number) => {
    const { features } = shapleyValues({ row, background, predict: eachRow(of) })
    return features.map(({ value }) => value)
  }

  test('are the mean gain of a feature over all orders in which features join', () => {
    fc.assert(
      fc.property(cases, ({ row, cells, weights }) => {
        const of = model(weights)
        const worth = (joined: readonly number[]): number =>
          cells.reduce(
            (sum, cell) => sum + of(cell.map((v, f) => (joined.includes(f) ? at(row, f) : v))),
            0,
          ) / cells.length
        const sums = [0, 0, 0, 0]
        for (const order of orders([0, 1, 2, 3]))
          order.forEach((feature, place) => {
            const before = order.slice(0, place)
            sums[feature] = at(sums, feature) + worth([...before, feature]) - worth(before)
          })
        const found = valuesOf(row, matrix(cells), of)
        found.forEach((value, feature) => {
          expect(value).toBeCloseTo(at(sums, feature) / 24, 9)
        })
      }),
      { numRuns: 50 },
    )
  })

  test('sum to the difference, leave nothing to what is not used, and add up over models', () => {
    fc.assert(
      fc.property(cases, cases, ({ row, cells, weights }, other) => {
        const background = matrix(cells)
        const [one, two] = [model(weights), model(other.weights)]
        const whole = shapleyValues({ row, background, predict: eachRow(one) })
        const sum = whole.features.reduce((total, { value }) => total + value, 0)
        expect(whole.base + sum).toBeCloseTo(whole.prediction, 9)
        expect(whole.prediction).toBeCloseTo(one(row), 9)
        expect(whole.features[3]?.value).toBeCloseTo(0, 9)
        const both = valuesOf(row, background, (x) => one(x) + two(x))
        const apart = valuesOf(row, background, two)
        both.forEach((value, f) => {
          expect(value).toBeCloseTo(at(valuesOf(row, background, one), f) + at(apart, f), 8)
        })
      }),
    )
  })

  test('are equal for features that do the same', () => {
    fc.assert(
      fc.property(cases, ({ row, cells }) => {
        const twin = (values: readonly number[]): number[] => [
          at(values, 0),
          at(values, 0),
          ...values.slice(2),
        ]
        const of = (x: ArrayLike<number>): number => (at(x, 0) + at(x, 1)) ** 2 * at(x, 2)
        const [first, second] = valuesOf(twin(row), matrix(cells.map(twin)), of)
        expect(first).toBeCloseTo(second ?? Number.NaN, 9)
      }),
    )
  })

  test('a linear model gives each its weight times the distance from the mean', () => {
    const found = valuesOf(
      [2, 0, 0, 1],
      matrix([
        [0, 1, 5, 0],
        [2, 3, 5, 0],
      ]),
      (x) => 3 * at(x, 0) - at(x, 1),
    )
    expect(found.map((value) => Number(value.toFixed(9)))).toEqual([3, 2, 0, 0])
  })

  test('what is too large or too narrow is refused', () => {
    const many = Array.from({ length: 13 }, (_, i) => `f${i}`)
    const predict = eachRow((row) => at(row, 0))
    const ask = (row: ArrayLike<number>, background: Matrix) => () =>
      shapleyValues({ row, background, predict })
    expect(ask(new Float64Array(13), noise(many, 2))).toThrow(/12 are the most/)
    expect(ask(new Float64Array(12), noise(many.slice(1), 1000))).toThrow(/at most 976 background rows/)
    expect(ask([1, 2], noise(['a'], 2))).toThrow(/row has 2 values/)
    expect(ask([Number.NaN], noise(['a'], 2))).toThrow(BadInput)
  })
})

const orders = (items: readonly number[]): number[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item) => orders(items.filter((other) => other !== item)).map((rest) => [item, ...rest]))
