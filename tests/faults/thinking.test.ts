/** An interviewer or a grader that fails, or that takes its time while the person goes on. */
import { afterEach, describe, expect, test } from 'vitest'
import type { Grader } from '../../src/grader/grader.ts'
import type { Brief, Interviewer } from '../../src/interviewer/interviewer.ts'
import { scriptedInterviewer } from '../../src/interviewer/scripted.ts'
import { standing } from '../interview/standing.ts'
import { type House, house } from './house.ts'

let home: House
afterEach(() => home.close())

const QUIET = 2_000
const THINKS = 50

const broken = async (): Promise<never> => {
  throw new Error('The model is out.')
}
const interviewer = (by: string, local: boolean): Interviewer => ({ by, local, reply: broken })
const grader = (by: string, local: boolean): Grader => ({ by, local, judge: broken })

const last = (): string => home.shown.at(-1)?.card.text ?? ''
const texts = (): string[] => home.shown.map(({ card }) => card.text)

const toReport = async (): Promise<void> => {
  await home.type('end')
  await home.settled()
  await home.type('skip')
  await home.settled()
}

describe.each([
  ['here', true],
  ['elsewhere', false],
])('who thinks %s and fails', (_, local) => {
  test('is stood in for, and the card and the report say so', async () => {
    home = await house({ interviewer: interviewer('model 1', local), grader: grader('judge 1', local) })
    await home.say('The business goal is fewer complaints, because each one costs 6 euros.')
    await home.pass(QUIET)
    const { card } = home.shown.at(-1) ?? {}
    expect(card?.tone).toBe('interviewer')
    expect(card?.text).toMatch(/\?$/)
    expect(card?.footer).toContain('stand-in')
    await toReport()
    expect(home.shown.at(-1)?.card.tone).toBe('report')
    const report = await home.report()
    expect(report.versions.grader).toMatch(/^lexical/)
    expect(report.standIns).toBeGreaterThanOrEqual(3)
    expect(last()).toContain('The stand-in, which needs no model, took over')
    expect(home.troubles.every((trouble) => trouble.includes('The model is out.'))).toBe(true)
  })

  test('and whose stand-in fails: it is said, and the talk goes on to a report', async () => {
    home = await house({
      interviewer: interviewer('model 1', local),
      standIn: interviewer('model 2', local),
      grader: grader('judge 1', local),
      graderStandIn: grader('judge 2', local),
    })
    expect(last()).toContain('I could not come up with a question just now')
    const id = await home.say('The business goal is fewer complaints.')
    await home.pass(QUIET)
    expect(texts().filter((text) => text.startsWith('I could not come up'))).toHaveLength(2)
    await home.type('next')
    await home.pass(QUIET)
    expect(standing((await home.record()).value.interview)).toEqual({ talk: { data: 'listening' } })
    await toReport()
    expect(home.shown.at(-1)?.card.tone).toBe('report')
    expect((await home.transcript()).filter((entry) => entry.id === id)).toHaveLength(1)
    expect((await home.report()).levels[0]?.band).toBeNull()
  })
})

describe('while the interviewer thinks', () => {
  const briefs: Brief[] = []
  const open = async (): Promise<void> => {
    briefs.length = 0
    const scripted = scriptedInterviewer()
    home = await house({
      thinks: THINKS,
      interviewer: {
        ...scripted,
        reply: (brief) => {
          briefs.push(brief)
          return scripted.reply(brief)
        },
      },
    })
    await home.pass(THINKS)
    await home.say('The goal is fewer complaints.')
    await home.pass(QUIET)
    expect(standing((await home.record()).value.interview)).toEqual({ talk: { clarify: 'thinking' } })
  }
  const said = (): string[][] => briefs.map((brief) => brief.said.map(({ text }) => text))

  test('what is said is kept for the next turn', async () => {
    await open()
    const shown = home.shown.length
    await home.say('And fewer late parcels.')
    await home.say('That is all.')
    await home.pass(THINKS)
    expect(home.shown).toHaveLength(shown + 1)
    await home.pass(QUIET + THINKS)
    expect(home.shown).toHaveLength(shown + 2)
    expect(said()).toEqual([
      [],
      ['The goal is fewer complaints.'],
      ['And fewer late parcels.', 'That is all.'],
    ])
  })

  test('a pause holds the reply until the talk goes on', async () => {
    await open()
    await home.type('pause')
    await home.pass(60_000)
    expect(last()).toContain('Paused')
    await home.type('resume')
    await home.pass(THINKS)
    expect(last()).toMatch(/\?$/)
    expect(texts().filter((text) => text === last())).toHaveLength(1)
    expect(said()).toHaveLength(2)
  })

  test('an end ends it, and the reply that comes too late is not said', async () => {
    await open()
    await home.type('end')
    await home.settled()
    const shown = home.shown.length
    expect(last()).toContain('That was the interview')
    await home.pass(60_000)
    expect(home.shown).toHaveLength(shown)
    await home.type('skip')
    await home.settled()
    expect(home.shown.at(-1)?.card.tone).toBe('report')
  })
})
