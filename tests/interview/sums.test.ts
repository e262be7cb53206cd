/** Sums in a report: what does not come out is told with its derivation, and nothing else is. */
import { expect, test } from 'vitest'
import { reportMarkdown } from '../../src/interview/markdown.ts'
import { reportOf } from '../../src/interview/report.ts'
import { wordsIn } from '../../src/words/words.ts'
import { full, told } from './told.ts'

const saying = (...texts: string[]) =>
  reportOf(told({ ...full, steps: [...full.steps, ...texts.map((says) => ({ says }))] }))

test('written arithmetic, a budget and a threshold that are off are told where they were said', () => {
  const report = saying(
    '120M x 9 / 86400 is about 1,250 per second.',
    'Gateway 20ms, feature fetch 60ms, ranking 80ms, then blending 30 ms, so all fits in our 150 ms.',
    'A false positive costs 10 dollars and a false negative costs 90 dollars, hence the threshold is at 0.5.',
  )
  expect(report.sums.map(({ quote }) => quote)).toEqual(['1,250 per second', '150 ms', '0.5'])
  const page = reportMarkdown(report)
  expect(page).toMatch(
    /## Sums that do not come out\n\n- "1,250 per second" \(\w+, minute \d+\)\n {2}- .*= 12,500/,
  )
  expect(page).toContain('0.1')
})

test('what comes out, what is asked and what is only off from the problem is left alone', () => {
  const report = saying(
    '120M x 9 / 86400 is about 12.5k per second, so is 10k per second a hard limit?',
    'At ten times the load that would be 125k per second.',
    'Lookup 5 ms + model 25 ms + blend 10 ms = 40 ms, which fits in 100 ms.',
  )
  expect(report.sums).toEqual([])
  expect(reportMarkdown(report)).not.toContain('come out')
})

test('a rate over a time is a product', () => {
  const right = saying(
    'With 22 million a day over 18 months that is about 12 billion rows.',
    'At 26,400 frauds a day over 90 days that is 2.4 million positives.',
  )
  expect(right.sums).toEqual([])
  const [wrong] = saying('At 26,400 frauds a day over 90 days that is 24 million frauds.').sums
  expect(wrong?.derivation).toEqual([
    '26,400 frauds a day over 90 days = 2,376,000 frauds',
    '24,000,000 frauds is 10.1 times the right one',
  ])
})

test('a slip that a later message puts right is left out', () => {
  const slip = '22,000,000 / 86,400 = 2,546 per second'
  expect(saying(slip, 'So we need a queue.').sums).toHaveLength(1)
  expect(saying(slip, 'No wait, I was wrong: the mean is 254.6 per second').sums).toEqual([])
  expect(saying('The mean is 254.6 per second', slip).sums).toHaveLength(1)
})

test('how it comes out is told in the language of the talk', () => {
  const texts = [
    '500 Millionen Karten mit je 200 Byte sind 1 TB.',
    '500 million cards with 200 bytes each is 1 TB.',
    '60 reviewers times 150 is 7,000 reviews',
    'Gateway 20ms, feature fetch 60ms, ranking 80ms, then blending 30 ms, so all fits in our 150 ms.',
    'A false positive costs 10 dollars and a false negative costs 90 dollars, hence the threshold is at 0.5.',
  ]
  const talk = told({ ...full, steps: [...full.steps, ...texts.map((says) => ({ says }))] })
  const lines = reportOf(talk, wordsIn('de')).sums.flatMap(({ derivation }) => derivation)
  expect(lines).toEqual([
    '500 Millionen Karten mit je 200 Byte = 0,1 TB',
    '1 TB: das 10-Fache des richtigen Werts',
    '500 million cards with 200 bytes each = 0,1 TB',
    '1 TB: das 10-Fache des richtigen Werts',
    '60 reviewers times 150 = 9.000 reviews',
    '7.000 reviews: 77,8 % des richtigen Werts',
    '20 ms + 60 ms + 80 ms + 30 ms = 190 ms',
    '190 ms sind 40 ms mehr als die 150 ms, die es gibt',
    'Handeln lohnt sich ab der Wahrscheinlichkeit, bei der beide Fehler gleich viel kosten: t × Versäumnis = (1 - t) × Fehlalarm.',
    't = Fehlalarm / (Fehlalarm + Versäumnis) = 10 / (10 + 90) = 0,1',
  ])
})

test('no more than five are told, and none of a message that was withdrawn or is hostile', () => {
  const wrong = Array.from({ length: 9 }, (_, n) => `${n + 2} * 1000 = ${n + 2}00000 requests`)
  expect(saying(...wrong).sums).toHaveLength(5)
  const page = reportMarkdown(saying('2 * 1000 = 900000 | <b>@everyone</b>'))
  expect(page).not.toContain('<b>')
})
