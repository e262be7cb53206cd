/** Sums in many ways of writing: those that come out are left alone, those off by ten are pointed at. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../src/numbers/referee/finding.ts'
import { referee } from '../../../src/numbers/referee/referee.ts'
import '../../seeded.ts'

type Tongue = 'en' | 'de'
type Way = { tongue: Tongue; spread: 'grouped' | 'plain' | 'short'; link: number; end: number }

const LINKS = {
  en: [' = ', ' is ', ' is about ', ' gives ', ' makes ', ' ≈ ', ' equals ', ', that is ', ', so we get '],
  de: [' = ', ' sind ', ' ist etwa ', ' ergibt ', ' macht ', ', das sind rund '],
}
const ENDS = ['', '.', ', fine', ' and that is it.', ', then we shard']

const way: fc.Arbitrary<Way> = fc.record({
  tongue: fc.constantFrom('en', 'de'),
  spread: fc.constantFrom('grouped', 'plain', 'short'),
  link: fc.nat(),
  end: fc.nat(),
})

const at = (list: readonly string[], index: number): string => list[index % list.length] ?? ''

const sum = (left: string, right: string, { tongue, link, end }: Way): string =>
  `${left}${at(LINKS[tongue], link)}${right}${tongue === 'en' ? at(ENDS, end) : ''}`

/** A value with three digits, as its writer would group or shorten it. */
const written = (exact: number, { tongue, spread }: Way): string => {
  const value = Number(exact.toPrecision(3))
  const [size, short] = [
    [1e9, tongue === 'en' ? ' billion' : ' Mrd.'] as const,
    [1e6, tongue === 'en' ? 'M' : ' Mio.'] as const,
    [1e3, 'k'] as const,
  ].find(([least]) => value >= least) ?? [1, '']
  if (spread === 'short') return `${decimal(Number((value / size).toPrecision(3)), tongue)}${short}`
  const [whole = '', part] = String(value).split('.')
  const grouped =
    spread === 'grouped' ? whole.replace(/\B(?=(?:\d{3})+$)/g, tongue === 'en' ? ',' : '.') : whole
  return part === undefined ? grouped : `${grouped}${tongue === 'en' ? '.' : ','}${part}`
}

const decimal = (value: number, tongue: Tongue): string =>
  tongue === 'en' ? String(value) : String(value).replace('.', ',')

const bytes = (value: number, { tongue }: Way): string => {
  const units = [
    [1e15, 'PB'],
    [1e12, 'TB'],
    [1e9, 'GB'],
    [1e6, 'MB'],
    [1e3, 'KB'],
  ] as const
  const [size, unit] = units.find(([least]) => value >= least) ?? [1, 'bytes']
  return `${decimal(Number((value / size).toPrecision(3)), tongue)} ${unit}`
}

const three = (least: number, most: number): fc.Arbitrary<number> =>
  fc
    .double({ min: Math.log10(least), max: Math.log10(most), noNaN: true })
    .map((power) => Number((10 ** power).toPrecision(2)))

/** Texts of one sum, the result of which is off by a factor. */
const KINDS: Readonly<Record<string, (off: number) => fc.Arbitrary<string>>> = {
  storage: (off) =>
    fc
      .tuple(three(1e3, 9e8), three(1, 900), fc.constantFrom(' x ', ' * ', ' × '), way)
      .map(([count, size, sign, how]) =>
        sum(
          `${written(count, how)}${sign}${decimal(size, how.tongue)} KB`,
          bytes(count * size * 1e3 * off, how),
          how,
        ),
      ),
  shares: (off) =>
    fc
      .tuple(three(0.5, 60), three(1e5, 9e8), way)
      .map(([share, whole, how]) =>
        sum(
          `${decimal(share, how.tongue)} %${how.tongue === 'en' ? ' of ' : ' von '}${written(whole, how)}`,
          written((share / 100) * whole * off, how),
          how,
        ),
      ),
  money: (off) =>
    fc
      .tuple(three(1e3, 1e6), three(0.1, 400), way)
      .map(([calls, each, how]) =>
        sum(
          `${written(calls, how)} x ${decimal(each, how.tongue)} €`,
          `${written(calls * each * off, how)} €`,
          how,
        ),
      ),
  rates: (off) =>
    fc
      .tuple(three(1e8, 9e9), way)
      .map(([daily, how]) =>
        sum(
          `${written(daily, how)} / ${how.tongue === 'en' ? '86,400' : '86.400'}`,
          written((daily / 86_400) * off, how),
          how,
        ),
      ),
}

/** A time in words, and its seconds. */
const SPANS = {
  en: [
    ['90 days', 90 * 86_400],
    ['18 months', 18 * 30 * 86_400],
    ['two years', 2 * 365 * 86_400],
    ['12 hours', 12 * 3600],
    ['a year', 365 * 86_400],
  ],
  de: [
    ['90 Tage', 90 * 86_400],
    ['18 Monate', 18 * 30 * 86_400],
    ['ein Jahr', 365 * 86_400],
  ],
} as const
const RATES = {
  en: [
    [' a day', 86_400],
    [' per second', 1],
    [' an hour', 3600],
    [' searches a day', 86_400],
  ],
  de: [
    [' am Tag', 86_400],
    [' pro Sekunde', 1],
  ],
} as const
const OVER = { en: [' over ', ' for '], de: [' über ', ' für '] } as const

const rateOver = (off: number): fc.Arbitrary<string> =>
  fc.tuple(three(1e3, 9e7), fc.nat(), fc.nat(), fc.nat(), way).map(([many, rate, time, word, how]) => {
    const [each, per] = RATES[how.tongue][rate % RATES[how.tongue].length] ?? ['', 1]
    const [span, seconds] = SPANS[how.tongue][time % SPANS[how.tongue].length] ?? ['', 1]
    const left = `${written(many, how)}${each}${at(OVER[how.tongue], word)}${span}`
    return sum(left, written((many * seconds * off) / per, how), { ...how, link: how.link % 4 })
  })

const accusations = (text: string): Finding[] =>
  referee(text, { checks: [], facts: [] }).filter(({ kind }) => kind !== 'right')

describe('a rate over a time', () => {
  test('is left alone where it comes out, and where commas are decimals too', () => {
    fc.assert(
      fc.property(rateOver(1), (text) => {
        expect(accusations(text)).toEqual([])
        expect(referee(text, { checks: [], facts: [], commas: true })).toEqual([])
      }),
    )
  })

  test('is pointed at where it is off by ten', () => {
    fc.assert(
      fc.property(rateOver(10), (text) => {
        expect(accusations(text)).toHaveLength(1)
      }),
    )
  })
})

describe.each(Object.entries(KINDS))('%s', (_, texts) => {
  test('that comes out is left alone', () => {
    fc.assert(
      fc.property(texts(1), (text) => {
        expect(accusations(text)).toEqual([])
      }),
    )
  })

  test.each([10, 0.1])('that is off by %d is pointed at', (off) => {
    fc.assert(
      fc.property(texts(off), (text) => {
        expect(accusations(text)).toHaveLength(1)
      }),
    )
  })
})
