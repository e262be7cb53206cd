/** One more go at a stage after the report: measured by itself, and the first report stays what it was. */
import { describe, expect, it } from 'vitest'
import type { Attempt, Options } from '../../src/interview/context.ts'
import type { Command, Event } from '../../src/interview/events.ts'
import type { Mark } from '../../src/interview/verdict.ts'
import type { Job, Scene } from './fake-world.ts'
import { contextOf, done, elapsed, kindOf, MLSD, OPTIONS, opened, stepped } from './fake-world.ts'

const STAGES = MLSD.stages.map(({ id }) => id)

describe.each(STAGES)('a retry of %s', (stage) => {
  const first = interviewed()
  const second = reported(talked(retried(first, stage)), 2)
  const [attempt] = contextOf(second).attempts

  it('opens the stage afresh, and only that one', () => {
    const begun = retried(first, stage)
    expect([contextOf(begun).stage, contextOf(begun).retrying]).toEqual([stage, 1])
    expect(begun.effects).toContainEqual(
      expect.objectContaining({ type: 'ask', purpose: 'open', stage, by: 'usual' }),
    )
    expect(begun.effects.filter(({ type }) => type === 'ask' || type === 'judge')).toHaveLength(1)
  })

  it('is judged by itself, with what was before beside it', () => {
    expect(attempt).toMatchObject({ stage, attempt: 1 })
    expect(attempt?.before).toEqual(contextOf(first).judged[stage]?.verdicts)
    expect(marks(attempt?.after)).toEqual(criteriaOf(stage).map((id) => [id, 2]))
    expect(second.effects).toContainEqual(expect.objectContaining({ line: { kind: 'report', attempt: 1 } }))
  })

  it('leaves the verdicts, the help caps, the pace and the way of the interview as they were', () => {
    expect(lasting(second)).toEqual(lasting(first))
    expect(Object.keys(lasting(first).pace)).toEqual(STAGES)
    expect(contextOf(first).judged[stage]?.verdicts.some(({ helped }) => helped === true)).toBe(true)
  })

  it('marks what is said in it, and nothing else, with its number', () => {
    const kept = keptFrom(first, stage)
    expect(kept.length).toBeGreaterThan(1)
    for (const entry of kept) expect(entry).toMatchObject({ stage, attempt: 1 })
    expect(kept[0]?.n).toBe(contextOf(first).entries)
  })

  it('can be done again, and then compares with the attempt before', () => {
    const third = reported(talked(retried(second, stage)), 1)
    expect(contextOf(third).attempts[0]).toEqual(attempt)
    expect(contextOf(third).attempts[1]?.before).toEqual(attempt?.after)
    expect(marks(contextOf(third).attempts[1]?.after)).toEqual(criteriaOf(stage).map((id) => [id, 1]))
    expect(lasting(third)).toEqual(lasting(first))
  })
})

describe('a retry', () => {
  const stage = 'data'

  it('caps what came after a hint of its own, and begins its ladder of hints anew', () => {
    const hint = hear(worked(retried(interviewed(), stage), 1), 'hint')
    expect(hint.effects).toContainEqual(
      expect.objectContaining({ line: expect.objectContaining({ rung: 1 }) }),
    )
    const hinted = reported(talked(hear(worked(retried(interviewed(), stage), 1), 'hint')), 2)
    const helped = contextOf(hinted).attempts[0]?.after?.filter((one) => one.helped === true)
    expect(helped?.map(({ verdict }) => verdict)).toEqual([1])
  })

  it('does not fill an attempt that was never judged with the verdicts of a later one', () => {
    let scene = hear(talked(retried(interviewed(), stage)), 'end')
    for (let tries = 0; tries < 3; tries += 1) scene = stepped(scene, failing(scene))
    expect(kindOf(scene)).toBe('reported')
    scene = reported(talked(retried(scene, stage)), 2)
    expect(contextOf(scene).attempts.map(({ after: verdicts }) => verdicts === null)).toEqual([true, false])
  })

  it('of a stage that was not reached has nothing before it, and the stage stays unreached', () => {
    const short = reported(hear(opened(MLSD), 'begin'), 1)
    const tried = reported(talked(retried(short, 'scaling')), 2)
    expect(contextOf(tried).attempts[0]?.before).toEqual([])
    expect(contextOf(tried).attempts[0]?.after).toHaveLength(criteriaOf('scaling').length)
    expect(lasting(tried)).toEqual(lasting(short))
  })

  it('starts from nothing that was left over: no held reply, no unanswered words', () => {
    const words = answered(hear(talked(retried(interviewed(), stage)), 'pause'), 'Said in the pause.')
    expect(contextOf(words).fresh).toHaveLength(1)
    expect(contextOf(retried(reported(words, 2), stage))).toMatchObject({
      fresh: [],
      turn: { purpose: 'open', entries: [] },
    })
    const reply = worked(hear(hear(worked(hear(opened(MLSD), 'begin'), 1), 'skip'), 'pause'), 1)
    expect(contextOf(reply).held).not.toBe(null)
    const again = retried(reported(reply, 2), stage)
    expect([kindOf(again), contextOf(again).held]).toEqual(['thinking', null])
    expect(again.effects.filter(({ type }) => type === 'say')).toEqual([])
  })

  it('is closed by idleness, also when idleness had ended the interview before it', () => {
    const quiet = idleOut(worked(hear(opened(MLSD), 'begin'), 1))
    expect([kindOf(quiet), contextOf(quiet).ended]).toEqual(['reported', 'idle'])
    const closed = idleOut(worked(retried(quiet, stage), 1))
    expect([kindOf(closed), contextOf(closed).retrying]).toEqual(['reported', null])
    expect(contextOf(closed).attempts[0]?.after).not.toBe(null)
  })

  it('hears a pause in typing although a reminder of the interview came after its report', () => {
    const typing = answered(worked(hear(opened(MLSD), 'begin'), 1), 'One more thing.')
    const quiet = contextOf(typing).timers.quiet?.armed ?? 0
    const over = stepped(reported(typing, 1), elapsed('quiet', quiet, quiet))
    const again = answered(worked(retried(over, stage), 1), 'A new answer.')
    expect(again.effects).toContainEqual(expect.objectContaining({ type: 'remind', timer: 'quiet' }))
  })

  it('of a stage that the framework does not have is answered with what can be done', () => {
    const asked = retried(interviewed(), 'elsewhere')
    expect(kindOf(asked)).toBe('reported')
    expect(asked.effects).toEqual([expect.objectContaining({ line: { kind: 'note', note: 'finished' } })])
  })

  it('ends by itself when the clock of an exam runs out', () => {
    const scene = worked(retried(interviewed({ mode: 'exam' }), stage), 1)
    const { due = null, armed = null } = contextOf(scene).timers.interrupt ?? {}
    const over = stepped(scene, elapsed('interrupt', Math.max(due ?? 0, armed ?? 0), armed ?? 0))
    expect(kindOf(over)).toBe('grading')
  })
})

describe('an interview whose stages were tried again very often', () => {
  const stage = 'data'
  const note = (scene: Scene) =>
    scene.effects.flatMap((effect) => (effect.type === 'say' ? [effect.line] : []))
  /** As it is when it was stored and loaded. */
  const loaded = (scene: Scene, attempts = contextOf(scene).attempts): Scene => {
    const interview = JSON.parse(JSON.stringify(scene.interview))
    interview.snapshot.context.attempts = attempts
    return { ...scene, interview }
  }
  let worn = interviewed()
  for (let n = 0; n < 30; n += 1) worn = reported(talked(retried(worn, stage)), 2)

  it('opens none of them any more, says so, and keeps what there is', () => {
    expect(contextOf(worn).attempts.map(({ attempt }) => attempt)).toEqual(
      [...Array(30)].map((_, n) => n + 1),
    )
    const refused = retried(worn, stage)
    expect(kindOf(refused)).toBe('reported')
    expect(note(refused)).toEqual([{ kind: 'note', note: 'no-more-retries' }])
    expect(contextOf(refused).attempts).toEqual(contextOf(worn).attempts)
    expect(note(hear(refused, 'report'))).toEqual([{ kind: 'report' }])
    expect(note(retried(worn, 'elsewhere'))).toEqual([{ kind: 'note', note: 'no-more-retries' }])
  })

  it('goes on as it is when it was stored with more of them before there was a bound', () => {
    const [one] = contextOf(worn).attempts
    const many = Array.from({ length: 45 }, (_, n) => ({ ...one, attempt: n + 1 })) as Attempt[]
    const before = loaded(worn, many)
    const refused = retried(before, stage)
    expect(note(refused)).toEqual([{ kind: 'note', note: 'no-more-retries' }])
    expect(contextOf(refused).attempts).toEqual(many)
  })

  it('comes out alike from what was stored, step by step', () => {
    const fewer = loaded(worn, contextOf(worn).attempts.slice(0, 29))
    const again = (scene: Scene) => retried(reported(talked(retried(scene, stage)), 2), stage)
    expect(again(loaded(fewer)).interview).toEqual(again(fewer).interview)
    expect(contextOf(again(fewer)).attempts).toHaveLength(30)
  })
})

/** An interview with an answer and a hint in each stage, graded with clear verdicts, at its report. */
function interviewed(options: Partial<Options> = {}, last = (scene: Scene): Scene => scene): Scene {
  let scene = worked(hear(opened(MLSD, { ...OPTIONS, ...options, quiet: 0 }), 'begin'), 1)
  for (const _ of STAGES.slice(1)) scene = worked(hear(talked(hear(scene, 'hint')), 'next'), 1)
  return reported(last(talked(hear(scene, 'hint'))), 2)
}

const hear = (scene: Scene, type: Command | 'begin'): Scene =>
  stepped(scene, { type, at: scene.at + 1_000, id: idOf(scene) })

const answered = (scene: Scene, text: string): Scene =>
  stepped(scene, { type: 'answered', at: scene.at + 1_000, id: idOf(scene), text })

const retried = (scene: Scene, stage: string): Scene =>
  stepped(scene, { type: 'retry', at: scene.at + 1_000, id: idOf(scene), stage })

const talked = (scene: Scene): Scene => worked(answered(worked(scene, 1), 'The goal is fewer refunds.'), 1)

const idOf = (scene: Scene): string => `m${contextOf(scene).taken.length}`

/** Answers what the interview waits for. */
function worked(scene: Scene, mark: Mark): Scene {
  const job = waitedFor(scene)
  return job === undefined ? scene : worked(stepped(scene, judgedBy(scene, job, mark)), mark)
}

/** Each final verdict rests on the last words said, so that help given before them counts. */
function judgedBy(scene: Scene, job: Job, mark: Mark): Event {
  const entry = contextOf(scene).entries - 1
  return done(MLSD, job.type === 'judge' ? { ...job, entries: [entry] } : job, scene.at + 1_000, mark)
}

function waitedFor(scene: Scene): Job | undefined {
  const { awaiting, toJudge, teaching } = contextOf(scene)
  const kind = kindOf(scene)
  const jobs = new Set(
    kind === 'grading'
      ? Object.values(toJudge).map(({ job }) => job)
      : [kind === 'teaching' ? teaching : awaiting?.job],
  )
  return scene.jobs.find(({ job }) => jobs.has(job))
}

/** Ends what is going on and has it judged. */
function reported(scene: Scene, mark: Mark): Scene {
  const ended = worked(hear(scene, 'end'), mark)
  return kindOf(ended) === 'debrief' ? worked(hear(ended, 'skip'), mark) : ended
}

function failing(scene: Scene): Event {
  const job = waitedFor(scene)
  if (!job) throw new Error('Nothing is waited for that could fail.')
  return { type: 'failed', at: scene.at, job: job.job, stage: job.stage, what: job.type, reason: 'busy' }
}

/** Brings the reminders of idleness that were asked for until the interview is over and judged. */
function idleOut(scene: Scene): Scene {
  const armed = contextOf(scene).timers.idle?.armed ?? null
  if (armed === null) throw new Error('No reminder of idleness is on its way.')
  const next = worked(stepped(scene, elapsed('idle', Math.max(armed, scene.at), armed)), 1)
  return kindOf(next) === 'reported' ? next : idleOut(next)
}

/** What a retry must not touch. */
const lasting = (scene: Scene) => {
  const { judged, pace, opened: reached, returned, ratings, ended, began } = contextOf(scene)
  return { judged, pace, reached, returned, ratings, ended, began }
}

const criteriaOf = (stage: string): string[] =>
  MLSD.stages.find(({ id }) => id === stage)?.criteria.map(({ id }) => id) ?? []

const marks = (verdicts: readonly { criterion: string; verdict: Mark }[] | null | undefined) =>
  verdicts?.map(({ criterion, verdict }) => [criterion, verdict])

/** The transcript entries of a retry. */
function keptFrom(scene: Scene, stage: string) {
  const kept = (one: Scene) => one.effects.flatMap((effect) => (effect.type === 'keep' ? [effect.entry] : []))
  const begun = retried(scene, stage)
  const open = waitedFor(begun)
  const spoken = open ? stepped(begun, judgedBy(begun, open, 1)) : begun
  return [begun, spoken, answered(spoken, 'Another try.')].flatMap(kept)
}
