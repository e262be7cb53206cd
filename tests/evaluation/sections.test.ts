import { describe, expect, it, test } from 'vitest'
import { confusionText } from '../../src/evaluation/confusion.ts'
import { evaluationOf } from '../../src/evaluation/evaluation.ts'
import { confusionPicture } from '../../src/evaluation/picture.ts'
import { evaluationMarkdown } from '../../src/evaluation/sections.ts'
import { figure, percent, tableOf } from '../../src/evaluation/table.ts'
import { drawCard } from '../../src/platform/terminal/draw.ts'
import { four, outcome } from './outcomes.ts'

const evaluation = evaluationOf(
  {
    by: 'judge 1.0.0',
    outcomes: [
      ...four('q', [0.1, 0.3, 0.6, null]),
      ...four('r', [0.9, 0.3, 0.6, 0.9], { problem: 'two', heldOut: true, stage: 'model' }),
      outcome({ id: 'an-echo', trick: 'echo', score: 0.4, repeated: false, moved: ['markdown'] }),
      outcome({
        id: 'a-list',
        trick: 'keyword-list',
        score: 0.8,
        verdicts: [
          { criterion: 'DX1', verdict: 2, quote: 'x' },
          { criterion: 'DX2', verdict: 0, quote: '' },
        ],
      }),
    ],
  },
  ['data', 'model'],
)

describe('the page', () => {
  const page = evaluationMarkdown(evaluation, 3)

  it('has a row for all, for each side, stage and problem', () => {
    for (const row of ['**all**', '**tuned**', '**held out**', 'data', 'model', 'one', 'two \\*'])
      expect(page).toMatch(new RegExp(`^\\| ${row.replaceAll('**', '\\*\\*')} +\\|`, 'm'))
    expect(page).toContain('8 answers and 2 tricks over 2 problems, 1 of them held out')
    expect(page).toContain('**1 ordinary answers were not assessed**')
  })

  it('names the worst of each trick, what was not repeated, and what moved', () => {
    expect(page).toMatch(/\| echo +\| +1 \| +0 \| 0\.40 \| 0\.40 an-echo/)
    expect(page).toMatch(/90 % of the answers.*\(not an-echo\)/)
    expect(page).toMatch(/\| markdown +\| +10 % \|/)
    expect(page).toMatch(/\| lower-case +\| +0 % \|/)
  })

  it('lists the worst answers with label, score and verdicts, only where asked', () => {
    const [, list = ''] = page.split('## Furthest from their label')
    expect(list.match(/^- /gm)).toHaveLength(3)
    expect(list).toContain('**not assessed** for label 3: q-3')
    expect(list).toContain('**0.80** for label 0, keyword-list: a-list\n  DX1 2')
    expect(evaluationMarkdown(evaluation)).not.toContain('Furthest')
  })

  it('leaves out what there is nothing of', () => {
    const plain = evaluationMarkdown(
      evaluationOf({ by: 'x', outcomes: four('q', [0, 0.3, 0.6, 0.9]) }, ['data']),
      5,
    )
    expect(plain).not.toContain('held out')
    expect(plain).not.toContain('Tricks')
    expect(plain).not.toContain('NaN')
    expect(plain).toContain('Every score lies within its label.')
  })

  test.each([80, 100])('keeps its tables whole at %i columns', (columns) => {
    const drawn = drawCard({ tone: 'answer', text: page }, columns, false)
    expect(drawn.match(/^┌/gm)).toHaveLength(4)
    expect(Math.max(...drawn.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns)
  })
})

test('the confusion in characters has every count, and a bar wherever there is one', () => {
  const lines = confusionText([
    [9, 1, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 3, 0],
    [0, 0, 1, 99],
  ]).split('\n')
  expect(lines.map((line) => line.match(/\d+/g)?.map(Number))).toEqual([
    undefined,
    [0, 1, 2, 3],
    [0, 9, 1, 0, 0, 10],
    [1, 0, 0, 0, 0, 0],
    [2, 0, 0, 3, 0, 3],
    [3, 0, 0, 1, 99, 100],
    undefined,
  ])
  expect(lines.map((line) => line.match(/█+/g)?.map((bar) => bar.length) ?? [])).toEqual([
    [],
    [],
    [5, 1],
    [],
    [6],
    [1, 6],
    [],
  ])
  expect(new Set(lines.slice(1, -1).map(({ length }) => length)).size).toBe(1)
})

test('the picture has a title, the names of both axes, and every count with its share', () => {
  const svg = confusionPicture(
    [
      [3, 1, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 5, 0],
      [0, 0, 0, 7],
    ],
    'judge <1> & "2"',
  )
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+"/)
  const texts = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)
  for (const words of [
    'Labels and graded levels of 16 answers',
    'Label',
    'Level that was graded',
    '75 %',
    '25 %',
    '100 %',
    '7',
    '4 answers',
  ])
    expect(texts).toContain(words)
  expect(texts.filter((text) => text === '0 %')).toHaveLength(12)
  expect(svg).not.toMatch(/<1>|NaN|undefined/)
  expect(svg.match(/<rect [^>]*stroke=/g)).toHaveLength(16)
})

describe('tables and figures', () => {
  it('are aligned as they stand', () => {
    expect(
      tableOf(
        ['what', 'n', 'says'],
        [
          ['a', 0.5, 'words'],
          ['long one', null, ''],
        ],
        [0, 2],
      ),
    ).toBe(
      [
        '| what     |    n | says  |',
        '| -------- | ---: | ----- |',
        '| a        | 0.50 | words |',
        '| long one |    - |       |',
      ].join('\n'),
    )
  })

  it('show none and all only where it is none and all', () => {
    expect([0, 0.0001, 0.25, 0.12345, 0.9999, 1, null].map(percent)).toEqual([
      '0 %',
      '0.1 %',
      '25 %',
      '12.3 %',
      '99.9 %',
      '100 %',
      '-',
    ])
    expect([0, 1, -0.126, null].map(figure)).toEqual(['0.00', '1.00', '-0.13', '-'])
  })
})
