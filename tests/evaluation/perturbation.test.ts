import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PERTURBATIONS } from '../../src/evaluation/perturbation.ts'

const by = (id: string) => {
  const found = PERTURBATIONS.find((one) => one.id === id)
  if (!found) throw new Error(`There is no perturbation ${id}.`)
  return found.change
}

/** Letters and figures in a row, list numbers apart, case folded: cruder than what any grader does. */
const words = (text: string): string[] =>
  text
    .replace(/(^|\n)(?:[ \t>*_#-]*\d{1,2}[.)](?=\s))+/g, '$1')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

const TEXTS = [
  'Positives are 1.1 %, so 12,000 of 1.08e9. I\'d split by time (never at random) - "tomorrow" leaks.',
  '1. split by time\n2. p99 < 25 ms, $0.02/turn\n3) c++, w/ b/c e.g. this... or that?',
  "- first: low-latency and/or cheap\n- second; users' data\n\n  * nested, don't ask.\n\nThe end",
  'threshold .5 (not .1). 3 - 1 = 2 - and then; -5 degrees, ~20, +3, 10:30, f(x), a.b',
  'costs 12\n500 of them, in 12. 500 rows',
  'STRASSE Straße, ﬁne µm ıİ naïve “quoted” ‘words’ — dash – dash',
  '# Title\n> quoted\n| a | b |\n```\ncode(x)\n```',
  '**1. Bold** item\n**2. Other** item',
  '\n2. 30) nested',
  '',
]

test.each(PERTURBATIONS.flatMap(({ id }) => TEXTS.map((text) => [id, text] as const)))(
  '%s keeps the words of %j',
  (id, text) => {
    expect(words(by(id)(text))).toEqual(words(text))
  },
)

test.each(PERTURBATIONS)(
  '$id keeps the words of any text of such scraps, and says what it does',
  ({ change, says }) => {
    expect(says).toMatch(/\w+ \w+/)
    const scraps = fc.constantFrom(
      ...[
        'data',
        'labels',
        "don't",
        '1.5',
        '30',
        '500',
        '%',
        '$',
        '-',
        '--',
        '/',
        '.',
        ', ',
        '; ',
        ': ',
        '(',
        ')',
      ],
      ...['"', ' ', ' ', ' ', '\n', '\n- ', '\n2. ', '**', '_', '...', '?', '~', '’', '—', 'p99'],
    )
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 25 }), (parts) => {
        const text = parts.join('')
        expect(words(change(text))).toEqual(words(text))
      }),
      { numRuns: 500 },
    )
  },
)

describe('what each does', () => {
  test.each([
    ['lower-case', 'A Straße, 5M and p99', 'a straße, 5m and p99'],
    ['upper-case', 'A Straße, 5m and p99', 'A STRAßE, 5M AND P99'],
    ['no-punctuation', 'So: 1.5 %, (not 2) - "ok".', 'So  1.5 %   not 2     ok '],
    ['no-punctuation', "don't 10:30 a/b .5 low-latency 3 - 1", "don't 10:30 a/b .5 low-latency 3 - 1"],
    ['no-punctuation', '1. one,\n2) two.', '1. one \n2) two '],
    ['one-line', 'one\n\ntwo\n- three\n2. four\n  * five', 'one two three four five'],
    ['one-line', 'costs 12\n500', 'costs 12\n500'],
    [
      'markdown',
      'split data by time because labels come late\n- done',
      '- split data by **time** because labels _come_ late\n- done',
    ],
    ['markdown', '```\nx\n```', '```\nx\n```'],
  ])('%s: %j', (id, text, wanted) => {
    expect(by(id)(text)).toBe(wanted)
  })

  test('each of them changes an ordinary text', () => {
    const text = 'First, split by time.\nThen train on what was logged while serving, because counts leak.'
    for (const { id, change } of PERTURBATIONS) expect(change(text), id).not.toBe(text)
  })
})
