import { expect, test } from 'vitest'
import type { Report } from '../../src/interview/report.ts'
import { dataFolder, mlsd, start, talk } from './run.ts'

const PRACTICE = ['practice', '--problem', 'ad-clicks']

const TALK = talk(
  'I will spend most of the time on data and model. What is the business goal, and how much latency do we have?',
  '/next',
  'Positives are one percent, so I downsample negatives and repair the probabilities, because the auction needs them calibrated.',
  '/time',
)

test('a talk over a pipe reads as a talk and ends in a report', async () => {
  const { code, out, err } = await mlsd(dataFolder(), PRACTICE, TALK)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const order = [
    'Ad click prediction',
    'is stored in',
    'Rules judge it',
    'Predict clicks for ads',
    'What is the business goal',
    'advertisers pay us per click',
    'Clarify requirements',
    'of 45:00 left',
    'Report: Ad click prediction',
  ]
  const places = order.map((words) => out.replace(/\s+/g, ' ').indexOf(words))
  expect(places.every((at) => at >= 0)).toBe(true)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

test('before the first answer it is said what is stored where, and who judges', async () => {
  const home = dataFolder()
  const { out } = await mlsd(home, PRACTICE, '')
  const told = out.slice(0, out.indexOf('Interviewer')).replace(/\s+/g, ' ')
  expect(told).toContain(`What you say is stored in ${home}/mlsd.db on this machine`)
  expect(told).toMatch(/Rules judge it \(lexical \d+\.\d+\.\d+\)/)
})

test('with --json stdout is one JSON document, the report, and the talk is on stderr', async () => {
  const run = start(dataFolder(), [
    ...PRACTICE,
    '--level',
    'senior',
    '--minutes',
    '30',
    '--mode',
    'exam',
    '--json',
  ])
  run.process.stdin?.end(TALK)
  const { code, out, err } = await run.ended()
  expect(code).toBe(0)
  const report = JSON.parse(out) as Report
  expect(report.problem.id).toBe('ad-clicks')
  expect(report.options).toMatchObject({ level: 'senior', minutes: 30, mode: 'exam' })
  expect(report.levels[0]?.level).toBe('senior')
  expect(report.points.length).toBeGreaterThan(0)
  expect(err).toContain('Predict clicks for ads')
})

test('a scenario in own words is practised with no facts held', async () => {
  const { code, out } = await mlsd(
    dataFolder(),
    ['practice', '--scenario', 'Rank recipes for a cooking site.', '--json'],
    TALK,
  )
  expect(code).toBe(0)
  expect((JSON.parse(out) as Report).problem.opening).toBe('Rank recipes for a cooking site.')
})

test('an exam goes on where a stage has had its time, and ends where the last one has', async () => {
  const exam = [...PRACTICE, '--minutes', '15', '--mode', 'exam', '--clock', 'virtual']
  const { code, out } = await mlsd(dataFolder(), exam, talk(...Array(5).fill('/wait 10m'), '/skip'))
  expect(code).toBe(0)
  const text = out.replace(/\s+/g, ' ')
  expect(text).toContain('Overview has had its time. We go on.')
  expect(text).toContain('Details and wrap-up has had its time. It was the last part.')
  expect(text).toContain('It went through to its end.')
})

test('virtual time moves with /wait and nudges, and nothing moves without it', async () => {
  const { code, out } = await mlsd(
    dataFolder(),
    [...PRACTICE, '--clock', 'virtual'],
    talk('/time', '/wait 2m', '/time'),
  )
  expect(code).toBe(0)
  expect(out).toContain('0:00 of 2:00. 45:00 of 45:00 left')
  expect(out).toContain('The time planned for Overview is used up')
  expect(out).toContain('2:00 of 2:00. 43:00 of 45:00 left')
})

test('`mlsd` alone on a pipe says how to begin, and a line begins it', async () => {
  const { code, out } = await mlsd(dataFolder(), [], talk('/start ad-clicks --level mid', 'An answer.'))
  expect(code).toBe(0)
  expect(out).toContain('Answer with a line such as `/start')
  expect(out).toContain('Report: Ad click prediction')
})

test.each([
  ['nothing at all', ''],
  ['only blank lines', '\n\n \n\t\n\n'],
  ['one word', 'ads'],
  ['a megabyte of words', `${'words and more words '.repeat(50_000)}\n`],
  ['a megabyte on 20,000 lines', 'a line of about fifty characters, again and again\n'.repeat(20_000)],
  ['right to left', talk('نظام التوصية يتعلم من النقرات والمشتريات', 'המערכת לומדת מקליקים')],
  ['emoji and half of one', talk('👩‍🚀 ranks 🚀🚀 by 💸 because 🧠', 'half \ud83d of one')],
  ['control characters', talk('\u001b[2J\u001b]0;title\u0007 beep \u0000 nul', 'an ordinary answer')],
  ['Markdown and HTML', talk('# *no* <b>`power`</b> | here | \n|---|', '</script>{{x}} %s')],
])('%s: taken or refused with a reason, and a report follows', async (_, input) => {
  const { code, out, err } = await mlsd(dataFolder(), [...PRACTICE, '--json'], input)
  expect(code).toBe(0)
  expect((JSON.parse(out) as Report).problem.id).toBe('ad-clicks')
  expect(err).not.toContain('\u001b]0;')
})

test('what is too long or no text is refused with its reason, and the talk goes on', async () => {
  const long = `${'words '.repeat(170_000)}\n\n`
  const noise = Buffer.concat([
    Buffer.from(Array.from({ length: 5_000 }, (_, n) => (n * 7) % 32 || 1)),
    Buffer.from('\n\n'),
  ])
  const input = Buffer.concat([Buffer.from(long), noise, Buffer.from(talk('The goal is more paid clicks.'))])
  const { code, out } = await mlsd(dataFolder(), PRACTICE, input)
  expect(code).toBe(0)
  expect(out).toContain('This was not taken: it has')
  expect(out).toContain('it looks like a binary file')
  expect(out).toContain('You said 6 words')
})

test('a report that is asked for before there was an interview is said not to be there yet', async () => {
  const { out } = await mlsd(dataFolder(), [], talk('/report'))
  expect(out).toContain('There is no report here yet.')
  expect(out).not.toContain('No interview runs here')
})
