import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadInput } from '../../../src/numbers/bad-input.ts'
import { metricsFor, taskOf } from '../../../src/numbers/choose/metric.ts'
import { INPUTS, type Knob } from '../../../src/numbers/choose/model/plan.ts'
import { modelFor, triesFor } from '../../../src/numbers/choose/model.ts'
import { type Situation, TASKS, USES } from '../../../src/numbers/choose/situation.ts'

const first = (situation: Situation): string | undefined => metricsFor(situation).choose[0]?.metric
const avoided = (situation: Situation): string =>
  metricsFor(situation)
    .avoid.map(({ metric }) => metric)
    .join(', ')

describe('metrics', () => {
  test.each<[string, Situation, RegExp]>([
    [
      'even classes, equal costs',
      { task: 'classification', positives: 0.5, costs: { falsePositive: 1, falseNegative: 1 } },
      /^accuracy/,
    ],
    ['rare positives', { task: 'classification', positives: 0.001 }, /^recall at a fixed precision/],
    [
      'costs',
      { task: 'classification', positives: 0.001, costs: { falsePositive: 12, falseNegative: 95 } },
      /^expected cost/,
    ],
    [
      'capacity',
      { task: 'classification', capacity: { kind: 'count', count: 500 } },
      /^recall at your capacity/,
    ],
    ['a probability in an auction', { task: 'classification', use: 'probability' }, /^log loss/],
    ['rare cases in order', { task: 'classification', use: 'rank', positives: 0.02 }, /^average precision/],
    ['graded ranking', { task: 'ranking', graded: true }, /^NDCG/],
    ['binary ranking', { task: 'ranking', graded: false }, /^MAP/],
    ['a first stage', { task: 'retrieval' }, /^recall@k/],
    ['tails that matter', { task: 'regression', outliers: 'matter' }, /^RMSE/],
    ['tails that do not', { task: 'regression', outliers: 'ignore' }, /^MAE/],
    [
      'too little costs more',
      { task: 'regression', costs: { falsePositive: 1, falseNegative: 3 } },
      /^pinball/,
    ],
    ['a spread of amounts', { task: 'regression', use: 'probability' }, /several quantiles/],
    ['whom to treat', { task: 'treatment' }, /^Qini/],
    ['rare classes among many', { task: 'multiclass', positives: 0.9 }, /^macro F1/],
    ['an answer from sources', { task: 'generation' }, /^recall@k/],
  ])('%s', (_, situation, wanted) => expect(first(situation)).toMatch(wanted))

  test('what misleads is said', () => {
    expect(avoided({ task: 'classification', positives: 0.01 })).toMatch(/accuracy.*ROC-AUC/)
    expect(avoided({ task: 'classification', positives: 0.5 })).toBe('')
    expect(avoided({ task: 'classification', use: 'probability' })).toContain('AUC alone')
    expect(avoided({ task: 'regression' })).toContain('MAPE')
    expect(avoided({ task: 'treatment' })).toContain('outcome alone')
  })

  test('figures follow from costs, share and capacity', () => {
    const { figures } = metricsFor({
      task: 'classification',
      positives: 0.02,
      costs: { falsePositive: 12, falseNegative: 95 },
      capacity: { kind: 'share', share: 0.05 },
    })
    expect(figures.threshold).toBeCloseTo(0.1121, 4)
    expect(figures).toMatchObject({ majorityAccuracy: 0.98, randomAveragePrecision: 0.02, bestRecall: 1 })
    expect(figures.bestPrecision).toBeCloseTo(0.4, 12)
    expect(figures.costOfNever).toBeCloseTo(1.9, 12)
    expect(figures.costOfAlways).toBeCloseTo(11.76, 12)
    const newsvendor = metricsFor({ task: 'regression', costs: { falsePositive: 1, falseNegative: 3 } })
    expect(newsvendor.figures).toEqual({ quantile: 0.75 })
    const half = metricsFor({ task: 'classification', use: 'probability', positives: 0.5 })
    expect(half.figures.baseLogLoss).toBeCloseTo(Math.LN2, 12)
  })

  test('whatever is known, something is advised, nothing twice, and nothing both ways', () => {
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true })
    const situations: fc.Arbitrary<Situation> = fc.record(
      {
        task: fc.constantFrom(...TASKS),
        use: fc.constantFrom(...USES),
        positives: share,
        costs: fc.record({ falsePositive: fc.constantFrom(1, 12), falseNegative: fc.constantFrom(1, 95) }),
        capacity: fc.oneof(
          fc.record({ kind: fc.constant('share' as const), share }),
          fc.record({ kind: fc.constant('count' as const), count: fc.integer({ min: 1, max: 1000 }) }),
        ),
        graded: fc.boolean(),
        outliers: fc.constantFrom('matter' as const, 'ignore' as const),
      },
      { requiredKeys: ['task'] },
    )
    fc.assert(
      fc.property(situations, (situation) => {
        const { choose, beside, avoid, figures, asks } = metricsFor(situation)
        const names = [...choose, ...beside].map(({ metric }) => metric)
        expect(choose.length).toBeGreaterThan(0)
        expect(new Set(names).size).toBe(names.length)
        for (const { metric } of avoid) expect(names).not.toContain(metric)
        for (const value of Object.values(figures)) expect(Number.isFinite(value)).toBe(true)
        // What is known is not asked for.
        if (situation.positives !== undefined) expect(asks.join()).not.toContain('(positives)')
        if (situation.costs !== undefined) expect(asks.join()).not.toContain('(costs)')
        if (situation.capacity !== undefined) expect(asks.join()).not.toContain('(capacity)')
      }),
    )
  })

  test('the task is guessed from what is known, or not at all', () => {
    expect(taskOf({})).toBeUndefined()
    expect(taskOf({ positives: 0.1 })).toBe('classification')
    expect(taskOf({ graded: false })).toBe('ranking')
    expect(taskOf({ use: 'rank' })).toBe('ranking')
    expect(taskOf({ use: 'rank', positives: 0.1 })).toBe('classification')
    expect(taskOf({ outliers: 'matter' })).toBe('regression')
    expect(taskOf({ use: 'probability' })).toBe('classification')
  })

  test('what cannot be is refused', () => {
    expect(() => metricsFor({ task: 'classification', positives: 1 })).toThrow(BadInput)
    expect(() => metricsFor({ task: 'retrieval', capacity: { kind: 'count', count: 0.5 } })).toThrow(
      /capacity/,
    )
    expect(() =>
      metricsFor({ task: 'classification', costs: { falsePositive: -1, falseNegative: 1 } }),
    ).toThrow(/cost of a false positive is -1/)
  })
})

describe('models', () => {
  test.each([
    ['sequence', /two hidden layers/, /third layer.*attention/s],
    ['table', /gradient-boosted trees/, /two hidden layers/],
    ['text', /pretrained encoder/, /distilling/],
    ['image', /pretrained network/, /resolution/],
  ] as const)('%s: start simple, then go on by signs', (input, start, next) => {
    const plan = modelFor({ input })
    expect(plan.start.model).toMatch(start)
    expect(plan.next.map(({ model }) => model).join('\n')).toMatch(next)
    expect(plan.remarks).toEqual([])
  })

  test('every knob has a range that its scale can span, and no two are the same', () => {
    for (const input of INPUTS) {
      for (const { list } of modelFor({ input }).knobs) {
        expect(list.length).toBeGreaterThanOrEqual(3)
        expect(new Set(list.map(({ name }) => name)).size).toBe(list.length)
        for (const { from, to, scale } of list) {
          expect(from).toBeLessThan(to)
          if (scale === 'log') expect(from).toBeGreaterThan(0)
          // What spans more than a power of ten is not searched evenly.
          if (scale === 'linear') expect(from === 0 || to / from < 10).toBe(true)
        }
      }
    }
  })

  test('what regularises trades bias for variance, what adds capacity the other way round', () => {
    const knobs = new Map(
      INPUTS.flatMap((input) =>
        modelFor({ input })
          .knobs.flatMap(({ list }) => list)
          .map((k): [string, Knob] => [k.name, k]),
      ),
    )
    for (const name of ['weight decay', 'dropout', 'least rows in a leaf', 'L2 on leaves', 'augmentation'])
      expect(knobs.get(name)?.more).toMatchObject({ bias: 'more', variance: 'less' })
    for (const name of ['trees', 'leaves (or depth)', 'hidden units and layers', 'epochs'])
      expect(knobs.get(name)?.more).toMatchObject({ bias: 'less', variance: 'more', time: 'more' })
    expect(knobs.get('learning rate')?.scale).toBe('log')
  })

  test('rows, latency and reasons each add a remark of their own', () => {
    for (const input of INPUTS) {
      const seen = new Set<string>()
      for (const rows of [500, 5000, 5e5, 5e7])
        for (const one of modelFor({ input, rows }).remarks) seen.add(one)
      for (const latency of [5, 50, 500])
        for (const one of modelFor({ input, latency }).remarks) seen.add(one)
      expect(seen.size).toBe(7)
      expect(modelFor({ input, rows: 500, latency: 5, reasons: true }).remarks).toHaveLength(3)
    }
    expect(() => modelFor({ input: 'table', rows: 0 })).toThrow(BadInput)
  })

  test('59 random tries find one of the best twentieth in 95 of 100 searches', () => {
    expect(triesFor(0.05, 0.95)).toBe(59)
    expect(1 - 0.95 ** 59).toBeGreaterThanOrEqual(0.95)
    expect(1 - 0.95 ** 58).toBeLessThan(0.95)
    expect(triesFor(0.5, 0.5)).toBe(1)
  })
})
