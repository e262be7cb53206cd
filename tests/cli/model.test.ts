/** A whole interview that a model leads and judges, over real HTTP; and one whose model is down. */
import { afterEach, expect, test } from 'vitest'
import { answer, type Faulty, faulty, type Manner, status } from '../model/faulty.ts'
import { dataFolder, mlsd } from './run.ts'

const SAID = 'The business goal is fewer refunds, because each late order costs us eight euros.'
const ASKED = 'What would the kitchen notice first?'

let server: Faulty
afterEach(() => server.close())

/** Asks the same question each turn, and finds the goal in whatever is to be judged. */
const leads: Manner = (response, sent) => {
  const last = sent.body.messages?.at(-1)?.content ?? ''
  const judging = last.includes('## The criteria')
  const value = judging ? judgement(last.slice(last.indexOf('## The criteria'))) : turn()
  return answer(JSON.stringify(value))(response, sent)
}

let turns = 0
const turn = () => ({
  say:
    turns++ === 0
      ? ASKED
      : `${ASKED.slice(0, -1)} after week ${'one two three four five six'.split(' ')[turns]}?`,
  move: 'probe',
  criterion: 'CL3',
  named: false,
  facts: [],
  unknown: [],
  noticed: [],
})

const judgement = (criteria: string) => ({
  verdicts: [...new Set(criteria.match(/\b[A-Z]{2}\d+\b/g) ?? [])].map((criterion) => ({
    criterion,
    quote: criterion === 'CL1' ? SAID : '',
    reason: 'A reason.',
    verdict: criterion === 'CL1' ? 2 : 0,
  })),
  flags: [],
})

const PRACTICE = [
  'practice',
  '--problem',
  'delivery-eta',
  '--level',
  'junior',
  '--clock',
  'virtual',
  '--json',
]
const TALK = ['/next', SAID, '/wait 20s', '/end', '/skip'].join('\n\n')
const environment = () => ({
  MLSD_MODEL: 'gpt-4.1-mini',
  OPENAI_BASE_URL: server.url,
  OPENAI_API_KEY: 'sk-not-a-real-key',
})

type Report = {
  versions: { grader: string; interviewer: string }
  points: { criterion: string; verdict: number; quote: string }[]
  standIns: number
  notes: string[]
}

test('a model asks and judges, the person is told so first, and every call is noted', async () => {
  turns = 0
  server = await faulty()
  server.always(leads)
  const home = dataFolder()
  const { code, out, err } = await mlsd(home, PRACTICE, TALK, { env: environment() })
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' })
  const flat = err.replace(/\s+/g, ' ')
  expect(flat).toContain('go to gpt-4.1-mini at 127.0.0.1:')
  expect(flat).not.toContain('sent nowhere')
  expect(flat).toContain(ASKED)
  const report = JSON.parse(out) as Report
  expect(report.versions.grader).toContain('gpt-4.1-mini')
  expect(report.points.find(({ criterion }) => criterion === 'CL1')).toMatchObject({
    verdict: 2,
    quote: SAID,
  })
  expect(report.standIns).toBe(0)
  expect(report.notes.join(' ')).toMatch(/Each criterion was judged twice: (\d+) of \1 came out the same\./)
  const usage = JSON.parse((await mlsd(home, ['usage', '--json'])).out)
  expect(usage.calls).toBe(server.requests.length)
  expect(usage.roles.map(({ role }: { role: string }) => role).toSorted()).toEqual(['interviewer', 'judge'])
  expect(JSON.stringify(server.requests.map(({ body }) => body))).not.toContain('sk-not-a-real-key')
})

test('where it is down, rules carry on, and the person is told', async () => {
  server = await faulty()
  server.always(status(500))
  const { code, out, err } = await mlsd(dataFolder(), PRACTICE, TALK, { env: environment() })
  expect(code).toBe(0)
  const report = JSON.parse(out) as Report
  expect(report.standIns).toBeGreaterThan(0)
  expect(report.versions.grader).toContain('lexical')
  expect(report.points.find(({ criterion }) => criterion === 'CL1')?.quote).toBe(SAID)
  expect(err).toMatch(/rules|scripted|stand/i)
})
