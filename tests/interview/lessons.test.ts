/** What could have been said, in the report: where somebody taught it, where nobody did, and where it failed. */
import { describe, expect, it } from 'vitest'
import { interviewsOf } from '../../src/interview/interview.ts'
import { attemptMarkdown, reportMarkdown } from '../../src/interview/markdown.ts'
import { phaseOf } from '../../src/interview/phase.ts'
import type { Told } from '../../src/interview/report/material.ts'
import { openIn } from '../../src/interview/report/open.ts'
import { reportOf } from '../../src/interview/report.ts'
import { wordsIn } from '../../src/words/words.ts'
import { contextOf, kindOf, opened, START, stepped, TWO, taught, toReport } from './fake-world.ts'
import { full, type Script, told } from './told.ts'

/** The balance and the split were not heard. */
const found = full.found?.filter(({ criterion }) => criterion !== 'DX2' && criterion !== 'SP2') ?? []
const script: Script = { ...full, found }

const [first] = openIn(reportOf(told(script)), 0)
const criterion = first?.criterion ?? ''
const SAY = 'Since 3 in 100 are late, I rank *all* of them and send the top ones on.'
const moment = (log: Told['log']): number =>
  log.find(({ who, text }) => who === 'candidate' && text.startsWith('About 3 %'))?.n ?? -1
const entry = moment(told(script).log)
const lesson = { criterion, after: entry, say: SAY }

describe('a growth area', () => {
  it('has the sentence that was taught, and the moment it belongs to', () => {
    const report = reportOf(told({ ...script, lessons: { 0: [lesson] } }))
    const one = report.growth.find((each) => each.criterion === criterion)
    expect(one).toMatchObject({
      sentence: SAY,
      moment: { where: { entry, stage: 'data' }, said: 'About 3 % are late, so I rank and take the top ...' },
    })
    expect(report.versions.teacher).toBe('teacher 1.0.0')
    const text = reportMarkdown(report)
    expect(text).toContain(
      'You could have said, in Data, minute 9, after “About 3 % are late, so I rank and take the top ...”: *Since 3 in 100',
    )
    expect(text).toContain('\\*all\\*')
    expect(text).toContain('What you could have said: teacher 1.0.0.')
    expect(reportMarkdown(report, '/', wordsIn('de'))).toContain('Du hättest sagen können (Data, Minute 9)')
  })

  it('has the general one where nobody taught it, or at a moment that was not theirs', () => {
    const general = reportOf(told(script)).growth
    expect(general.every(({ moment: at, sentence }) => at === null && sentence.length > 10)).toBe(true)
    for (const after of [0, 999, -1]) {
      const lessons = { 0: [{ ...lesson, after }] }
      expect(reportOf(told({ ...script, lessons })).growth).toEqual(general)
    }
    const text = reportMarkdown(reportOf(told(script)))
    expect(text).toContain('You could have said: *')
    expect(text).not.toMatch(/What you could have said|could not be asked/)
  })

  it('has the general one where it failed, and the report says so', () => {
    const report = reportOf(told({ ...script, lessons: { 0: null } }))
    expect(report.growth).toEqual(reportOf(told(script)).growth)
    expect(report.notes.filter((note) => note.includes('could not be asked'))).toHaveLength(1)
    expect(report.versions.teacher).toBe('')
  })
})

describe('an attempt', () => {
  const says = 'I split by time, since the labels of the last two days are not in.'
  const retry: Script = {
    ...script,
    retry: { stage: 'data', steps: [{ says: 'I shuffle the rows and split them.' }], found: [] },
  }
  const asked = openIn(reportOf(told(retry)), 1)
  const last = told(retry).log.findLast(({ who }) => who === 'candidate')?.n ?? -1
  const target = asked.at(-1)?.criterion ?? ''

  it('asks for what is core and still open in it', () => {
    const [attempt] = reportOf(told(retry)).attempts
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.length).toBeLessThanOrEqual(3)
    for (const one of asked)
      expect(attempt?.criteria.find((each) => each.criterion === one.criterion)).toMatchObject({
        core: true,
        after: one.verdict,
      })
  })

  it('has sentences of its own, which are not those of the talk', () => {
    const lessons = { 0: [lesson], 1: [{ criterion: target, after: last, say: says }] }
    const report = reportOf(told({ ...retry, lessons }))
    const tried = report.attempts[0]?.criteria ?? []
    expect(tried.filter((each) => each.moment !== null)).toMatchObject([
      { criterion: target, sentence: says, moment: { where: { entry: last } } },
    ])
    expect(report.growth.filter((each) => each.moment !== null).map((each) => each.sentence)).toEqual([SAY])
    expect(attemptMarkdown(report, 1)).toMatch(/You could have said, in Data, .*“I shuffle the rows/)
  })

  it('says so where nobody could be asked, and leaves the talk out of it', () => {
    const report = reportOf(told({ ...retry, lessons: { 0: [lesson], 1: null } }))
    expect(attemptMarkdown(report, 1)).toContain('could not be asked what you could have said')
    expect(reportMarkdown(report)).not.toContain('could not be asked')
    expect(report.growth.some(({ sentence }) => sentence === SAY)).toBe(true)
  })
})

describe('the machine', () => {
  const over = () => {
    let scene = stepped(opened(TWO), { type: 'begin', at: START, id: 'begin' })
    for (const event of toReport(scene)) {
      scene = stepped(scene, event)
      if (kindOf(scene) === 'teaching') return scene
    }
    throw new Error('Nobody asked what could have been said.')
  }

  it('asks once all is judged, and shows the report when it is answered, not before', () => {
    const scene = over()
    expect(scene.effects).toMatchObject([{ type: 'teach', attempt: 0, job: contextOf(scene).teaching }])
    const waiting = stepped(scene, { type: 'report', at: scene.at, id: 'now' })
    expect(waiting.effects).toMatchObject([{ type: 'say', line: { kind: 'note', note: 'grading' } }])
    const stale = stepped(waiting, taught({ job: 1 }, scene.at))
    expect(kindOf(stale)).toBe('teaching')
    const done = stepped(stale, taught({ job: contextOf(scene).teaching ?? 0 }, scene.at))
    expect(kindOf(done)).toBe('reported')
    expect(done.effects.filter((each) => each.type === 'say')).toMatchObject([{ line: { kind: 'report' } }])
    expect(contextOf(done)).toMatchObject({ teaching: null, taught: { 0: { by: 'fake 1.0.0' } } })
  })

  it('goes on with an interview that was being graded before anybody taught', () => {
    const { flow, problem: of, context, log, by } = told(script)
    const { teaching: _, taught: __, ...before } = context
    expect(reportOf({ flow, problem: of, context: before, log, by }).growth.length).toBeGreaterThan(0)
    const { interview } = over()
    const { teaching: ___, ...rest } = interview.snapshot.context
    const snapshot = { ...interview.snapshot, value: 'grading', context: { ...rest, toJudge: {} } }
    const [next, effects] = interviewsOf(TWO).step(
      { ...interview, snapshot },
      { type: 'time', at: START, id: 'later' },
    )
    expect(phaseOf(next)).toBe('teaching')
    expect(effects.filter(({ type }) => type === 'teach')).toHaveLength(1)
  })
})
