/** The referee on its tuned sentences, and what it never says. */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SENTENCES, sentencesIn } from '../../../src/cli/eval-referee.ts'
import { parseSentences, refereed, sharesOf } from '../../../src/evaluation/refereed.ts'
import { bankIn } from '../../../src/host/bank.ts'
import { isCorrectedBy } from '../../../src/numbers/referee/corrected.ts'
import { referee, unstated } from '../../../src/numbers/referee/referee.ts'

const bank = bankIn(join(import.meta.dirname, '..', '..', '..', 'flows'))
const ads = bank.problems.get('ad-clicks') ?? { checks: [], facts: [] }
const none = { checks: [], facts: [] }

const measured = (name: string) =>
  refereed(
    parseSentences(readFileSync(join(SENTENCES, `${name}.yaml`), 'utf8'), name).sentences,
    bank.problems,
  )

test.each([
  ['tuned', 0.94],
  ['spoken', 0.94],
  ['spoken-more', 0.96],
  ['worded', 0.99],
])('tuned sentences of %s: no false finding, and most labels found', (name, least) => {
  const { all, sentences } = measured(name)
  expect(sentences.length).toBeGreaterThanOrEqual(100)
  expect(sharesOf(all).precision).toBe(1)
  expect(sharesOf(all).recall).toBeGreaterThan(least)
})

test('nothing is said where there is nothing to say', () => {
  const { sentences } = measured('quiet')
  expect(sentences.length).toBeGreaterThan(300)
  expect(sentences.flatMap(({ found }) => found)).toEqual([])
})

test('what is held out stands as it was committed', () => {
  const lines = readFileSync(join(SENTENCES, 'held-out.sha256'), 'utf8').trim().split('\n')
  const hashes = lines.map((line) => line.split(/ +/)).map(([hash, name = '']) => ({ hash, name }))
  for (const { hash, name } of hashes) {
    const file = readFileSync(join(SENTENCES, name))
    expect(createHash('sha256').update(file).digest('hex'), name).toBe(hash)
  }
  expect(hashes.length).toBe(sentencesIn(SENTENCES).filter(({ heldOut }) => heldOut).length)
})

test.each([
  ['held-out', { right: 25, wrong: 0, precision: 0.955, recall: 0.88 }],
  ['spoken-held-out', { right: 25, wrong: 1, precision: 0.97, recall: 0.81 }],
])('held-out sentences of %s: no worse than recorded', (name, { right, wrong, precision, recall }) => {
  const { all, accusations } = measured(name)
  expect(accusations.wrong).toBeLessThanOrEqual(wrong)
  expect(accusations.right).toBeGreaterThanOrEqual(right)
  expect(sharesOf(all).precision).toBeGreaterThan(precision)
  expect(sharesOf(all).recall).toBeGreaterThan(recall)
})

test('no exemplar and no fact of the bank is accused', () => {
  const accused = [...bank.problems.values()].flatMap((problem) =>
    [...Object.values(problem.exemplars), ...problem.facts.map(({ says }) => says)].flatMap((says) =>
      referee(says, problem).filter(({ kind }) => kind !== 'right'),
    ),
  )
  expect(accused).toEqual([])
})

describe('a finding', () => {
  test('carries what the arithmetic gives and how', () => {
    const [finding] = referee('120M x 9 / 86400 is about 1,250', ads)
    expect(finding).toMatchObject({ kind: 'arithmetic', quote: '1,250', stated: 1250, expected: 12500 })
    expect(finding?.derivation[0]).toContain('= 12,500')
  })

  test('tells hops that do not fit and the sum', () => {
    const [finding] = referee('total 100 ms: gateway 40 ms -> model 45 ms -> rerank 35 ms', none)
    expect(finding).toMatchObject({ kind: 'budget', stated: 100, expected: 120 })
  })

  test('tells the threshold that follows from the costs', () => {
    const [finding] = referee('A false alarm costs $12 and a miss $95, so the threshold is 0.5.', none)
    expect(finding?.kind).toBe('threshold')
    expect(finding?.expected).toBeCloseTo(0.1121, 4)
  })
})

describe('how far off a sum is', () => {
  test.each([
    ['500 million cards with 200 bytes each is 1 TB', '0.1 TB', '1 TB is 10 times the right one'],
    [
      '60 reviewers times 150 is 12,000 reviews',
      '9,000 reviews',
      '12,000 reviews is 1.3 times the right one',
    ],
    ['60 reviewers times 150 is 900 reviews', '9,000 reviews', '900 reviews is 1/10 of the right one'],
    ['60 reviewers times 150 is 7,000 reviews', '9,000 reviews', '7,000 reviews is 77.8 % of the right one'],
    ['$3 per hour over 30 days is $21,600', '$2,160', '$21,600 is 10 times the right one'],
    ['20 * 90 million is 18 billion', '1,800,000,000', '18,000,000,000 is 10 times the right one'],
  ])('is told in its own unit: %s', (text, gives, size) => {
    const [finding] = referee(text, none)
    expect(finding?.derivation).toEqual([expect.stringMatching(new RegExp(`^${written(text)} = .+$`)), size])
    expect(finding?.derivation[0]?.endsWith(` = ${gives}`)).toBe(true)
  })

  const written = (text: string): string =>
    (/^(.+?),? (?:is|sind) /.exec(text)?.[1] ?? '').replace(/[$*]/g, (sign) => `\\${sign}`)
})

describe('a sum of one message that a later one puts right', () => {
  const isPutRight = (text: string, later: string): boolean[] =>
    referee(text, none).map((one) => isCorrectedBy(one, later))

  test.each([
    ['22,000,000 / 86,400 = 2,546 per second', 'No wait, I was wrong: the mean is 254.6 per second'],
    ['22,000,000 / 86,400 = 2,546 per second', 'So about 255 per second on average'],
    ['22,000,000 / 86,400 = 2,546 per second', '2,546 was wrong, I will come back to that'],
    ['22,000,000 / 86,400 = 2,546 per second', 'Not 2,546, I lost a digit.'],
    ['500 million cards with 200 bytes each is 1 TB', 'It is only 100 GB in Redis'],
    ['Sixty reviewers at 150 a day are 12,000 reviews.', 'Right, 9,000.'],
    ['The threshold is 12 / (12 + 95) = 0.21.', 'I meant 0.112'],
    ['From 6.5 % to 5 % is a 10 % drop.', 'It should be 23 %'],
    ['10,5 GB / 3 = 35 GB je Knoten', 'Moment, das sind 3,5 GB'],
  ])('%s -> %s', (text, later) => expect(isPutRight(text, later)).toEqual([true]))

  test.each([
    ['22,000,000 / 86,400 = 2,546 per second', 'At a peak of three that is 7,638 per second'],
    ['22,000,000 / 86,400 = 2,546 per second', 'We need 255 features'],
    ['500 million cards with 200 bytes each is 1 TB', 'So ten nodes of 100 GB hold it'],
    ['Sixty reviewers at 150 a day are 12,000 reviews.', 'The queue takes 12,000 reviews a day then.'],
    ['The threshold is 12 / (12 + 95) = 0.21.', 'Anything above 0.21 is declined, sorry'],
  ])('%s stands: %s', (text, later) => expect(isPutRight(text, later)).toEqual([false]))
})

describe('commas and points', () => {
  const results = (text: string) => referee(text, none).map(({ quote, expected }) => ({ quote, expected }))

  test('decimal commas are read, thousands with points as well', () => {
    expect(results('10,5 GB / 3 = 3,5 GB je Knoten, 1.000.000 x 2,5 = 2.500.000')).toEqual([])
    expect(results('2,5 ms * 400 = 100 ms')).toEqual([{ quote: '100 ms', expected: 1000 }])
    expect(results('1.200 x 2,5 = 300')).toEqual([{ quote: '300', expected: 3000 }])
  })

  test('where a figure can be read in two ways, only what is wrong in both is wrong', () => {
    expect(results('3.500 * 2 = 7.000')).toEqual([])
    expect(results('1.250 x 4 = 5,000')).toEqual([])
    expect(results('1.250 x 4 = 6.500')).toEqual([{ quote: '6.500', expected: 5 }])
  })
})

describe('where commas may be decimals', () => {
  const quotes = (text: string) => referee(text, { ...none, commas: true }).map(({ quote }) => quote)

  test.each([
    ['1,250 x 4 = 5', []],
    ['1,250 x 4 = 5,000', []],
    ['150,000 / 86,400 = 1.736', []],
    ['22,000,000 / 86,400 = 254.6 per second', []],
    ['1,250 x 4 = 65', ['65']],
    ['22,000,000 / 86,400 = 2,546 per second', ['2,546 per second']],
    ['1,5 Millionen am Tag über 30 Tage sind 450 Millionen', ['450 Millionen']],
  ])('only what is wrong with either is wrong: %s', (text, wrong) => expect(quotes(text)).toEqual(wrong))
})

test('where commas are decimals, points set off thousands', () => {
  const text = '300 Fahrten zu je 14 Euro sind 42.000 Euro'
  expect(referee(text, { ...none, commas: true })[0]).toMatchObject({ stated: 42_000, expected: 4_200 })
})

describe('a sum that nobody stands by is left alone', () => {
  test.each([
    'my colleague wrote 3 x 40 = 160',
    'laut Paper sind 3 x 40 = 160',
    '3 x 40 = 160, let me redo that: 120',
    '3 x 40 = 160 (edit: 120)',
    'unless 3 x 40 = 160 it does not fit',
    'does 3 x 40 = 160 look right to you',
    '3 x 40 would be 160 with one more',
    'not 3 x 40 = 160',
  ])('%s', (text) => expect(referee(text, none)).toEqual([]))

  test('and pointed at where somebody does, after an assumption too', () => {
    for (const text of ['so 3 x 40 = 160', 'suppose we have 3 hosts, then 3 x 40 = 160'])
      expect(referee(text, none).map(({ quote }) => quote)).toEqual(['160'])
  })
})

test('a check is unstated until a figure answers it', () => {
  const before = unstated([], ads).map(({ id }) => id)
  const after = unstated(['12.5k slots per second on average'], ads).map(({ id }) => id)
  expect(before.filter((id) => !after.includes(id))).toEqual(['mean-rate'])
})

test('whatever the text, it answers, and quotes what stands there', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '120M',
          'x',
          '/',
          '(',
          ')',
          '=',
          ' ',
          '12',
          '%',
          'ms',
          'a',
          'half',
          'per',
          'to',
          '\n',
          '-',
          '.',
          'is',
        ),
        { maxLength: 60 },
      ),
      (parts) => {
        const text = parts.join(' ')
        for (const { quote, start, end } of referee(text, ads)) expect(text.slice(start, end)).toBe(quote)
      },
    ),
  )
})
