import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Criterion, Flow, Level, Stage } from '../../src/flow/flow.ts'
import { LEVELS } from '../../src/flow/flow.ts'
import { answerScore } from '../../src/interview/score/answer-score.ts'
import { bandOf } from '../../src/interview/score/band.ts'
import { SCORING, type StageMark, settled } from '../../src/interview/score/scoring.ts'
import { stageMark } from '../../src/interview/score/stage-mark.ts'
import { scoreAllLevels, scoreTalk, type Talk } from '../../src/interview/score.ts'
import { capHelped, type Mark, type Verdict } from '../../src/interview/verdict.ts'
import { MLSD } from './fake-world.ts'
import { flow as small } from './told.ts'

const base = small.stages[0]?.criteria[0] as Criterion

/** A criterion in short: id, weight, level, and from where it is core. */
const criterion = (id: string, weight: number, core?: Level, level: Level = 'junior'): Criterion => {
  const { core: _, ...rest } = base
  return { ...rest, id, weight, level, ...(core === undefined ? {} : { core }) }
}

const stageOf = (...criteria: Criterion[]): Stage => ({ ...(small.stages[0] as Stage), criteria })

const verdicts = (marks: Record<string, number>): Verdict[] =>
  Object.entries(marks).map(([id, verdict]) => ({ criterion: id, verdict: verdict as Mark, quote: 'q' }))

const mark = (stage: Stage, marks: Record<string, number>, level: Level = 'junior') =>
  stageMark(stage, verdicts(marks), level)?.mark

/** Criteria of weight 1, all core at every level. */
const plainCore = (count: number): Criterion[] =>
  Array.from({ length: count }, (_, n) => criterion(`AA${n}`, 1, 'junior'))

describe('the mark of a stage', () => {
  const four = stageOf(...plainCore(4))
  const twenty = stageOf(...plainCore(20))

  /** So many half points of the forty in `twenty`, spread as widely as they go. */
  const halves = (count: number): Record<string, number> =>
    Object.fromEntries(
      twenty.criteria.map(({ id }, n) => [
        id,
        (n < count ? 1 : 0) + (n + twenty.criteria.length < count ? 1 : 0),
      ]),
    )

  test.each(SCORING.marks)('meets the cut of $mark exactly', (cut) => {
    const count = Math.round(cut.share * 40)
    const [at, below] = [count, count - 1].map((each) => stageMark(twenty, verdicts(halves(each)), 'junior'))
    expect(at).toMatchObject({ mark: cut.mark, share: cut.share })
    expect(below).toMatchObject({ mark: cut.mark - 1, share: (count - 1) / 40 })
  })

  test('is not 4 while a core point is missing outright', () => {
    const clear = (...ids: number[]) => ids.map((n) => [`AA${n}`, 2])
    const most = Object.fromEntries(clear(...Array(18).keys()))
    expect(stageMark(twenty, verdicts(most), 'junior')).toMatchObject({
      mark: 3,
      share: 0.9,
      core: { weight: 20, met: 18, missing: ['AA18', 'AA19'] },
    })
    expect(stageMark(twenty, verdicts(halves(36)), 'junior')).toMatchObject({
      mark: 4,
      share: 0.9,
      core: { weight: 20, met: 18, missing: [] },
    })
  })

  test('is 4 where an extra stands in for the missing point', () => {
    const stage = stageOf(...four.criteria, criterion('BB1', 1))
    expect(mark(stage, { AA0: 2, AA1: 2, AA2: 2 })).toBe(3)
    expect(mark(stage, { AA0: 2, AA1: 2, AA2: 2, BB1: 1 })).toBe(3)
    expect(mark(stage, { AA0: 2, AA1: 2, AA2: 2, BB1: 2 })).toBe(4)
  })

  test('counts an extra when it is clear, and a partial one for nothing', () => {
    const stage = stageOf(...four.criteria, criterion('BB1', 1), criterion('BB2', 1))
    const scored = (extras: Record<string, number>) =>
      stageMark(stage, verdicts({ AA0: 2, AA1: 2, ...extras }), 'junior')
    expect(scored({ BB1: 1, BB2: 1 })).toEqual(scored({}))
    expect(scored({})).toMatchObject({ mark: 2, share: 0.5, extras: { ids: [], points: 0, standIn: 0 } })
    expect(scored({ BB1: 2, BB2: 1 })).toMatchObject({
      mark: 3,
      share: 0.75,
      extras: { ids: ['BB1'], points: 1, standIn: 1 },
    })
  })

  test('lets extras stand in for a quarter of the core weight and no more', () => {
    const stage = stageOf(
      criterion('AA1', 3, 'junior'),
      ...['BB1', 'BB2', 'BB3'].map((id) => criterion(id, 2)),
    )
    const beside = (core: number) =>
      stageMark(stage, verdicts({ AA1: core, BB1: 2, BB2: 2, BB3: 2 }), 'junior')
    const extras = { ids: ['BB1', 'BB2', 'BB3'], points: 6 }
    expect(beside(0)).toMatchObject({ mark: 1, share: 0.25, extras: { ...extras, standIn: 0.75 } })
    expect(beside(1)).toMatchObject({ mark: 3, share: 0.75, extras: { ...extras, standIn: 0.75 } })
    expect(beside(2)).toMatchObject({ mark: 4, share: 1, extras: { ...extras, standIn: 0 } })
  })

  test('takes what is core at the level', () => {
    const stage = stageOf(criterion('AA1', 1, 'junior'), criterion('AA2', 1, 'senior'))
    expect(mark(stage, { AA1: 2 }, 'mid')).toBe(4)
    expect(mark(stage, { AA1: 2 }, 'senior')).toBe(2)
  })

  test('is no worse where less is expected: what is core above and met lifts the lower level', () => {
    const stage = stageOf(
      criterion('AA1', 2, 'junior'),
      criterion('AA2', 2, 'senior'),
      criterion('AA3', 2, 'senior'),
    )
    expect(mark(stage, { AA2: 2, AA3: 2 }, 'senior')).toBe(3)
    expect(stageMark(stage, verdicts({ AA2: 2, AA3: 2 }), 'junior')).toMatchObject({
      mark: 3,
      share: settled(4 / 6),
      core: { weight: 2, met: 0, missing: ['AA1'] },
    })
  })

  test('takes what is expected at the level where nothing is core, and is absent where nothing is expected', () => {
    const stage = stageOf(criterion('AA1', 1, undefined, 'mid'), criterion('AA2', 1, undefined, 'senior'))
    expect(mark(stage, { AA1: 2 }, 'mid')).toBe(4)
    expect(mark(stage, { AA1: 2 }, 'senior')).toBe(2)
    expect(stageMark(stage, verdicts({ AA1: 2 }), 'junior')).toBeNull()
  })
})

test('in the framework, an overview that leaves out and invites is worth no less to a junior than to a senior', () => {
  const overview = MLSD.stages.find(({ id }) => id === 'overview') as Stage
  const heard = verdicts({ OV4: 2, OV5: 2 })
  const marks = LEVELS.map((level) => stageMark(overview, heard, level)?.mark)
  expect(marks).toEqual([2, 2, 2, 2])
})

describe('bands', () => {
  const marks = (...all: StageMark[]) => all.map((one, n) => ({ title: `Stage ${n}`, mark: one }))

  test.each([
    [3.5, marks(4, 3), 'strong hire'],
    [3.499, marks(4, 3), 'lean hire'],
    [3.8, marks(4, 2), 'lean hire'],
    [2.75, marks(4, 2), 'lean hire'],
    [2.749, marks(4, 2), 'lean no hire'],
    [3.8, marks(4, 1), 'lean no hire'],
    [2, marks(2, 2), 'lean no hire'],
    [1.999, marks(2, 1), 'no hire'],
  ] as const)('S %d with marks %j is %s', (S, stages, band) => {
    expect(bandOf(S, stages).band).toBe(band)
  })

  test('the reason names the stage that holds the band down', () => {
    expect(bandOf(3.8, marks(4, 1)).why).toMatchObject({ says: 'held', low: [{ title: 'Stage 1', mark: 1 }] })
  })
})

/** The whole of the small flow, with the same verdict everywhere. */
const talk = (verdict: Mark, changes: Partial<Talk> = {}): Talk => ({
  flow: small,
  mode: 'coach',
  opened: small.stages.map(({ id }) => id),
  judged: Object.fromEntries(
    small.stages.map((stage) => [
      stage.id,
      { assessed: true, verdicts: stage.criteria.map(({ id }) => ({ criterion: id, verdict, quote: 'q' })) },
    ]),
  ),
  ...changes,
})

describe('a talk', () => {
  test('is between 1 and 4 for S, with the extremes reached', () => {
    expect(scoreTalk(talk(2), 'mid')).toMatchObject({ S: 4, band: 'strong hire', upgrades: [] })
    const none = scoreTalk(talk(0), 'mid')
    expect(none.S).toBe(1)
    expect(none.band).toBe('no hire')
  })

  test('is scored at every level', () => {
    const all = scoreAllLevels(talk(1))
    expect(Object.keys(all)).toEqual([...LEVELS])
    for (const level of LEVELS) expect(all[level].level).toBe(level)
  })

  test('weighs the stages as the flow does', () => {
    const judged = { ...talk(2).judged, data: { assessed: true, verdicts: [] } }
    expect(scoreTalk(talk(2, { judged }), 'mid').S).toBeCloseTo(0.55 * 4 + 0.45 * 1, 9)
  })

  test('of a coach that did not reach every stage is over the opened ones, and has no band', () => {
    const { S, band, why, stages } = scoreTalk(talk(2, { opened: ['clarify', 'data'] }), 'mid')
    expect(S).toBe(4)
    expect(band).toBeNull()
    expect(why).toEqual({ says: 'unreached', titles: ['Details'] })
    expect(stages.at(-1)).toMatchObject({ id: 'details', mark: null, standing: 'not reached' })
  })

  test('of an exam that did not reach every stage has mark 1 there and a band', () => {
    const exam = scoreTalk(talk(2, { mode: 'exam', opened: ['clarify', 'data'] }), 'mid')
    expect(exam.S).toBeCloseTo(0.75 * 4 + 0.25, 9)
    expect(exam.band).toBe('lean no hire')
    expect(exam.stages.at(-1)).toMatchObject({ mark: 1, standing: 'not reached' })
  })

  test('of an exam pays once for a stage left out: the measure of it costs nothing more', () => {
    const { stages } = scoreTalk(talk(2, { mode: 'exam', opened: ['clarify', 'details'] }), 'mid')
    expect(stages.map(({ mark }) => mark)).toEqual([4, 1, 4])
    expect(stages[2]?.share).toBe(1)
  })

  test('with a stage that was not assessed leaves it out and has no band', () => {
    const foreign = { ...talk(2).judged, data: { assessed: false, verdicts: [] } }
    const { data: _, ...unjudged } = talk(2).judged
    for (const judged of [foreign, unjudged]) {
      for (const mode of ['coach', 'exam'] as const) {
        const scored = scoreTalk(talk(2, { mode, judged }), 'mid')
        expect(scored).toMatchObject({ S: 4, band: null })
        expect(scored.why).toMatchObject({ says: 'unread', titles: expect.arrayContaining(['Data']) })
      }
    }
  })

  test('in which nothing counts has no S', () => {
    expect(scoreTalk(talk(2, { opened: [], judged: {} }), 'mid')).toMatchObject({ S: null, band: null })
  })

  test('measures the stages reached, whatever a judge says of them', () => {
    const share = (opened: string[]) =>
      scoreTalk(talk(1, { opened }), 'mid').stages.find(({ id }) => id === 'details')?.share
    expect(share(['clarify', 'data', 'details'])).toBeCloseTo(2.5 / 4, 9)
    expect(share(['clarify', 'details'])).toBeCloseTo(2 / 4, 9)
    expect(share(['details'])).toBeCloseTo(1.5 / 4, 9)
  })

  test('names at most three upgrades, the most valuable first, each with what it really gains', () => {
    const before = scoreTalk(talk(0), 'mid')
    expect(before.upgrades.length).toBe(3)
    const gains = before.upgrades.map(({ gain }) => gain)
    expect(gains).toEqual([...gains].sort((a, b) => b - a))
    for (const { criterion, stage, gain } of before.upgrades) {
      const raised = talk(0)
      const own = raised.judged[stage]
      const judged = {
        ...raised.judged,
        [stage]: {
          assessed: true,
          verdicts: [...(own?.verdicts ?? []), { criterion, verdict: 2 as const, quote: 'q' }],
        },
      }
      expect(scoreTalk(talk(0, { judged }), 'mid').S).toBeCloseTo((before.S ?? 0) + gain, 8)
    }
  })
})

describe('help', () => {
  test('caps what follows it at partial, and leaves what came before', () => {
    const clear: Verdict = { criterion: 'CL1', verdict: 2, quote: 'q', entry: 5 }
    expect(capHelped(clear, { CL1: 3 })).toMatchObject({ verdict: 1, helped: true })
    expect(capHelped(clear, { CL1: 7 })).toEqual(clear)
    expect(capHelped(clear, { CL3: 3 })).toEqual(clear)
  })

  test('costs S what a partial costs', () => {
    const capped = (entry: number) =>
      Object.fromEntries(
        Object.entries(talk(2).judged).map(([stage, { verdicts: all }]) => [
          stage,
          { assessed: true, verdicts: all.map((one) => capHelped({ ...one, entry }, { DX2: 3, SP2: 3 })) },
        ]),
      )
    const share = (entry: number) => scoreTalk(talk(2, { judged: capped(entry) }), 'mid').stages[1]?.share
    expect(share(5)).toBe(0.5)
    expect(share(1)).toBe(1)
  })
})

const anyLevel = fc.constantFrom(...LEVELS)
const anyCriteria = fc
  .array(
    fc.record({
      weight: fc.integer({ min: 1, max: 3 }),
      level: anyLevel,
      core: fc.option(anyLevel, { nil: undefined }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) => all.map(({ weight, level, core }, n) => criterion(`AA${n}`, weight, core, level)))

/** A stage, its verdicts, and the same verdicts with one or more risen. */
const risen = anyCriteria.chain((criteria) =>
  fc.record({
    stage: fc.constant(stageOf(...criteria)),
    marks: fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 })), {
      minLength: criteria.length,
      maxLength: criteria.length,
    }),
    level: anyLevel,
  }),
)

const sides = ({ stage, marks }: { stage: Stage; marks: [number, number][] }): [Verdict[], Verdict[]] => {
  const side = (of: (pair: [number, number]) => number) =>
    stage.criteria.map(({ id }, n) => ({
      criterion: id,
      verdict: of(marks[n] ?? [0, 0]) as Mark,
      quote: 'q',
    }))
  return [side(([a, b]) => Math.min(a, b)), side(([a, b]) => Math.max(a, b))]
}

/** The small flow with this stage in the place of its first. */
const flowWith = (stage: Stage): Flow => ({ ...small, stages: [stage, ...small.stages.slice(1)] })

describe('always', () => {
  const levelUp = LEVELS.slice(1).map((level, n) => [LEVELS[n] as Level, level] as const)

  test('the same verdicts have no better mark at a higher level', () => {
    fc.assert(
      fc.property(risen, (one) => {
        const [verdicts] = sides(one)
        for (const [lower, higher] of levelUp) {
          const [below, above] = [lower, higher].map((level) => stageMark(one.stage, verdicts, level))
          if (below === null) continue
          expect(below?.mark).toBeGreaterThanOrEqual(above?.mark ?? 0)
          expect(below?.share).toBeGreaterThanOrEqual(above?.share ?? 0)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('the same talk has no better vote and no higher S at a higher level', () => {
    const rank = (band: string | null) =>
      [...SCORING.bands.map((one) => one.band as string)].indexOf(band ?? '')
    const worse = (band: string | null) => (rank(band) === -1 ? SCORING.bands.length : rank(band))
    const exam = fc.record({
      stages: fc.array(risen, { minLength: 2, maxLength: 4 }),
      mode: fc.constantFrom<Talk['mode']>('coach', 'exam'),
      weights: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }),
    })
    fc.assert(
      fc.property(exam, ({ stages, mode, weights }) => {
        const all = stages.map(({ stage }, n) => {
          const criteria = stage.criteria.map((one) => ({ ...one, id: `${'ABCD'[n]}${one.id}` }))
          return { ...stage, id: `stage-${n}`, weight: (weights[n] ?? 1) / 20, criteria }
        })
        const judged = Object.fromEntries(
          all.map(({ id, criteria }, n) => {
            const marks = stages[n]?.marks ?? []
            const verdicts = criteria.map((one, at) => {
              return { criterion: one.id, verdict: (marks[at]?.[0] ?? 0) as Mark, quote: 'q' }
            })
            return [id, { assessed: true, verdicts }]
          }),
        )
        const { order: _, ...rest } = small as Flow & { order?: unknown }
        const flow = { ...rest, stages: all } as Flow
        const scores = scoreAllLevels({ flow, mode, opened: all.map(({ id }) => id), judged })
        for (const [lower, higher] of levelUp) {
          const [below, above] = [scores[lower], scores[higher]]
          if (below.S === null) continue
          expect(below.S).toBeGreaterThanOrEqual(above.S ?? 0)
          expect(worse(below.band)).toBeLessThanOrEqual(worse(above.band))
        }
      }),
      { numRuns: 150 },
    )
  })

  test('a risen verdict never lowers a mark, a share or the score of an answer', () => {
    fc.assert(
      fc.property(risen, fc.nat({ max: 3 }), (one, flags) => {
        const [low, high] = sides(one)
        const [was, is] = [stageMark(one.stage, low, one.level), stageMark(one.stage, high, one.level)]
        expect(is?.mark ?? 0).toBeGreaterThanOrEqual(was?.mark ?? 0)
        expect(is?.share ?? 0).toBeGreaterThanOrEqual(was?.share ?? 0)
        expect(answerScore(one.stage, high, flags)).toBeGreaterThanOrEqual(answerScore(one.stage, low, flags))
      }),
      { numRuns: 500 },
    )
  })

  test('a risen verdict never lowers S or the band, and no upgrade gains nothing', () => {
    const rank = (band: string | null) =>
      ['no hire', 'lean no hire', 'lean hire', 'strong hire'].indexOf(band ?? '')
    fc.assert(
      fc.property(risen, fc.constantFrom('coach', 'exam'), fc.boolean(), (one, mode, all) => {
        const [low, high] = sides(one)
        const opened = all ? ['clarify', 'data', 'details'] : ['clarify', 'data']
        const score = (clarify: Verdict[]) => {
          const judged = { ...talk(1).judged, clarify: { assessed: true, verdicts: clarify } }
          return scoreTalk(talk(1, { flow: flowWith(one.stage), mode, opened, judged }), one.level)
        }
        const [was, is] = [score(low), score(high)]
        expect(is.S ?? 0).toBeGreaterThanOrEqual(was.S ?? 0)
        expect(rank(is.band)).toBeGreaterThanOrEqual(rank(was.band))
        for (const { mark: each } of is.stages) if (each !== null) expect([1, 2, 3, 4]).toContain(each)
        expect(is.S).toBeGreaterThanOrEqual(1)
        expect(is.S).toBeLessThanOrEqual(4)
        expect(was.upgrades.length).toBeLessThanOrEqual(3)
        for (const { gain } of was.upgrades) expect(gain).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })

  test('the order of the verdicts is of no matter', () => {
    fc.assert(
      fc.property(risen, (one) => {
        const [low] = sides(one)
        expect(stageMark(one.stage, [...low].reverse(), one.level)).toEqual(
          stageMark(one.stage, low, one.level),
        )
      }),
    )
  })
})

describe('the score of one answer', () => {
  const stage = stageOf(...[1, 1, 2, 2, 3].map((weight, n) => criterion(`AA${n}`, weight, 'junior')))
  const score = (marks: Record<string, number>, flags = 0) => answerScore(stage, verdicts(marks), flags)
  const { weak, solid, outstanding } = SCORING.answer

  test('is 0 without a verdict and stays below 1', () => {
    expect(answerScore(stage, [])).toBe(0)
    expect(score({ AA0: 2, AA1: 2, AA2: 2, AA3: 2, AA4: 2 })).toBeLessThan(1)
  })

  test('is of no use for one thing named, weak for one usual point, solid for a heavy one, outstanding for two', () => {
    expect(score({ AA0: 1 })).toBeGreaterThan(0)
    expect(score({ AA0: 1 })).toBeLessThan(weak)
    expect(score({ AA0: 2 })).toBeGreaterThanOrEqual(weak)
    expect(score({ AA0: 2 })).toBeLessThan(solid)
    expect(score({ AA2: 2 })).toBeGreaterThanOrEqual(solid)
    expect(score({ AA2: 2 })).toBeLessThan(outstanding)
    expect(score({ AA2: 2, AA3: 2 })).toBeGreaterThanOrEqual(outstanding)
  })

  test('stays weak however much is only named, and one clear point beside it is worth more', () => {
    const named = score({ AA0: 1, AA1: 1, AA2: 1, AA3: 1, AA4: 1 })
    expect(named).toBeGreaterThanOrEqual(weak)
    expect(named).toBeLessThan(solid)
    expect(score({ AA2: 1 })).toBeLessThan(named)
    expect(score({ AA2: 1, AA3: 1 })).toBe(named)
    expect(score({ AA0: 2, AA1: 1, AA2: 1, AA3: 1, AA4: 1 })).toBeGreaterThanOrEqual(solid)
    fc.assert(
      fc.property(anyCriteria, (criteria) => {
        const all = criteria.map(({ id }) => ({ criterion: id, verdict: 1 as const, quote: 'q' }))
        expect(answerScore(stageOf(...criteria), all)).toBeLessThan(solid)
      }),
    )
  })

  test('is lower by a usual point for each thing said that is wrong, and never below 0', () => {
    expect(score({ AA2: 2 }, 1)).toBe(score({ AA0: 2 }))
    expect(score({ AA2: 2, AA3: 2 }, 2)).toBe(score({ AA2: 2 }))
    expect(score({ AA2: 2 }, 2)).toBe(0)
    expect(score({ AA2: 2 }, 9)).toBe(0)
    expect(score({}, 1)).toBe(0)
  })

  test('is between 0 and 1, and every flag more lowers what there is', () => {
    fc.assert(
      fc.property(risen, fc.nat({ max: 4 }), (one, flags) => {
        const [, high] = sides(one)
        const [fewer, more] = [flags, flags + 1].map((count) => answerScore(one.stage, high, count))
        expect(fewer).toBeGreaterThanOrEqual(0)
        expect(fewer).toBeLessThanOrEqual(1)
        if (fewer === 0) expect(more).toBe(0)
        else expect(more).toBeLessThan(fewer ?? 0)
      }),
      { numRuns: 300 },
    )
  })

  test('knows nothing of criteria of other stages', () => {
    expect(answerScore(stage, verdicts({ ZZ9: 2 }))).toBe(0)
  })
})

test('the cuts are frozen, and the weights of the flow sum to one', () => {
  expect(SCORING).toMatchObject({
    version: '1.2.0',
    credit: [0, 0.5, 1],
    marks: [
      { mark: 4, share: 0.8 },
      { mark: 3, share: 0.55 },
      { mark: 2, share: 0.3 },
    ],
    standIn: 0.25,
    answer: { halving: 2, partial: 0.4, named: 1.1, flagged: 1 },
  })
  const frozen = (value: unknown): boolean =>
    typeof value !== 'object' ||
    value === null ||
    (Object.isFrozen(value) && Object.values(value).every(frozen))
  expect(frozen(SCORING)).toBe(true)
  expect(small.stages.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9)
})
