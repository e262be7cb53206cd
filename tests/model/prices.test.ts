import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { costOf, housePrices, parsePrices, priceOf, pricesFrom } from '../../src/model/prices.ts'

const table = (models: unknown) => JSON.stringify({ currency: 'EUR', asOf: '2030-01', source: 'me', models })

test('the table that comes along says of when it is, and the cache is never dearer', () => {
  const prices = housePrices()
  expect(prices.currency).toBe('USD')
  expect(prices.asOf).toMatch(/^\d{4}-\d{2}/)
  expect(prices.source).not.toBe('')
  const all = Object.values(prices.models)
  expect(all.length).toBeGreaterThan(8)
  for (const { sent, cached, received } of all) {
    expect(cached).toBeLessThanOrEqual(sent)
    expect(received).toBeGreaterThan(sent)
  }
})

test('a dated model costs what its name does, and a name that only begins like it is another', () => {
  const prices = parsePrices(
    table({
      'gpt-a': { sent: 1, cached: 0.5, received: 4 },
      constructor2: { sent: 0, cached: 0, received: 0 },
    }),
  )
  expect(prices).toMatchObject({ currency: 'EUR', asOf: '2030-01', source: 'me' })
  expect(priceOf(prices, 'gpt-a-2029-12-31')).toEqual({ sent: 1, cached: 0.5, received: 4 })
  expect(priceOf(prices, 'gpt-a-mini')).toBeUndefined()
  expect(priceOf(prices, 'constructor')).toBeUndefined()
})

test('what was in the cache is paid at its own price', () => {
  const price = { sent: 2, cached: 0.5, received: 8 }
  expect(costOf(price, { sent: 1_000_000, cached: 400_000, received: 100_000 })).toBeCloseTo(
    1.2 + 0.2 + 0.8,
    9,
  )
})

test.each([
  ['{}', /no "models"/],
  [table({ a: { sent: 1, cached: 1 } }), /no number "received" for a/],
  [table({ a: { sent: -1, cached: 1, received: 1 } }), /no number "sent" for a/],
  [table({ a: 3 }), /no number "sent" for a/],
])('%s is refused', (json, says) => {
  expect(() => parsePrices(json)).toThrow(says)
})

test('a file of your own takes the place of the table; one that cannot be used names the setting', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'mlsd-')), 'prices.json')
  expect(() => pricesFrom(file)).toThrow(/^MLSD_PRICES cannot be used: .*prices\.json/)
  writeFileSync(file, '{')
  expect(() => pricesFrom(file)).toThrow(/^MLSD_PRICES cannot be used: /)
  writeFileSync(file, table({ mine: { sent: 1, cached: 1, received: 1 } }))
  expect(Object.keys(pricesFrom(file).models)).toEqual(['mine'])
  expect(pricesFrom(undefined)).toEqual(housePrices())
})
