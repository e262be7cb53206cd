/** Sums in a report: what does not come out is told with its derivation, and nothing else is. */
import { expect, test } from 'vitest'
import { reportMarkdown } from '../../src/interview/markdown.ts'
import { reportOf } from '../../src/interview/report.ts'
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

test('no more than five are told, and none of a message that was withdrawn or is hostile', () => {
  const wrong = Array.from({ length: 9 }, (_, n) => `${n + 2} * 1000 = ${n + 2}00000 requests`)
  expect(saying(...wrong).sums).toHaveLength(5)
  const page = reportMarkdown(saying('2 * 1000 = 900000 | <b>@everyone</b>'))
  expect(page).not.toContain('<b>')
})
