import { describe, expect, test } from 'vitest'
import { BadInput } from '../../../src/numbers/bad-input.ts'
import { cacheBytes, embeddingBytes, indexBytes, tableBytes } from '../../../src/numbers/capacity/bytes.ts'
import {
  allowedPerThousand,
  costPerThousand,
  trainingFlops,
  trainingTime,
} from '../../../src/numbers/capacity/cost.ts'
import { latencyBudget } from '../../../src/numbers/capacity/latency.ts'
import { averageRate, inFlight, machines, peakRate } from '../../../src/numbers/capacity/rate.ts'

describe('rates', () => {
  test('120 million people with nine slots a day', () => {
    expect(averageRate({ people: 120e6, each: 9 }).value).toBe(12_500)
    expect(peakRate({ people: 120e6, each: 9 }).value).toBe(37_500)
    expect(averageRate({ people: 120e6, each: 9 }).lines[1]).toBe(
      '1,080,000,000 / 86,400 s = 12,500 per second',
    )
  })
  test('machines are whole, and requests in flight are rate times time', () => {
    expect(machines(1000, 100, 0.6).value).toBe(17)
    expect(inFlight(16, 6).value).toBe(96)
  })
})

test('bytes of 80 million vectors of 256', () => {
  expect(embeddingBytes(80e6, 256).value).toBe(81.92e9)
  expect(embeddingBytes(80e6, 256).lines[0]).toContain('81.92 GB')
  expect(embeddingBytes(80e6, 256, 'int8').value).toBe(20.48e9)
  expect(indexBytes(80e6, 256, { kind: 'codes', code: 32, id: 0 }).value).toBe(2.56e9)
  expect(indexBytes(1000, 10, { kind: 'hnsw', links: 16 }).value).toBe(1000 * (40 + 128))
  expect(tableBytes(1000, { id: 'int64', score: 'float32' }, 2).value).toBe(24_000)
  expect(cacheBytes(1000, 36, 0.5).value).toBe(50_000)
})

test('hops one after the other and side by side', () => {
  const hops = [
    { name: 'in', ms: 5 },
    {
      name: 'features',
      together: [
        { name: 'a', ms: 8 },
        { name: 'b', ms: 12 },
      ],
    },
  ]
  expect(latencyBudget(hops, 20)).toMatchObject({ value: 17, left: 3, fits: true })
  expect(latencyBudget(hops, 15)).toMatchObject({ left: -2, fits: false })
})

test('costs and training', () => {
  expect(costPerThousand(10, 3.6, 1000).value).toBeCloseTo(0.01, 12)
  expect(allowedPerThousand(900_000, 90, 120e6 * 9).value).toBeCloseTo(0.009259, 6)
  expect(
    trainingTime({ flops: trainingFlops(1e9, 1e9).value, devices: 10, perDevice: 1e14, reached: 0.5 }).value,
  ).toBeCloseTo(12_000, 6)
})

test('what is missing or below nothing is refused by name', () => {
  expect(() => averageRate({ people: Number.NaN })).toThrow(BadInput)
  expect(() => averageRate({ people: 1, seconds: 0 })).toThrow('seconds')
  expect(() => latencyBudget([], 10)).toThrow(BadInput)
})
