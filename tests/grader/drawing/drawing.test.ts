/** Drawings that count: labelled ones, good and poor, in three notations; what merely has arrows in it earns nothing. */
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { drawnVerdicts, withDrawn } from '../../../src/grader/drawing/drawing.ts'
import { lexicalGrader } from '../../../src/grader/lexical.ts'
import type { Answer } from '../../../src/interview/transcript.ts'
import { LABELLED } from './labelled.ts'

const marks = (text: string, given: readonly string[] = []): Record<string, number> =>
  Object.fromEntries(drawnVerdicts(text, given).map(({ criterion, verdict }) => [criterion, verdict]))

describe('labelled drawings', () => {
  it('are at least thirty, in three notations, a third of them worth nothing or little', () => {
    expect(LABELLED.length).toBeGreaterThanOrEqual(30)
    expect(LABELLED.filter(({ earns }) => Object.keys(earns).length === 0).length).toBeGreaterThanOrEqual(10)
    for (const notation of [/flowchart|graph (?:LR|TD)/, /digraph/, /^app/m])
      expect(LABELLED.some(({ text }) => notation.test(text))).toBe(true)
  })

  it.each(LABELLED.map((one) => [one.shows, one] as const))('%s', (_, { text, given, earns }) => {
    expect(marks(text, given)).toEqual(earns)
  })

  it('each quote their message word for word', () => {
    for (const { text } of LABELLED)
      for (const { quote } of drawnVerdicts(text)) {
        expect(text).toContain(quote)
        expect(quote.length).toBeLessThanOrEqual(280)
        expect(quote).not.toBe('')
      }
  })
})

const answer = (text: string): Answer => ({ entry: 7, at: 0, stage: 'framing', text, attempt: 0 })
const ONLINE = 'app -> api -> ranker -> app'

test('the better of two verdicts stands, and a warning is not overruled', () => {
  const task = { answers: [answer(ONLINE)], given: [] }
  const missed = { criterion: 'FT1', verdict: 0, quote: '', reason: 'x' } as const
  const clear = { criterion: 'FT1', verdict: 2, quote: 'words', reason: 'x' } as const
  expect(withDrawn([missed], task, new Set())).toMatchObject([{ verdict: 1, quote: ONLINE, entry: 7 }])
  expect(withDrawn([clear], task, new Set())).toEqual([clear])
  expect(withDrawn([missed], task, new Set(['FT1']))).toEqual([missed])
  expect(withDrawn([{ ...missed, criterion: 'ME1' }], task, new Set())).toMatchObject([{ verdict: 0 }])
})

test('the grader that needs no model counts a drawing', async () => {
  const criterion = {
    ...{ id: 'FT1', step: 'diagram', name: 'Caller to user effect', asks: 'Shows the way.', level: 'junior' },
    ...{ core: 'junior', weight: 2, anchors: { miss: 'a', partial: 'b', clear: 'c' } },
    ...{ probes: [], hints: [], redFlags: [], signals: undefined },
  } as never
  const judge = async (text: string) =>
    (await lexicalGrader().judge({ criteria: [criterion], answers: [answer(text)], given: [] })).verdicts[0]
  expect(await judge(ONLINE)).toMatchObject({ verdict: 1, quote: ONLINE, entry: 7 })
  expect(await judge('kafka -> redis -> spark -> flink')).toMatchObject({ verdict: 0 })
})

const NAMES = [
  'app',
  'api',
  'ranker',
  'model',
  'click log',
  'training',
  'registry',
  'feature store',
  'fallback',
  'x',
]
const ARROWS = [' -> ', ' --> ', ' -- fields, v2 --> ', ' -->|sync 20ms| ', '\n', '; ', ' [20ms] -> ']

test('whatever is sent, it ends with few verdicts that quote it', () => {
  const part = fc
    .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...ARROWS))
    .map(([name, arrow]) => name + arrow)
  const drawing = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(''))
  const fenced = drawing.map((text) => `\`\`\`mermaid\nflowchart LR\n${text}\n\`\`\``)
  fc.assert(
    fc.property(fc.oneof(drawing, fenced, fc.string({ maxLength: 400, unit: 'binary' })), (text) => {
      const verdicts = drawnVerdicts(text)
      expect(new Set(verdicts.map(({ criterion }) => criterion)).size).toBe(verdicts.length)
      for (const { criterion, verdict, quote } of verdicts) {
        expect(criterion).toMatch(/^(?:FT[1-6]|PL1)$/)
        expect([1, 2]).toContain(verdict)
        expect(text).toContain(quote)
      }
    }),
    { numRuns: 150 },
  )
})

test('a long chain of long names ends soon', () => {
  const chain = Array.from({ length: 79 }, (_, n) => `ingest train ${n}`).join(' -> ')
  expect(drawnVerdicts(chain).length).toBeLessThanOrEqual(7)
  expect(drawnVerdicts(`app -> ${'x -> '.repeat(5000)}app`)).toEqual([])
})
