import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/interview/report.ts'
import { reportOf } from '../../src/interview/report.ts'
import { BEGAN, flow, full, problem, type Script, short, told } from './told.ts'

const report = (script: Script): Report => reportOf(told(script))

describe('a report', () => {
  const whole = report(full)

  test('is plain JSON, and the same for the same talk', () => {
    expect(JSON.parse(JSON.stringify(whole))).toStrictEqual(whole)
    expect(report(full)).toStrictEqual(whole)
  })

  test('names every version and who judged and asked', () => {
    expect(whole.versions).toEqual({
      flow: 'small 1.0.0',
      problem: 'late-parcels 1.0.0',
      rubric: '1.0.0',
      scoring: '1.2.0',
      machine: expect.any(Number),
      grader: 'test 1.0.0',
      interviewer: 'scripted 1.0.0',
      teacher: '',
    })
  })

  test('puts the level asked for first', () => {
    expect(whole.levels.map(({ level }) => level)).toEqual(['mid', 'junior', 'senior', 'staff'])
    expect(whole.levels[0]).toMatchObject({ band: 'lean hire', S: 3.25 })
  })

  test('says what was spent in each stage, pauses left out', () => {
    const paused = report({
      ...full,
      steps: [{ waits: 2 }, { does: 'pause' }, { waits: 30 }, { does: 'resume' }, ...full.steps],
    })
    expect(whole.stages.map(({ spentMinutes }) => spentMinutes)).toEqual([5, 8, 1])
    expect(paused.stages[0]?.spentMinutes).toBe(7)
    expect(whole.pace.map(({ says }) => says)).toEqual(['on plan', 'long', 'short'])
    expect(whole.minutes).toBe(14)
    expect([whole.began, whole.ended]).toEqual([BEGAN, BEGAN + 14 * 60_000])
  })

  test('points at the words behind every verdict, white space aside', () => {
    expect(whole.points.map(({ criterion, verdict }) => [criterion, verdict])).toEqual([
      ['CL1', 2],
      ['DX2', 2],
      ['SP2', 1],
      ['DT1', 2],
      ['CM3', 2],
    ])
    const data = whole.points.find(({ criterion }) => criterion === 'DX2')
    expect(data).toMatchObject({ stage: 'data', where: { stage: 'data', minute: 9, at: BEGAN + 9 * 60_000 } })
    const change = whole.points.find(({ criterion }) => criterion === 'DT1')
    expect(change?.where).toMatchObject({ stage: 'details', minute: 14 })
  })

  test('says of a measured criterion that it is measured, without a quote', () => {
    expect(whole.points.at(-1)).toMatchObject({ criterion: 'CM3', measured: true, quote: '', where: null })
  })

  test('says what came after help', () => {
    const helped = whole.points.filter((point) => point.helped).map(({ criterion }) => criterion)
    expect(helped).toEqual(['SP2'])
    expect(whole.hints).toEqual([
      { criterion: 'SP2', name: 'Split by time or group', stage: 'data', hints: 1 },
    ])
  })

  test('credits nothing whose words nobody said, in its points or in its score', () => {
    const found = [{ criterion: 'CL1', verdict: 2 as const, quote: 'words that were never said' }]
    const made = report({ ...full, found })
    expect(made.points).toEqual([])
    expect(made.levels[0]?.S).toBe(1)
    expect(made.missed.map(({ criterion }) => criterion)).toContain('CL1')
  })

  test('lists what was missed, core first, with what it takes', () => {
    const made = report({ ...full, found: full.found?.slice(0, 1) ?? [] })
    expect(made.missed.map(({ criterion, core }) => [criterion, core])).toEqual([
      ['DT1', true],
      ['DX2', true],
      ['SP2', true],
      ['CL3', true],
      ['CM3', true],
    ])
    expect(made.missed[1]?.clear).toBe(
      'The balance is given as a figure and something is decided because of it.',
    )
  })

  test('misses nothing that is not expected at the level', () => {
    const made = report({ ...full, level: 'junior', found: [] })
    expect(made.missed.map(({ criterion }) => criterion)).toEqual(['CL1', 'DX2', 'CM3', 'CL3'])
  })

  test('names two strengths from different stages, clear and unhelped, with quotes', () => {
    expect(whole.strengths.map(({ criterion, verdict }) => [criterion, verdict])).toEqual([
      ['DT1', 2],
      ['DX2', 2],
    ])
    for (const { quote, why } of whole.strengths) expect(quote.length * why.length).toBeGreaterThan(0)
  })

  test('names what to grow, the sentence that fits the problem, and the one thing to practise', () => {
    const made = report({ ...full, found: full.found?.filter(({ criterion }) => criterion !== 'DX2') ?? [] })
    expect(made.growth.map(({ criterion, verdict }) => [criterion, verdict])).toEqual([
      ['DX2', 0],
      ['CL3', 0],
    ])
    expect(made.growth[0]?.sentence).toBe(problem.exemplars.DX2)
    expect(made.growth[0]?.gain).toBeCloseTo(0.9, 9)
    expect(made.growth[1]?.sentence).toBe(flow.stages[0]?.criteria[1]?.exemplar)
    expect(made.next).toMatchObject({
      criterion: 'DX2',
      command: '/retry data',
      probe: flow.stages[1]?.criteria[0]?.probes[0],
    })
  })

  test('says to grow with a partial what was said, and that it was helped', () => {
    expect(whole.growth[0]).toMatchObject({ criterion: 'SP2', verdict: 1, helped: true })
    expect(whole.growth[0]?.quote).toContain('split by time')
    expect(whole.upgrades).toMatchObject([
      { criterion: 'SP2', stage: 'data', from: 1, name: 'Split by time or group' },
      { criterion: 'CL3', stage: 'clarify', from: 0, name: 'Numbers of scale' },
    ])
  })

  test('separates the facts that were asked for from the others, with what they say', () => {
    expect(whole.facts.asked.map(({ id }) => id)).toEqual(['goal', 'volume'])
    expect(whole.facts.neverAsked.map(({ id }) => id).slice(0, 3)).toEqual(['rate', 'delay', 'actions'])
    expect(whole.facts.neverAsked).toHaveLength(10)
    expect(whole.facts.neverAsked[0]?.says).toContain('3 parcels in 100')
    expect(whole.facts.unknown).toEqual(['Who owns the vans?'])
    expect(whole.checks.map(({ id, value }) => [id, value])).toContainEqual(['scores-a-second', 667])
  })

  test.each([
    [
      'One, which countries and languages do we serve? Two, how many users?',
      'One, which countries',
      'Which countries and languages do we serve?',
    ],
    ['I start there. Who owns the vans, and how many are there?', 'Who owns the vans', 'Who owns the vans'],
    ['First: may we log GPS, speed and weather?', 'may we log GPS', 'May we log GPS, speed and weather?'],
    [
      'How long, on average, does a driver stay?',
      'How long, on average',
      'How long, on average, does a driver stay?',
    ],
    ['Tell me which depots are open. Then the rest.', 'which depots are open', 'Which depots are open'],
    ['what about pets and what about plants', 'what about pets', 'What about pets'],
    ['Is there a union? Who pays?', 'Is there a union?', 'Is there a union?'],
    ['1) Which carriers and hubs are ours?', 'Which carriers', 'Which carriers and hubs are ours?'],
    ['No word of it.', 'Who owns the vans?', 'Who owns the vans?'],
  ])('of %j lists %j, which nobody can answer, as it was put', (says, part, listed) => {
    const [, ...rest] = full.steps
    const report = reportOf(told({ ...full, unknown: [part], steps: [{ waits: 1 }, { says }, ...rest] }))
    expect(report.facts.unknown).toEqual([listed])
  })

  test('sets the own rating beside the mark', () => {
    expect(whole.ratings.map(({ stage, own, mark, says }) => [stage, own, mark, says])).toEqual([
      ['clarify', 4, 3, 'over-rated'],
      ['data', 1, 3, 'under-rated'],
      ['details', 4, 4, 'as marked'],
    ])
  })

  test('counts the words of both', () => {
    const { candidate, interviewer, share } = whole.words
    const said = full.steps.flatMap((step) => ('says' in step ? step.says.split(' ') : []))
    expect(candidate).toBe(said.length)
    expect(share).toBeCloseTo(candidate / (candidate + interviewer), 2)
  })

  test('keeps a red flag with the words that set it off, and none whose words nobody said', () => {
    const made = report({
      ...full,
      flags: [
        { criterion: 'DX2', says: 'Judges a rare outcome by accuracy.', quote: 'I rank and take' },
        { criterion: 'SP2', says: 'Shuffles.', quote: 'never said' },
      ],
    })
    expect(made.flags).toMatchObject([{ criterion: 'DX2', stage: 'data', where: { minute: 9 } }])
  })
})

describe('a talk that was cut short', () => {
  test('has no band with a coach, and says what was not reached', () => {
    const made = report(short('coach'))
    expect(made.levels[0]).toMatchObject({ band: null })
    expect(made.levels[0]?.bandReason).toContain('Data')
    expect(made.notReached.map(({ stage }) => stage)).toEqual(['data', 'details'])
    expect(made.missed.map(({ stage }) => stage)).not.toContain('data')
    expect(made.stages[1]).toMatchObject({ opened: false, mark: null })
  })

  test('has a band in an exam, with mark 1 where it did not come', () => {
    const made = report(short('exam'))
    expect(made.levels[0]).toMatchObject({ band: 'no hire', S: expect.closeTo(0.3 * 3 + 0.7, 9) })
    expect(made.stages[1]).toMatchObject({ opened: false, mark: 1 })
    expect(made.notes.join(' ')).toContain('Exam')
  })
})

describe('what could not be assessed', () => {
  test('is told apart: a strange language, and no judge', () => {
    const made = report({ ...full, foreign: ['data'], unjudged: ['details'] })
    expect(made.stages.map(({ assessed }) => assessed)).toEqual([true, false, false])
    expect(made.levels[0]).toMatchObject({ band: null, S: 3 })
    expect(made.notes.join(' ')).toMatch(/Not assessed: Data\..*language.*Not assessed: Details\..*No judge/)
    expect(made.missed.filter(({ stage }) => stage === 'data')).toEqual([])
    expect(made.points.every(({ stage }) => stage === 'clarify')).toBe(true)
  })
})

describe('a stage tried again', () => {
  const better = {
    stage: 'data',
    steps: [
      { waits: 1 },
      { says: 'About 3 % are late, so I take the top 50 000. Test on later weeks, with a gap.' },
    ],
    found: [
      { criterion: 'DX2', verdict: 2 as const, quote: 'top 50 000' },
      { criterion: 'SP2', verdict: 2 as const, quote: 'later weeks, with a gap' },
    ],
  }
  const made = report({ ...full, found: full.found?.slice(0, 1) ?? [], retry: better })

  test('is compared with what was before', () => {
    expect(made.attempts).toMatchObject([
      {
        attempt: 1,
        stage: 'data',
        before: { mark: 1, clear: 0 },
        after: { mark: 4, clear: 2 },
        changed: ['DX2', 'SP2'],
      },
    ])
    expect(made.attempts[0]?.criteria[0]?.where).toMatchObject({ stage: 'data' })
  })

  test('leaves the report of the talk as it was', () => {
    const before = report({ ...full, found: full.found?.slice(0, 1) ?? [] })
    expect({ ...made, attempts: [] }).toEqual(before)
  })

  test('that was never reached in the talk stays not reached', () => {
    const late = report({ ...short('exam'), retry: better })
    expect(late.stages[1]).toMatchObject({ opened: false, mark: 1 })
    expect(late.attempts[0]).toMatchObject({ before: null, after: { mark: 4 } })
  })
})
