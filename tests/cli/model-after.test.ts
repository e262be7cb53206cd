/** What a model does after the talk, over real HTTP: it teaches, and judges again what was contested before it was there. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Report } from '../../src/interview/report.ts'
import { answer, type Faulty, faulty, type Manner, status } from '../model/faulty.ts'
import { dataFolder, mlsd, talk } from './run.ts'

const SAID = 'We build the part that picks an ad for each person, so that people see ads they care about.'
const SAY =
  'I would say first whose money pays for a slot, since that decides what the chance of a tap is for.'

let server: Faulty
let home: string
beforeEach(async () => {
  server = await faulty()
  home = dataFolder()
})
afterEach(() => server.close())

const environment = () => ({
  MLSD_MODEL: 'gpt-4.1-mini',
  OPENAI_BASE_URL: server.url,
  OPENAI_API_KEY: 'sk-not-a-real-key',
})
const lastOf = ({ body }: Parameters<Manner>[1]): string => body.messages?.at(-1)?.content ?? ''

/** Teaches one sentence at the first message, finds nothing but the first criterion, and asks nothing new. */
const model: Manner = (response, sent) => {
  const text = lastOf(sent)
  const ids = [...text.matchAll(/^### ([A-Z]{2}\d+):/gm)].map(([, id = '']) => id)
  if (text.includes('## The points')) {
    const after = Number(/ candidate (\d+),/.exec(text)?.[1])
    const lessons = [
      { criterion: ids[0] ?? '', after, say: SAY },
      { criterion: ids[1] ?? '', after, say: 'I would hold out 17 days of 93, since labels come late.' },
    ]
    return answer(JSON.stringify({ lessons }))(response, sent)
  }
  const verdicts = ids.map((criterion) => ({
    ...{ criterion, reason: 'A reason.' },
    ...(criterion === 'OV1' ? { quote: SAID, verdict: 2 } : { quote: '', verdict: 0 }),
  }))
  return answer(JSON.stringify({ verdicts, flags: [] }))(response, sent)
}

const PRACTICE = ['practice', '--problem', 'ad-clicks', '--level', 'junior']
const TALK = talk(SAID, '/end', '/skip')

test('the report has a sentence of this very talk, and the call is noted', async () => {
  server.always(model)
  const env = { ...environment(), MLSD_INTERVIEWER_MODEL: '' }
  const { code, err, out } = await mlsd(home, [...PRACTICE, '--json'], TALK, { env })
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' })
  const { growth, versions, notes } = JSON.parse(out) as Report
  expect(growth.filter(({ moment }) => moment !== null)).toMatchObject([
    { sentence: SAY, moment: { said: 'We build the part that picks an ad for each person, so ...' } },
  ])
  expect(growth.every(({ sentence }) => sentence !== '' && !sentence.includes('17 days'))).toBe(true)
  expect(versions.teacher).toContain('gpt-4.1-mini')
  expect(notes.join(' ')).not.toContain('could not be asked')
  const lessons = server.requests.filter((sent) => lastOf(sent).includes('## The points'))
  expect(lessons).toHaveLength(1)
  const { out: page } = await mlsd(home, ['report'])
  expect(page.replace(/\s+/g, ' ')).toContain(
    `after “We build the part that picks an ad for each person, so ...”`,
  )
})

test('where it fails, the report comes without it and says so', async () => {
  server.always((response, sent) =>
    lastOf(sent).includes('## The points') ? status(500)(response, sent) : model(response, sent),
  )
  const { code, out } = await mlsd(home, [...PRACTICE, '--json'], TALK, { env: environment() })
  expect(code).toBe(0)
  const { growth, notes } = JSON.parse(out) as Report
  expect(growth.length).toBeGreaterThan(0)
  expect(growth.every(({ moment, sentence }) => moment === null && sentence !== '')).toBe(true)
  expect(notes.filter((note) => note.includes('could not be asked what you could have said'))).toHaveLength(1)
})

test('"mlsd report" has what waits judged again once a model is there, and only once', async () => {
  const contested = talk(SAID, '/end', '/skip', '/contest OV1 I named it.')
  expect((await mlsd(home, PRACTICE, contested)).code).toBe(0)
  const before = await mlsd(home, ['report', '--format', 'json'])
  expect((JSON.parse(before.out) as Report).contested).toMatchObject([{ again: null }])
  server.always(model)
  const after = await mlsd(home, ['report', '--format', 'json'], '', { env: environment() })
  expect({ code: after.code, err: after.code === 0 ? '' : after.err }).toEqual({ code: 0, err: '' })
  const [one] = (JSON.parse(after.out) as Report).contested
  expect(one?.again).toMatchObject({ verdict: 2, quote: SAID })
  expect(after.err.replace(/\s+/g, ' ')).toContain('OV1 (Restates the task) was judged again by model')
  const asked = server.requests.length
  expect(asked).toBeGreaterThan(0)
  const again = await mlsd(home, ['report'], '', { env: environment() })
  expect(again.out).toContain('judged again by model')
  expect(again.err).toBe('')
  expect(server.requests).toHaveLength(asked)
})

test('and where the model is down, the report is printed as it is', async () => {
  expect((await mlsd(home, PRACTICE, talk(SAID, '/end', '/skip', '/contest OV1 I named it.'))).code).toBe(0)
  server.always(status(401))
  const { code, out, err } = await mlsd(home, ['report', '--format', 'json'], '', { env: environment() })
  expect(code).toBe(0)
  expect((JSON.parse(out) as Report).contested).toMatchObject([{ again: null, pending: false }])
  expect(err).toContain('could not be judged again')
})
