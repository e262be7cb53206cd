/** Drawings in a report: what is left open is told with the message, and what another drawing shows is not. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseFlow, parseProblem } from '../../src/flow/parse.ts'
import { reportMarkdown } from '../../src/interview/markdown.ts'
import { reportOf } from '../../src/interview/report.ts'
import { wordsIn } from '../../src/words/words.ts'
import { full, told } from './told.ts'

const FLOW = parseFlow(readFileSync('flows/mlsd.yaml', 'utf8'), 'mlsd.yaml')
const factsOf = (id: string) =>
  parseProblem(readFileSync(`flows/problems/${id}.yaml`, 'utf8'), `${id}.yaml`, FLOW).facts

const talk = (texts: readonly string[], revealed: readonly string[] = [], id = 'delivery-eta') => {
  const held = told({ ...full, steps: [...full.steps, ...texts.map((says) => ({ says }))] })
  const criteria = { ...held, flow: held.flow, problem: { ...held.problem, facts: factsOf(id) } }
  const [stage, ...others] = held.flow.stages
  const known = FLOW.stages.flatMap((one) => one.criteria).filter(({ id }) => /^(?:FT|PL)\d$/.test(id))
  if (stage === undefined) throw new Error('small.yaml has lost its stages')
  const flow = { ...held.flow, stages: [{ ...stage, criteria: [...stage.criteria, ...known] }, ...others] }
  return { ...criteria, flow, context: { ...held.context, revealed: [...revealed] } }
}

const saying = (...texts: string[]) => reportOf(talk(texts))

const ONLINE = 'app -> api -> ranker -> app'

test('a drawing without training and logging is told so, with the criteria', () => {
  const { drawings } = saying(`My sketch:\n${ONLINE}`)
  expect(drawings).toHaveLength(1)
  const criteria = drawings.flatMap(({ remarks }) => remarks.flatMap((one) => one.criteria))
  expect(criteria).toEqual(expect.arrayContaining(['FT2', 'FT3', 'PL1']))
  expect(drawings[0]?.where.entry).toBeGreaterThan(0)
})

test('what one drawing lacks and another one shows is not told', () => {
  const without = JSON.stringify(saying(ONLINE).drawings)
  expect(without).toContain('How the model comes about is not drawn')
  const both = JSON.stringify(saying(ONLINE, 'logs -> training -> registry -> ranker').drawings)
  expect(both).not.toContain('How the model comes about is not drawn')
})

test('hops over the budget that was told come with their sum', () => {
  const slow = 'app -> api [40ms] -> ranker [900ms] -> app'
  const untold = JSON.stringify(reportOf(talk([slow])).drawings)
  expect(untold).not.toContain('sum: ')
  const scoring = JSON.stringify(reportOf(talk([slow], ['latency'], 'ad-clicks')).drawings)
  expect(scoring, 'a budget for scoring alone').not.toContain('sum: ')
  const report = reportOf(talk([slow], ['latency']))
  const found = report.drawings
    .flatMap(({ remarks }) => remarks)
    .find(({ derivation }) => derivation.length > 0)
  expect(found?.criteria).toEqual(['FT4'])
  expect(found?.derivation).toContain('sum: 940 ms')
})

test('the page has a section of it, in both languages, and only where something was drawn', () => {
  const report = saying(ONLINE)
  expect(reportMarkdown(report)).toMatch(/## What your drawing leaves open\n\nYour drawing \(.+\):\n\n- /)
  expect(reportMarkdown(report, '/', wordsIn('de'))).toMatch(
    /## Was deine Zeichnung offen lässt\n\nDeine Zeichnung/,
  )
  expect(reportMarkdown(saying('I would log clicks -> then train.'))).not.toContain('your drawing')
})

test('words of a drawing have no power over the page, and no more than three are told', () => {
  const hostile = Array.from({ length: 6 }, (_, n) => `app${n} -> <b>@everyone</b>${n} -> ranker -> model`)
  const report = saying(...hostile)
  expect(report.drawings.length).toBeLessThanOrEqual(3)
  expect(reportMarkdown(report)).not.toContain('<b>')
})
