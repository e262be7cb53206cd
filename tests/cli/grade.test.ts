import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { dataFolder, mlsd } from './run.ts'

const STRONG =
  'Positives are about one percent, so I downsample negatives to one in ten and repair the probabilities afterwards, ' +
  'because the auction multiplies them with bids. Labels arrive late, so a row counts as negative only after thirty ' +
  'minutes. I split by time, never at random, since tomorrow would leak into training.'
const WEAK = 'I would use some data and train on it.'

type Graded = {
  id?: unknown
  score: number | null
  verdicts: { criterion: string; verdict: number; quote: string }[]
}

const grade = (text: string, ...words: string[]) =>
  mlsd(dataFolder(), ['grade', '--stage', 'data', '--problem', 'ad-clicks', ...words], text)

test('an argued answer scores above a vague one, and every quote is verbatim', async () => {
  const [strong, weak] = await Promise.all([grade(STRONG, '--json'), grade(WEAK, '--json')])
  const [high, low] = [strong, weak].map(({ out }) => JSON.parse(out) as Graded)
  expect(high?.score).toBeGreaterThan(0.5)
  expect(low?.score).toBeLessThan(0.25)
  for (const { verdict, quote } of high?.verdicts ?? []) {
    expect(verdict === 0 ? '' : quote).toBe(quote)
    expect(STRONG).toContain(quote)
  }
})

test('for a person the score and each criterion are listed with the words they rest on', async () => {
  const { code, out } = await grade(STRONG)
  expect(code).toBe(0)
  expect(out).toMatch(/\*\*Score 0\.\d\d of 1\*\* for Data/)
  expect(out).toMatch(/- \*\*clear\*\* DX6 .+: ".+"/)
  expect(out).toContain('**not heard**')
})

test('for a person what was said that is wrong, and costs, is named with its words', async () => {
  const wrong = 'I label declined payments as fraud.'
  const { out } = await mlsd(dataFolder(), ['grade', '--stage', 'data', '--problem', 'card-fraud'], wrong)
  expect(out).toMatch(
    /^- Take care: Takes what the old rules declined .*\("I label declined payments as fraud\."\)$/m,
  )
  expect((await grade(STRONG)).out).not.toContain('Take care')
})

test('an empty answer scores nothing; one in another language is not scored', async () => {
  expect(JSON.parse((await grade('', '--json')).out)).toMatchObject({ score: 0 })
  const german =
    'Ich würde die Daten zuerst nach Zeit teilen, weil sonst die Zukunft in das Training gelangt und alles zu gut aussieht.'
  expect(JSON.parse((await grade(german, '--json')).out)).toMatchObject({ score: null })
  expect((await grade(german)).out).toContain('Not assessed')
})

test('a batch is graded line by line in order; a faulty line is named and the rest is graded', async () => {
  const home = dataFolder()
  const lines = [
    JSON.stringify({ id: 'a', stage: 'data', text: STRONG, problem: 'ad-clicks', note: 'kept out' }),
    '{"id": "b", "stage": ',
    '',
    JSON.stringify({ id: 3, stage: 'data', text: WEAK, scenario: 'Rank recipes.' }),
    JSON.stringify({ id: 'd', stage: 'dta', text: WEAK }),
    JSON.stringify({ stage: 'data', text: 4 }),
    JSON.stringify({ id: 'f', stage: 'data', text: WEAK, problem: 'none' }),
    JSON.stringify({ id: 'g', stage: 'data', text: WEAK, problem: 'ad-clicks', scenario: 'Both.' }),
    JSON.stringify({ id: 'h', stage: 'model', text: '' }),
  ]
  writeFileSync(join(home, 'answers.jsonl'), lines.join('\r\n'))
  const { code, out, err } = await mlsd(home, ['grade', '--batch', join(home, 'answers.jsonl')])
  expect(code).toBe(1)
  const graded = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Graded)
  expect(graded.map(({ id }) => id)).toEqual(['a', 3, 'h'])
  expect(Object.keys(graded[0] ?? {})).toEqual(['id', 'score', 'verdicts'])
  expect(Object.keys(graded[0]?.verdicts[0] ?? {})).toEqual(['criterion', 'verdict', 'quote'])
  const single = JSON.parse((await grade(STRONG, '--json')).out) as Graded
  expect(graded[0]).toEqual({ id: 'a', ...single })
  expect(err.split('\n').filter(Boolean)).toEqual([
    expect.stringMatching(/^line 2: this is not JSON/),
    expect.stringMatching(/^line 5: There is no stage "dta"/),
    expect.stringMatching(/^line 6: "id" must be a text or a number; "text" must be the answer/),
    expect.stringMatching(/^line 7: There is no problem "none"/),
    expect.stringMatching(/^line 8: Give a problem or a scenario, not both/),
    '5 of 9 lines could not be graded.',
  ])
})

test('a batch from stdin streams: the first result is out before the last line is in', async () => {
  let told = ''
  const line = (id: number) => `${JSON.stringify({ id, stage: 'data', text: WEAK })}\n`
  async function* input() {
    yield line(1)
    await new Promise((done) => setTimeout(done, 50))
    told += 'last'
    yield line(2)
  }
  const { code, out } = await mlsd(dataFolder(), ['grade', '--batch', '-'], Readable.from(input()))
  expect(code).toBe(0)
  expect(told).toBe('last')
  expect(out.trim().split('\n')).toHaveLength(2)
})
