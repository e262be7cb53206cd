/** A verdict contested at the terminal, and what whoever measures the grader sees of it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ContestedVerdict } from '../../src/interview/report/contests.ts'
import type { Report } from '../../src/interview/report.ts'
import { dataFolder, mlsd, talk } from './run.ts'

const PRACTICE = ['practice', '--problem', 'ad-clicks']
const ANSWER = 'We build the part that picks an ad for each person, so that people see ads they care about.'
const REASON = 'I did say so, in | the first <b>sentence</b>.'

/** Labelled answers enough for an evaluation. */
const labelled = (home: string): string => {
  const folder = join(home, 'answers')
  mkdirSync(folder)
  const answer = '{ id: a, level: 0, why: Empty., says: I would use some data and train on it. }'
  writeFileSync(
    join(folder, 'ads.yaml'),
    `problem: ad-clicks\nquestions:\n  - stage: data\n    asks: What data?\n    answers:\n      - ${answer}\n`,
  )
  return folder
}

test('it is marked after the report, and not before; bad input is told what to do', async () => {
  const home = dataFolder()
  const lines = [
    '/contest OV1 Too early.',
    '/end',
    '/skip',
    '/contest OV1',
    '/contest OV99 No.',
    '/contest DX2 No.',
  ]
  const { code, out, err } = await mlsd(
    home,
    PRACTICE,
    talk(ANSWER, ...lines, `/dispute ov1 ${REASON}`, '/report'),
  )
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const shown = out.replaceAll('\u200b', '').replace(/\s+/g, ' ')
  const order = [
    'Verdicts come with the report, at the end.',
    'Is a verdict wrong? `/contest OV1` and your reason mark it.',
    '`/contest` needs why the verdict is wrong',
    'There is no criterion `OV99` in this interview. Near it are: OV1 (Restates the task); OV2',
    'DX2 (Balance of the target, with a number) was never judged: the interview did not reach the stage Data.',
    'OV1 (Restates the task) is marked as contested in your report',
    'It will be judged again once a model is configured here: /report asks for it then.',
    'Contested: I did say so, in | the first <b>sentence</b>.',
    'Contested verdicts: 1; none of them was judged again so far.',
  ]
  const places = order.map((words) => shown.lastIndexOf(words))
  expect(order.filter((_, n) => (places[n] ?? -1) < 0)).toEqual([])
  expect(shown.match(/Contested:/g)).toHaveLength(1)
  const json = JSON.parse((await mlsd(home, ['report', '--format', 'json'])).out) as Report
  expect(json.contested).toMatchObject([{ criterion: 'OV1', reason: REASON, again: null }])
})

test('eval lists it with its quote and reason, in words and as JSON, without whose it is', async () => {
  const home = dataFolder()
  const folder = labelled(home)
  const none = await mlsd(home, ['eval', folder])
  expect({ code: none.code, err: none.err }).toEqual({ code: 0, err: '' })
  expect(none.out).not.toContain('Contested verdicts')
  expect(JSON.parse((await mlsd(home, ['eval', folder, '--json'])).out).contested).toEqual([])
  await mlsd(home, PRACTICE, talk(ANSWER, '/end', '/skip', `/contest OV1 ${REASON}`))

  const page = await mlsd(home, ['eval', folder])
  expect({ code: page.code, err: page.err }).toEqual({ code: 0, err: '' })
  expect(page.out).toMatch(
    /## Contested verdicts\n\n\| criterion +\| +n \|.*\n.*\n\| OV1 +\| +1 \| +0 \| +0 \|/,
  )
  expect(page.out).toMatch(
    /\*\*OV1 \d\*\* by lexical .*\(ad-clicks, overview, \d{4}-\d\d-\d\d\): I did say so/,
  )
  const { contested } = JSON.parse((await mlsd(home, ['eval', folder, '--json'])).out) as {
    contested: ContestedVerdict[]
  }
  const report = JSON.parse((await mlsd(home, ['report', '--format', 'json'])).out) as Report
  const [{ verdict, quote, at, by } = { verdict: 0, quote: '', at: 0, by: '' }] = report.contested
  expect(contested).toEqual([
    { criterion: 'OV1', problem: 'ad-clicks', stage: 'overview', reason: REASON, verdict, quote, at, by },
  ])
  for (const text of [page.out, JSON.stringify(contested)]) expect(text).not.toContain('terminal:local')

  await mlsd(home, ['forget', '--yes'])
  expect((await mlsd(home, ['eval', folder])).out).not.toContain('Contested verdicts')
})

test('eval says so where the data file cannot be used, and measures all the same', async () => {
  const home = dataFolder()
  const folder = labelled(home)
  writeFileSync(join(home, 'mlsd.db'), 'no database, but long enough to look like a file of one. '.repeat(40))
  const { code, out, err } = await mlsd(home, ['eval', folder])
  expect(code).toBe(0)
  expect(err).toMatch(/^Contested verdicts are left out\. /)
  expect(out).toContain('## Agreement with the labels')
})
