/** One verdict of a finished interview, contested and judged again. */
import { describe, expect, it, test } from 'vitest'
import { judgementsOf } from '../../src/interview/contested.ts'
import type { Effect } from '../../src/interview/effects.ts'
import type { Event } from '../../src/interview/events.ts'
import { interviewsOf } from '../../src/interview/interview.ts'
import { carriedOver } from '../../src/interview/migrate.ts'
import type { Judgement, Mark } from '../../src/interview/verdict.ts'
import type { Scene } from './fake-world.ts'
import { contextOf, done, kindOf, opened, stepped, TWO, toReport } from './fake-world.ts'

const MODEL = 'model 1'
const CRITERION = 'CL1'

const idOf = (scene: Scene): string => `m${contextOf(scene).taken.length}`
const hear = (scene: Scene, type: 'begin' | 'end' | 'pause' | 'next'): Scene =>
  stepped(scene, { type, at: scene.at + 1_000, id: idOf(scene) })
const contest = (scene: Scene, criterion = CRITERION, reason = 'I did say so.'): Scene =>
  stepped(scene, { type: 'contest', at: scene.at + 1_000, id: idOf(scene), criterion, reason })
const reconsider = (scene: Scene, by = 'fake 0.9.0'): Scene =>
  stepped(scene, { type: 'reconsider', at: scene.at + 1_000, by })
const played = (scene: Scene, events: readonly Event[]): Scene => events.reduce(stepped, scene)

/** Only the first stage was opened, and every criterion of it is partial. */
const reported = (): Scene => {
  const begun = hear(opened(TWO), 'begin')
  return played(begun, toReport(begun))
}

const linesOf = ({ effects }: Pick<Scene, 'effects'>) =>
  effects.flatMap((effect) => (effect.type === 'say' ? [effect.line] : []))
const jobsOf = ({ effects }: Pick<Scene, 'effects'>): Extract<Effect, { type: 'judge' }>[] =>
  effects.flatMap((effect) => (effect.type === 'judge' ? [effect] : []))

/** The better judge answers the job that a contested verdict waits for. */
const answered = (scene: Scene, verdict: Mark, more: Partial<Judgement> = {}, entry = 0): Scene => {
  const job = contextOf(scene).contested?.[CRITERION]?.job ?? -1
  const quote = verdict === 0 ? '' : 'fewer refunds'
  const judgement = { verdicts: [{ criterion: CRITERION, verdict, quote, entry }], flags: [], by: MODEL }
  const { id } = TWO.stages[0] ?? { id: '' }
  return stepped(scene, {
    ...{ type: 'judged', at: scene.at + 1_000, job, stage: id },
    judgement: { ...judgement, assessed: true, ...more },
  })
}
const failed = (scene: Scene): Scene =>
  stepped(scene, {
    ...{ type: 'failed', at: scene.at, job: contextOf(scene).contested?.[CRITERION]?.job ?? -1 },
    ...{ stage: 'clarify', what: 'judge', reason: 'busy' },
  })

const counted = (scene: Scene): Mark | undefined =>
  judgementsOf(contextOf(scene)).clarify?.verdicts.find(({ criterion }) => criterion === CRITERION)?.verdict

describe('before the report', () => {
  const begun = hear(opened(TWO), 'begin')
  const debrief = hear(begun, 'end')
  const grading = stepped(debrief, { type: 'skip', at: debrief.at, id: 'skip' })
  test.each([
    ['begun', begun],
    ['paused', hear(begun, 'pause')],
    ['over and not rated', debrief],
    ['being graded', grading],
  ])('an interview that is %s says when a verdict can be contested, and marks nothing', (_, scene) => {
    const asked = contest(scene)
    expect(kindOf(asked)).toBe(kindOf(scene))
    expect(linesOf(asked)).toEqual([{ kind: 'note', note: 'no-verdicts-yet' }])
    expect(contextOf(asked).contested).toBeUndefined()
  })

  it('is not begun: nothing can be contested', () => {
    expect(linesOf(contest(opened(TWO)))).toEqual([{ kind: 'note', note: 'not-begun' }])
  })
})

describe('a contested verdict', () => {
  const marked = contest(reported())

  it('is marked with the reason, told, and handed on; it counts as before', () => {
    expect(contextOf(marked).contested).toEqual({ CL1: { reason: 'I did say so.', at: marked.at } })
    expect(linesOf(marked)).toEqual([{ kind: 'contested', criterion: CRITERION, says: 'marked' }])
    expect(marked.effects.at(-1)).toMatchObject({ type: 'contested', criterion: CRITERION })
    expect(counted(marked)).toBe(1)
  })

  it('takes another reason in place of the one before', () => {
    const again = contest(marked, CRITERION, 'Look at the third sentence.')
    expect(contextOf(again).contested).toEqual({
      CL1: { reason: 'Look at the third sentence.', at: again.at },
    })
  })

  test.each([
    ['XX1', 'unknown'],
    ['__proto__', 'unknown'],
    ['', 'unknown'],
    ['CM3', 'measured'],
    ['DT1', 'not reached'],
  ])('"%s" is refused: %s', (criterion, why) => {
    const refused = contest(reported(), criterion)
    expect(linesOf(refused)).toEqual([{ kind: 'uncontested', criterion, why }])
    expect(contextOf(refused).contested).toBeUndefined()
    expect(refused.effects).toHaveLength(1)
  })

  test.each([
    ['not assessed', { assessed: false }],
    ['not judged', { verdicts: [] }],
  ])('of a stage that was %s is refused as such', (why, change) => {
    const scene = reported()
    const { snapshot } = scene.interview
    const judged = Object.fromEntries(
      Object.entries(contextOf(scene).judged).map(([id, one]) => [id, { ...one, ...change }]),
    )
    const context = { ...snapshot.context, judged }
    const interview = { ...scene.interview, snapshot: { ...snapshot, context } }
    expect(linesOf(contest({ ...scene, interview }))).toEqual([
      { kind: 'uncontested', criterion: CRITERION, why },
    ])
  })

  it('can be one of an interview that an earlier version wrote', () => {
    const { interview } = reported()
    const stored = carriedOver(JSON.parse(JSON.stringify({ ...interview, version: 1 })))
    expect(Object.keys(stored.snapshot.context)).not.toContain('contested')
    const event = { type: 'contest' as const, at: 1, id: 'x', criterion: CRITERION, reason: 'So.' }
    const [next] = interviewsOf(TWO).step(stored, event)
    expect(next.snapshot.context.contested?.CL1?.reason).toBe('So.')
  })
})

describe('where a better judge is there', () => {
  const asking = reconsider(contest(reported()))

  it('that criterion alone is judged again, once', () => {
    expect(jobsOf(asking)).toMatchObject([
      { scope: 'contest', criterion: CRITERION, stage: 'clarify', by: 'usual' },
    ])
    expect(jobsOf(reconsider(asking))).toEqual([])
    expect(jobsOf(reconsider(reported()))).toEqual([])
  })

  it('a verdict that another one gave is left alone', () => {
    expect(jobsOf(reconsider(contest(reported()), 'lexical 1.0.0'))).toEqual([])
  })

  it('what it says takes the place of the verdict, and the first one is kept', () => {
    const settled = answered(asking, 2)
    expect(contextOf(settled).contested?.CL1).toEqual({
      reason: 'I did say so.',
      at: contextOf(asking).contested?.CL1?.at,
      again: {
        verdict: { criterion: 'CL1', verdict: 2, quote: 'fewer refunds', entry: 0 },
        flags: [],
        by: MODEL,
      },
    })
    expect(linesOf(settled)).toEqual([{ kind: 'contested', criterion: CRITERION, says: 'judged' }])
    expect([counted(asking), counted(settled)]).toEqual([1, 2])
    expect(contextOf(settled).judged).toEqual(contextOf(asking).judged)
    expect(contextOf(settled).covered).toEqual(contextOf(asking).covered)
  })

  it('its answer stands when the verdict is contested once more, and is not asked for again', () => {
    const again = contest(answered(asking, 2), CRITERION, 'Still.')
    expect(contextOf(again).contested?.CL1).toMatchObject({ reason: 'Still.', again: { by: MODEL } })
    expect(jobsOf(reconsider(again))).toEqual([])
    expect(counted(again)).toBe(2)
  })

  test.each([
    ['fails', failed],
    ['does not know the language', (scene: Scene) => answered(scene, 2, { assessed: false })],
    ['says nothing of it', (scene: Scene) => answered(scene, 2, { verdicts: [] })],
  ])('one that %s leaves the mark, and can be asked another time', (_, answer) => {
    const left = answer(asking)
    expect(contextOf(left).contested?.CL1).toEqual(contextOf(contest(reported())).contested?.CL1)
    expect(linesOf(left)).toEqual([{ kind: 'contested', criterion: CRITERION, says: 'failed' }])
    expect(counted(left)).toBe(1)
    expect(jobsOf(reconsider(left))).toHaveLength(1)
  })

  it('a result that nobody waits for changes nothing', () => {
    const late = answered(answered(asking, 2), 0)
    expect(counted(late)).toBe(2)
    expect(late.effects).toEqual([])
  })
})

describe('while a stage is tried again', () => {
  const retry = (scene: Scene): Scene =>
    stepped(scene, { type: 'retry', at: scene.at + 1_000, id: idOf(scene), stage: 'clarify' })

  test.each([
    ['the talk goes on', (scene: Scene) => scene],
    ['it is paused', (scene: Scene) => hear(scene, 'pause')],
    ['it is graded', (scene: Scene) => hear(scene, 'end')],
  ])('the outcome is taken and nothing is said (%s)', (_, on) => {
    const trying = on(retry(reconsider(contest(reported()))))
    const settled = answered(trying, 2)
    expect([counted(settled), linesOf(settled)]).toEqual([2, []])
    expect(contextOf(settled).covered).toEqual(contextOf(trying).covered)
    expect(kindOf(settled)).toBe(kindOf(trying))
    const left = failed(trying)
    expect(contextOf(left).contested?.CL1?.job).toBeUndefined()
    expect([counted(left), linesOf(left)]).toEqual([1, []])
  })

  test.each([
    ['goes on', (scene: Scene) => scene],
    ['is paused', (scene: Scene) => hear(scene, 'pause')],
    ['is graded', (scene: Scene) => hear(scene, 'end')],
  ])('while it %s, one is told to close it first, and not that a report is still to come', (_, on) => {
    const asked = contest(on(retry(reported())))
    expect(linesOf(asked)).toEqual([{ kind: 'note', note: 'retry-first' }])
    expect(contextOf(asked).contested).toBeUndefined()
  })

  it('what was judged again is what the attempt is compared with', () => {
    const trying = retry(answered(reconsider(contest(reported())), 2))
    const before = contextOf(trying).attempts[0]?.before
    expect(before?.find(({ criterion }) => criterion === CRITERION)?.verdict).toBe(2)
  })

  it('help that came in the talk still caps what is judged again afterwards', () => {
    let scene = hear(opened(TWO), 'begin')
    for (const job of scene.jobs) scene = stepped(scene, done(TWO, job, scene.at))
    scene = stepped(scene, { type: 'hint', at: scene.at, id: 'hint' })
    const [helped = ''] = Object.keys(contextOf(scene).helped)
    expect(helped).toBe(CRITERION)
    const over = played(scene, toReport(scene))
    const tried = retry(over)
    const twice = played(tried, toReport(tried))
    const asking = reconsider(contest(twice))
    expect(contextOf(asking).helped).toEqual({})
    const settled = answered(asking, 2, {}, 99)
    expect(counted(settled)).toBe(1)
    expect(contextOf(settled).contested?.CL1?.again?.verdict.helped).toBe(true)
  })
})
