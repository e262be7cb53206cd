/** The referee on its tuned sentences, and what it never says. */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SENTENCES, sentencesIn } from '../../../src/cli/eval-referee.ts'
import { refereed, sharesOf } from '../../../src/evaluation/refereed.ts'
import { bankIn } from '../../../src/host/bank.ts'
import { referee, unstated } from '../../../src/numbers/referee/referee.ts'

const bank = bankIn(join(import.meta.dirname, '..', '..', '..', 'flows'))
const ads = bank.problems.get('ad-clicks') ?? { checks: [], facts: [] }
const none = { checks: [], facts: [] }

test('tuned sentences: no false finding, and nine of ten labels found', () => {
  const tuned = sentencesIn(SENTENCES).filter(({ heldOut }) => !heldOut)
  const { all, sentences } = refereed(
    tuned.flatMap((file) => file.sentences),
    bank.problems,
  )
  expect(sentences.length).toBeGreaterThanOrEqual(80)
  expect(sharesOf(all).precision).toBe(1)
  expect(sharesOf(all).recall).toBeGreaterThan(0.9)
})

test('held-out sentences: as they were committed, nobody accused falsely, and no worse than recorded', () => {
  const [hash] = readFileSync(join(SENTENCES, 'held-out.sha256'), 'utf8').split(' ')
  const file = readFileSync(join(SENTENCES, 'held-out.yaml'))
  expect(createHash('sha256').update(file).digest('hex')).toBe(hash)
  const kept = sentencesIn(SENTENCES).filter(({ heldOut }) => heldOut)
  const { all, accusations } = refereed(
    kept.flatMap(({ sentences }) => sentences),
    bank.problems,
  )
  expect(accusations).toMatchObject({ wrong: 0 })
  expect(accusations.right).toBeGreaterThanOrEqual(22)
  expect(sharesOf(all).precision).toBeGreaterThan(0.95)
  expect(sharesOf(all).recall).toBeGreaterThan(0.82)
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
