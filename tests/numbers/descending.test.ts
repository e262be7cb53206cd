import fc from 'fast-check'
import { expect, test } from 'vitest'
import { descending } from '../../src/numbers/descending.ts'

const order = (values: Float64Array): number[] =>
  [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b)

test('from high to low, equal values in the order of rows', () => {
  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }),
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(0, -0, 5e-324, -5e-324, 1 + 2 ** -52, 1 - 2 ** -53),
    // One upper half, many lower ones.
    fc.nat(1e6).map((n) => 1 + n * 2 ** -52),
  )
  fc.assert(
    fc.property(fc.array(value, { maxLength: 200 }), (values) => {
      const all = Float64Array.from(values)
      expect([...descending(all)]).toEqual(order(all))
    }),
  )
})

test('many values with one upper half', () => {
  const all = Float64Array.from({ length: 5000 }, (_, i) => 1 + ((i * 7919) % 3000) * 2 ** -52)
  expect([...descending(all)]).toEqual(order(all))
})
