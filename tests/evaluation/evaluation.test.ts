import { describe, expect, it, test } from 'vitest'
import { evaluationOf } from '../../src/evaluation/evaluation.ts'
import { figuresOf } from '../../src/evaluation/figures.ts'
import { distance, levelOf, worst } from '../../src/evaluation/outcome.ts'
import { recordOf, worsened } from '../../src/evaluation/recorded.ts'
import { four, outcome } from './outcomes.ts'

const GOOD = [0.1, 0.3, 0.6, 0.9]
const of = (...outcomes: Parameters<typeof figuresOf>[0][]) => ({
  by: 'judge 1.0.0',
  outcomes: outcomes.flat(),
})

test('the level of a score begins at each cut', () => {
  expect([0, 0.249, 0.25, 0.499, 0.5, 0.749, 0.75, 1].map(levelOf)).toEqual([0, 0, 1, 1, 2, 2, 3, 3])
})

describe('figures of ordinary answers', () => {
  it('are full where every score is right', () => {
    expect(figuresOf([...four('q', GOOD), ...four('r', GOOD)])).toEqual({
      answers: 8,
      unassessed: 0,
      kappa: 1,
      spearman: expect.closeTo(1, 12),
      ordering: 1,
      pairs: 12,
      length: null,
      exact: 1,
      within: 1,
      means: GOOD.map((score) => expect.closeTo(score, 12)),
      words: [10, 10, 10, 10],
    })
  })

  it('compare answers to the same question only', () => {
    const harsh = GOOD.map((score) => score / 10)
    const mild = GOOD.map((score) => 0.9 + score / 10)
    expect(figuresOf([...four('q', harsh), ...four('r', mild)])).toMatchObject({ ordering: 1, pairs: 12 })
  })

  it('leave out tricks, and count what was not assessed', () => {
    const trick = outcome({ id: 't', trick: 'echo', score: 1 })
    const { answers, unassessed, kappa, exact, means } = figuresOf([
      ...four('q', [0.1, null, 0.6, 0.9]),
      trick,
    ])
    expect({ answers, unassessed, kappa, exact, means }).toEqual({
      answers: 4,
      unassessed: 1,
      kappa: 1,
      exact: 1,
      means: [0.1, null, 0.6, 0.9],
    })
  })

  it('see a score that goes by length at the same label, and no other', () => {
    const by = (score: (words: number, label: number) => number) =>
      figuresOf(
        [20, 60, 200].flatMap((words) =>
          ([0, 1, 2, 3] as const).map((label) =>
            outcome({
              id: `${words}-${label}`,
              label,
              words: words + 50 * label,
              score: score(words, label),
            }),
          ),
        ),
      ).length
    expect(by((words, label) => label / 4 + words / 1000)).toBeCloseTo(1, 9)
    expect(by((_, label) => label / 4)).toBeNull()
  })

  it('are null, and never not a number, where there is nothing', () => {
    expect(figuresOf([])).toMatchObject({
      answers: 0,
      kappa: null,
      spearman: null,
      ordering: null,
      exact: null,
    })
  })
})

describe('an evaluation', () => {
  const { tricks, ...evaluation } = evaluationOf(
    of(
      four('q', GOOD),
      four('r', [0.3, 0.3, 0.3, 0.3], { problem: 'two', heldOut: true, stage: 'model' }),
      [
        outcome({ id: 'e', trick: 'echo', score: 0.2 }),
        outcome({ id: 'f', trick: 'echo', score: 0.4, repeated: false }),
      ],
      [outcome({ id: 'g', trick: 'foreign', score: null, moved: ['one-line'] })],
    ),
    ['model', 'data', 'scaling'],
  )

  it('is told apart by stage, problem and side', () => {
    expect(evaluation.overall.exact).toBe(5 / 8)
    expect([evaluation.tuned.exact, evaluation.heldOut.exact]).toEqual([1, 0.25])
    expect(evaluation.stages.map(({ stage, figures }) => [stage, figures.answers])).toEqual([
      ['model', 4],
      ['data', 4],
    ])
    expect(
      evaluation.problems.map(({ problem, heldOut, figures }) => [problem, heldOut, figures.kappa]),
    ).toEqual([
      ['one', false, 1],
      ['two', true, 0],
    ])
  })

  it('counts labels against levels', () => {
    expect(evaluation.confusion).toEqual([
      [1, 1, 0, 0],
      [0, 2, 0, 0],
      [0, 1, 1, 0],
      [0, 1, 0, 1],
    ])
  })

  it('has the mean of each trick, its worst case, and what was not assessed', () => {
    expect(tricks).toMatchObject({ answers: 3, unassessed: 1, mean: expect.closeTo(0.3, 12) })
    expect(tricks.kinds).toEqual([
      {
        trick: 'echo',
        answers: 2,
        unassessed: 0,
        mean: expect.closeTo(0.3, 12),
        worst: { id: 'f', score: 0.4 },
      },
      { trick: 'foreign', answers: 1, unassessed: 1, mean: null, worst: null },
    ])
  })

  it('names what was not repeated and what moved', () => {
    expect(evaluation.repeat).toEqual({ answers: 11, share: 10 / 11, differing: ['f'] })
    const moved = evaluation.steadiness.map(({ change, moved, share }) => [change, moved, share])
    expect(moved).toContainEqual(['one-line', ['g'], 1 / 11])
    expect(moved).toContainEqual(['upper-case', [], 0])
  })
})

test('the worst answers are those furthest from their label, and those graded as it says are none', () => {
  const cases = [
    outcome({ id: 'fine', label: 1, score: 0.3 }),
    outcome({ id: 'edge', label: 3, score: 1 }),
    outcome({ id: 'low', label: 3, score: 0.2 }),
    outcome({ id: 'high', label: 0, score: 0.9 }),
    outcome({ id: 'unread', label: 2, score: null }),
    outcome({ id: 'foreign', trick: 'foreign', score: null }),
    outcome({ id: 'judged', trick: 'foreign', score: 0 }),
    outcome({ id: 'trick', trick: 'echo', score: 0.26 }),
    outcome({ id: 'border', label: 2, score: 0.75 }),
  ]
  expect(worst(cases, 9).map(({ id }) => id)).toEqual(['judged', 'unread', 'high', 'low', 'trick', 'border'])
  expect(worst(cases, 2).map(({ id }) => id)).toEqual(['judged', 'unread'])
  expect(cases.map(distance)).toEqual(
    [0, 0, 0.55, 0.65, 1, 0, 1, 0.26 - 0.25, 0].map((d) => expect.closeTo(d, 12)),
  )
})

describe('recorded figures', () => {
  const echo = (score: number) => outcome({ id: 'e', trick: 'echo', score, words: 3 })
  const evaluate = (scores: readonly (number | null)[], trick = 0.1234) =>
    evaluationOf(of(four('q', GOOD), four('r', scores), [echo(trick)]), ['data'])
  const good = evaluate([0.1, 0.3, 0.6, 0.2])
  const recorded = recordOf(good)

  it('are rounded so that the same figures pass', () => {
    expect(recorded['overall.ordering']).toBe(0.833) // 10 of 12
    expect(recorded['trick.echo.mean']).toBe(0.124)
    expect(recorded.repeat).toBe(1)
    expect(recorded['moved.one-line']).toBe(0)
    expect(worsened(recorded, good)).toEqual([])
    expect(Object.values(recorded).every(Number.isFinite)).toBe(true)
    expect(Object.keys(recorded).filter((name) => name.startsWith('heldOut'))).toEqual([])
  })

  it('name each figure that got worse, with what it was and is', () => {
    const all = worsened(recorded, evaluate([0.2, 0.2, 0.2, 0.1], 0.3))
    expect(all).toContain('overall.ordering: was 0.833, is 0.625; higher is better.')
    expect(all).toContain('trick.echo.mean: was 0.124, is 0.3; lower is better.')
    expect(all.some((line) => line.startsWith('stage.data.kappa: was '))).toBe(true)
  })

  it('let pass what got better', () => {
    expect(worsened(recorded, evaluate(GOOD, 0)).filter((line) => !line.includes('length'))).toEqual([])
  })

  it('do not let an answer go unassessed unseen, nor a trick that is to be left alone be judged', () => {
    expect(worsened(recorded, evaluate([0.1, 0.3, 0.6, null])).join()).toContain(
      'overall.unassessed: was 0, is 1',
    )
    const foreign = (score: number | null) =>
      evaluationOf(of(four('q', GOOD), [outcome({ id: 'x', trick: 'foreign', score })]), ['data'])
    const said = worsened(recordOf(foreign(null)), foreign(0))
    expect(said).toContain('trick.foreign.assessed: was 0, is 1; lower is better.')
  })

  it('say what is gone and what is new', () => {
    const { repeat: _, ...less } = recorded
    expect(worsened({ ...less, 'stage.gone.kappa': 0.5 }, good)).toEqual([
      'stage.gone.kappa: was 0.5, and can no longer be computed.',
      'repeat: was not recorded yet; run "mlsd eval --record".',
    ])
  })

  it('hold a correlation with length to its size, whatever its sign', () => {
    const by = (sign: number) => {
      const outcomes = [1, 2, 3, 5].map((n) =>
        outcome({ id: `${n}`, label: 1, words: n, score: 0.3 + sign * n * n * 0.005 }),
      )
      return evaluationOf({ by: 'x', outcomes }, ['data'])
    }
    expect(recordOf(by(-1))['overall.|length|']).toBe(recordOf(by(1))['overall.|length|'])
    expect(recordOf(by(-1))['overall.|length|']).toBeGreaterThan(0.9)
  })
})
