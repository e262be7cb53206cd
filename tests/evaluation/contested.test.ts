/** Contested verdicts beside the figures of an evaluation. */
import { expect, test } from 'vitest'
import { contestedMarkdown } from '../../src/evaluation/contested.ts'
import { evaluationOf } from '../../src/evaluation/evaluation.ts'
import { evaluationMarkdown } from '../../src/evaluation/sections.ts'
import type { ContestedVerdict } from '../../src/interview/report/contests.ts'
import { drawCard } from '../../src/platform/terminal/draw.ts'
import { four } from './outcomes.ts'

const DAY = 24 * 3_600_000

const verdict = (said: Partial<ContestedVerdict> = {}): ContestedVerdict => ({
  criterion: 'DX2',
  problem: 'ad-clicks',
  stage: 'data',
  verdict: 1,
  quote: 'About 1 % are clicks.',
  reason: 'I gave the figure.',
  at: 20_000 * DAY,
  by: 'lexical 1.0.0',
  ...said,
})

const changed = verdict({ outcome: { verdict: 2, quote: 'About 1 % are clicks.', by: 'model 1' } })
const stood = verdict({ criterion: 'CL1', outcome: { verdict: 1, quote: '', by: 'model 1' } })

test('each criterion has its counts, the most contested first', () => {
  const page = contestedMarkdown([stood, verdict(), changed, verdict({ criterion: 'AA1' })])
  const rows = page.split('\n').filter((line) => line.startsWith('| '))
  expect(rows.slice(2).map((row) => row.split('|').map((cell) => cell.trim()))).toEqual([
    ['', 'DX2', '2', '1', '1', ''],
    ['', 'AA1', '1', '0', '0', ''],
    ['', 'CL1', '1', '1', '0', ''],
  ])
})

test('the newest come with verdict, outcome, reason and quote, and the rest are counted', () => {
  const many = Array.from({ length: 13 }, (_, n) =>
    verdict({ reason: `Reason ${n}.`, at: (20_000 + n) * DAY }),
  )
  const page = contestedMarkdown([changed, ...many])
  const reasons = [...page.matchAll(/Reason (\d+)/g)].map(([, n]) => Number(n))
  expect(reasons).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3])
  expect(page).toContain('And 4 earlier ones.')
  expect(contestedMarkdown([changed])).toContain(
    '**DX2 1** by lexical 1.0.0; model 1 says 2 (ad-clicks, data, 2024-10-04): I gave the figure.\n\n> About 1 % are clicks.',
  )
  expect(contestedMarkdown([verdict({ verdict: 0, quote: '' })])).not.toContain('\n> ')
})

test('words of others have no power over the page', () => {
  const hostile = '# Heading\n\n| a | b |\n<script>@everyone [x](https://evil.example)'
  const page = contestedMarkdown([verdict({ reason: hostile, quote: hostile })])
  expect(page).not.toMatch(/^# Heading|<script>|@everyone|https:\/\/|^\| a/m)
})

test('they come last on the page, where there are any, and fit into it', () => {
  const evaluation = evaluationOf({ by: 'x', outcomes: four('q', [0, 0.3, 0.6, 0.9]) }, ['data'])
  expect(evaluationMarkdown(evaluation)).not.toContain('Contested')
  const page = evaluationMarkdown(evaluation, 3, [changed])
  expect(page.indexOf('## Contested verdicts')).toBeGreaterThan(page.indexOf('## Furthest'))
  const drawn = drawCard({ tone: 'answer', text: page }, 80, false)
  expect(Math.max(...drawn.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
})
