/** A figure that is certainly off is pointed at once a stage while it coaches; anything open to doubt is left alone. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { Problem } from '../../src/flow/problem.ts'
import type { Entry } from '../../src/interview/transcript.ts'
import type { Brief, Interviewer, Reply } from '../../src/interviewer/interviewer.ts'
import { refereeing } from '../../src/interviewer/refereeing.ts'
import { scriptedInterviewer } from '../../src/interviewer/scripted.ts'
import { brief, interviewerContract } from './contract.ts'

interviewerContract('scripted, with a referee', () => refereeing(scriptedInterviewer()))

const problemOf = (id: string): Problem =>
  Problem.parse(parse(readFileSync(`flows/problems/${id}.yaml`, 'utf8')))

const ADS = problemOf('ad-clicks')
const BEGINS = /^Check one figure before we go on: you wrote "(.+?)"\. /

/** Somebody who always does the same, and notes what is shown on the way. */
const says = (reply: Partial<Reply> = {}): Interviewer => ({
  by: 'same',
  local: true,
  reply: async (_, onDelta) => {
    onDelta?.('And then?')
    return { say: 'And then?', move: 'probe', facts: [], unknown: [], ...reply }
  },
})

const all = ADS.facts.map(({ id }) => id)

const heard = async (text: string, changes: Partial<Brief> = {}, reply: Partial<Reply> = {}) => {
  const task = brief(text, { problem: ADS, revealed: all, ...changes })
  return (await refereeing(says(reply)).reply(task)).say
}

const WRONG = '120M x 9 / 86400 = 1,250 slots per second.'

const line = (text: string, stage = 'clarify'): Entry => ({
  ...({ n: 0, at: 0, who: 'interviewer', stage, id: 'x', text, kind: 'said' } as const),
})

describe('a figure that is off', () => {
  it.each([
    [WRONG, '120M x 9 / 86400 = 1,250'],
    ['We store 100 * 20 = 200 rows and go on.', '100 * 20 = 200'],
    ['At 18 million searches a day over 90 days that is 16 billion searches.', '16 billion searches'],
    ['Sixty reviewers at 150 a day are 12,000 reviews.', '12,000 reviews'],
    [
      'Gateway 20ms, feature fetch 60ms, ranking 80ms, then blending 30 ms, so all fits in our 150 ms.',
      '150 ms',
    ],
    ['That is about 1250 slots per second on average.', '1250 slots per second'],
    [
      'A false positive costs 10 dollars and a false negative costs 90 dollars, hence the threshold is at 0.5.',
      '0.5',
    ],
  ])('is pointed at in the words of the candidate: %s', async (text, words) => {
    const say = await heard(text)
    const [, quote = ''] = BEGINS.exec(say) ?? []
    expect(text).toContain(quote)
    expect(quote).toContain(words)
    expect(say.endsWith(' And then?')).toBe(true)
    expect(say).not.toMatch(/12,?500|0\.1\b|\b2,?000\b|190|1\.62|9,?000/)
  })

  it('is pointed at in German, in a German talk', async () => {
    const say = await heard('120M x 9 / 86400 = 1250 pro Sekunde.', { language: 'de-AT' })
    expect(say).toMatch(
      /^Prüfe eine Zahl, bevor wir weitergehen: Du hast geschrieben "120M x 9 \/ 86400 = 1250/,
    )
  })

  it.each([
    ['1,5 Millionen am Tag über 30 Tage sind 450 Millionen.', '450 Millionen'],
    ['22,000,000 / 86,400 = 2,546 per second.', '2,546'],
    ['120.000 x 9 = 108.000 Anfragen.', '108.000'],
  ])('is pointed at in a German talk whichever way it is written: %s', async (text, words) => {
    const say = await heard(text, { language: 'de' })
    expect(say).toMatch(/^Prüfe eine Zahl, bevor wir weitergehen: Du hast geschrieben "/)
    expect(say).toContain(words)
  })

  it('is pointed at once a stage', async () => {
    const once = await heard(WRONG)
    expect(await heard(WRONG, { log: [line(once)] })).toBe('And then?')
    expect(await heard(WRONG, { log: [line(once, 'data')] })).toMatch(BEGINS)
  })

  it('shows nothing on the way that may be taken back', async () => {
    const shown: string[] = []
    await refereeing(says()).reply(brief(WRONG), (words) => shown.push(words))
    expect(shown).toEqual([])
    await refereeing(says()).reply(brief('ok'), (words) => shown.push(words))
    expect(shown).toEqual(['And then?'])
  })

  it.each<[string, Partial<Brief>, Partial<Reply>]>([
    ['it is an exam', { options: { ...brief('').options, mode: 'exam' } }, {}],
    ['the stage is opened', { purpose: 'open' }, {}],
    ['the talk is in a language it does not speak', { language: 'fr' }, {}],
    ['the interviewer leads on', {}, { move: 'advance' }],
    ['a situation is set', {}, { exercise: 'error-triple' as NonNullable<Reply['exercise']> }],
    ['the turn would grow too long', {}, { say: 'word '.repeat(48) }],
  ])('is left alone where %s', async (_, changes, reply) => {
    expect(await heard(WRONG, changes, reply)).not.toMatch(/Check one figure|Prüfe/)
  })
})

describe('what is open to doubt', () => {
  it.each([
    '120M x 9 / 86400 is about 12.5k per second.',
    'About 12,500 slots per second on average.',
    'Is it 1250 slots per second?',
    'Say ten times that, 125,000 slots per second on average.',
    'If it were a tenth, that is 1250 slots per second on average.',
    'Assume 1250 slots per second on average.',
    'I would imagine 125,000 slots per second on average.',
    'For example 1250 slots per second on average.',
    '1,5 * 3 = 5',
    '100 * 20 is not 200.',
    'Lookup 5 ms + model 25 ms + blend 10 ms = 40 ms, which fits in 100 ms.',
    'We keep 90 days of impressions and train every 6 hours.',
    'AUC went 0.75 - 0.72 = 3 points.',
    'I would stop at 0.9/3.0 = the 30 % point.',
    '20 M completions × 60 B = 1.2 GB',
    '100 rows × 150 trees is ~1 ms on one core.',
    'At 18 million searches a day over 90 days that is 1.6 billion searches.',
    'With 22 million a day over 18 months that is about 12 billion rows.',
    '1,000 per second over 60 minutes is 3.6 million.',
    '60 reviewers at 150 a day is 45,000 a week.',
  ])('is left alone: %s', async (text) => {
    expect(await heard(text)).toBe('And then?')
  })

  const off = 'That is about 1250 slots per second on average.'

  it('is a figure whose facts were not told', async () => {
    expect(await heard(off, { revealed: [] })).toBe('And then?')
  })

  it('is a figure of the problem once it has changed, or when another size is asked about', async () => {
    expect(await heard(off, { spoken: [ADS.twist?.says ?? ''] })).toBe('And then?')
    expect(await heard(off, { spoken: ['What if traffic were a tenth of it?'] })).toBe('And then?')
    expect(await heard(off, { spoken: ['How much traffic is that?'] })).toMatch(BEGINS)
  })

  it('is a figure in another language than was asked for', async () => {
    const text =
      'Das wären dann insgesamt also 120.000 x 9 = 1.080.000 Anfragen am Tag, und das ist eine Menge.'
    expect(await heard(text)).toBe('And then?')
  })

  it.each([
    '120.000 x 9 = 1.080.000 und 1,5 x 2 = 3',
    'At 26,400 frauds a day over 90 days that is 2.4 million positives.',
    '1,250 x 4 = 5',
    '1.250 x 4 = 5.000',
    'Bei 22 Millionen am Tag über 18 Monate sind das rund 12 Milliarden Zeilen.',
  ])('is what comes out in one of two notations, in a German talk: %s', async (text) => {
    expect(await heard(text, { language: 'de' })).toBe('And then?')
  })

  it('is a sum that the next message of the turn puts right', async () => {
    const said = (...texts: string[]) =>
      texts.map((text, entry) => ({ ...({ at: 0, stage: 'clarify', attempt: 0 } as const), entry, text }))
    const put = (...texts: string[]) => heard(texts[0] ?? '', { said: said(...texts) })
    expect(await put(WRONG, 'Wait, that was wrong: 12,500 slots per second.')).toBe('And then?')
    expect(await put(WRONG, 'So we need a few machines.')).toMatch(BEGINS)
  })
})

it('accuses nobody of the labelled answers falsely', { timeout: 120_000 }, async () => {
  const spoke: string[] = []
  let messages = 0
  for (const file of readdirSync('tests/answers').filter((name) => name.endsWith('.yaml'))) {
    const { problem: id, questions } = parse(readFileSync(`tests/answers/${file}`, 'utf8'))
    const problem = problemOf(id)
    for (const { asks, answers } of questions)
      for (const { says: texts } of answers)
        for (const text of texts as string[]) {
          messages += 1
          const say = await heard(text, {
            ...{ problem, revealed: problem.facts.map((fact) => fact.id), spoken: [asks] },
          })
          if (BEGINS.test(say)) spoke.push(`${file}: ${say}`)
        }
  }
  expect(messages).toBeGreaterThan(500)
  expect(spoke).toEqual([])
})

it('accuses nobody of the transcripts falsely', async () => {
  const spoke: string[] = []
  let messages = 0
  for (const file of readdirSync('tests/transcripts').filter((name) => name.endsWith('.yaml'))) {
    const { problem: id, steps } = parse(readFileSync(`tests/transcripts/${file}`, 'utf8'))
    const problem = readdirSync('flows/problems').includes(`${id}.yaml`) ? problemOf(id) : ADS
    for (const { say: text } of steps) {
      if (typeof text !== 'string') continue
      messages += 1
      const say = await heard(text, { problem, revealed: problem.facts.map((fact) => fact.id) })
      if (BEGINS.test(say)) spoke.push(`${file}: ${say}`)
    }
  }
  expect(messages).toBeGreaterThan(100)
  expect(spoke).toEqual([])
})
