/** Conversations as tests: every file in `transcripts/` is replayed, and comes out as it says. */
import { beforeAll, describe, expect, it } from 'vitest'
import { LEVELS } from '../src/flow/flow.ts'
import { answers } from '../src/interview/transcript.ts'
import { recording } from './platform/recording.ts'
import { judged } from './transcripts/judged.ts'
import { missed } from './transcripts/outcome.ts'
import { type Replayed, replay } from './transcripts/replay.ts'
import { played } from './transcripts/terminal.ts'
import { KINDS, names, transcript } from './transcripts/transcript.ts'

const replayed = (name: string): Promise<Replayed> => replay(transcript(name), recording())

/** Held once for all that is looked at in it. */
const talks = new Map<string, Promise<Replayed>>()
const held = (name: string): Promise<Replayed> => {
  const talk = talks.get(name) ?? replayed(name)
  talks.set(name, talk)
  return talk
}

it('shows every kind of conversation', () => {
  expect(names()).toEqual(expect.arrayContaining([...KINDS]))
})

describe.each(names())('%s', (name) => {
  let talk: Replayed
  beforeAll(async () => {
    talk = await held(name)
  })

  it('shows what it is to show, moment by moment', () => {
    expect(talk.faults).toEqual([])
  })

  it('comes to the outcome it says', () => {
    expect(missed(transcript(name).expect, talk)).toEqual([])
  })

  it('quotes nothing but words that the candidate said', () => {
    const said = answers(talk.log).map(({ text }) => text.replace(/\s+/g, ' '))
    const { points, flags, strengths } = talk.report
    const quotes = [...points.filter(({ measured }) => !measured), ...flags, ...strengths].map(
      ({ quote }) => quote,
    )
    for (const quote of quotes) {
      expect(quote).not.toBe('')
      expect(
        said.some((text) => text.includes(quote.replace(/\s+/g, ' '))),
        quote,
      ).toBe(true)
    }
  })

  it('asks one question at a time, in at most 60 words, and none of them twice', () => {
    const spoken = talk.log.filter(({ who }) => who === 'interviewer').map(({ text }) => text)
    for (const text of spoken) {
      expect(text.match(/\?/g)?.length ?? 0, text).toBeLessThanOrEqual(1)
      expect(text.match(/\S+/g)?.length ?? 0, text).toBeLessThanOrEqual(60)
    }
    const once = talk.log
      .filter(({ who, attempt }) => who === 'interviewer' && attempt === undefined)
      .map(({ text }) => text)
    const questions = once
      .map((text) => /[^.?!:]+\?/.exec(text)?.[0].trim())
      .filter((question) => question !== undefined)
    expect(questions).toEqual([...new Set(questions)])
  })

  it('comes out the same when it is held again, byte for byte', async () => {
    const again = await replayed(name)
    expect(JSON.stringify(again.report)).toBe(JSON.stringify(talk.report))
    expect(JSON.stringify(again.screen)).toBe(JSON.stringify(talk.screen))
  })
})

it('puts strong above lean and lean above weak, at whatever level', async () => {
  const talks = await Promise.all(['strong', 'lean', 'weak'].map(held))
  for (const level of LEVELS) {
    const [strong = 0, lean = 0, weak = 0] = talks.map(
      ({ report }) => report.levels.find((row) => row.level === level)?.S ?? 0,
    )
    expect(strong, level).toBeGreaterThanOrEqual(lean)
    expect(lean, level).toBeGreaterThan(weak + 1)
  }
})

/** The longest take many seconds each at a real terminal: two of them with `npm run faults` alone. */
const LONG = process.env.MLSD_FAULTS === 'all' ? ['lean', 'out-of-time'] : []

describe('the terminal', () => {
  it.each(['strong', 'pausing', 'sprint', 'warm-up', ...LONG])(
    'comes to the same report for %s',
    async (name) => {
      const told = { ...transcript(name), quiet: 0 }
      const { report, deeds } = await replay(told, recording())
      const opened = report.stages.filter((stage) => stage.opened).map(({ id }) => id)
      const typed = await played(told, deeds, opened)
      expect(judged(typed)).toEqual(judged(report))
    },
  )
})
