import type { Picture } from '../../src/chart/picture.ts'
import { readDiagram } from '../../src/numbers/diagram/read.ts'

const steps = (count: number) => Array.from({ length: count + 1 }, (_, at) => at / count)

/** One picture of each kind, and some that are hard to draw, by name. */
export const PICTURES: Readonly<Record<string, Picture>> = {
  roc: {
    kind: 'roc',
    curves: [
      { name: 'gradient boosting', fpr: steps(20), tpr: steps(20).map((x) => x ** 0.25), area: 0.8 },
      { name: 'logistic regression', fpr: steps(20), tpr: steps(20).map((x) => x ** 0.5), area: 2 / 3 },
    ],
  },
  'precision-recall': {
    kind: 'precision-recall',
    curves: [
      { name: 'model', recall: steps(20), precision: steps(20).map((x) => 1 - 0.9 * x ** 2), area: 0.7 },
    ],
    prevalence: 0.1,
  },
  calibration: {
    kind: 'calibration',
    curves: [
      {
        name: 'before',
        predicted: [0.05, 0.2, 0.4, 0.6, 0.8, 0.95],
        observed: [0.02, 0.1, 0.22, 0.41, 0.6, 0.8],
      },
      { name: 'after', predicted: [0.04, 0.2, 0.38, 0.6, 0.82], observed: [0.05, 0.18, 0.4, 0.58, 0.83] },
    ],
  },
  'learning-curve': {
    kind: 'learning-curve',
    measure: 'error',
    examples: [100, 300, 1000, 3000, 10_000, 30_000, 100_000],
    training: [0.01, 0.02, 0.031, 0.042, 0.048, 0.051, 0.053],
    validation: [0.31, 0.25, 0.2, 0.16, 0.135, 0.118, 0.109],
    goal: { name: 'human', value: 0.04 },
  },
  confusion: {
    kind: 'confusion',
    labels: ['no fraud', 'fraud'],
    counts: [
      [9860, 40],
      [20, 80],
    ],
  },
  'confusion-many': {
    kind: 'confusion',
    labels: ['billing', 'refund', 'delivery', 'a rather long name of a class', 'account', 'other', 'spam'],
    counts: [
      [120, 14, 2, 0, 3, 9, 0],
      [22, 88, 4, 1, 0, 7, 0],
      [1, 3, 143, 6, 0, 11, 0],
      [0, 0, 9, 51, 2, 4, 0],
      [5, 0, 0, 1, 97, 13, 2],
      [12, 6, 15, 4, 9, 60, 5],
      [0, 0, 0, 0, 0, 0, 0],
    ],
  },
  importance: {
    kind: 'importance',
    measure: 'AUC',
    features: [
      { name: 'amount', value: 0.118, low: 0.104, high: 0.131 },
      { name: 'hours_since_last_payment', value: 0.071, low: 0.062, high: 0.081 },
      { name: 'country', value: 0.033, low: 0.025, high: 0.04 },
      { name: 'device_age', value: 0.008, low: -0.002, high: 0.017 },
      { name: 'weekday', value: -0.003, low: -0.009, high: 0.003 },
    ],
  },
  dependence: {
    kind: 'dependence',
    feature: 'price',
    outcome: 'probability of purchase',
    values: [1, 5, 10, 20, 30, 40, 50, 60],
    mean: [0.62, 0.6, 0.55, 0.42, 0.3, 0.24, 0.22, 0.21],
    single: Array.from({ length: 8 }, (_, row) =>
      [0.62, 0.6, 0.55, 0.42, 0.3, 0.24, 0.22, 0.21].map(
        (y, at) => y + (row - 3.5) * 0.03 + ((row * at) % 3) * 0.01,
      ),
    ),
  },
  scores: {
    kind: 'scores',
    level: 'a senior',
    most: 4,
    marks: [
      { name: 'Clarify requirements', mark: 3.5, bar: 3 },
      { name: 'Fit in the product backend', mark: 2.5, bar: 3 },
      { name: 'Data', mark: 3, bar: 3 },
      { name: 'Model', mark: 1, bar: 3 },
      { name: 'Scaling and operations', mark: 4, bar: 2.5 },
      { name: 'Details and wrap-up', mark: undefined, bar: 2.5 },
    ],
  },
  pace: {
    kind: 'pace',
    stages: [
      { name: 'Overview', planned: 2, spent: 1.5 },
      { name: 'Clarify requirements', planned: 6, spent: 11 },
      { name: 'Fit in the product backend', planned: 3, spent: 3 },
      { name: 'Data', planned: 10, spent: 12 },
      { name: 'Model', planned: 13, spent: 10 },
      { name: 'Scaling and operations', planned: 6, spent: 4 },
      { name: 'Details and wrap-up', planned: 5, spent: 0 },
    ],
  },
  history: {
    kind: 'history',
    measure: 'Mark',
    range: [1, 4],
    bar: { name: 'lean hire', value: 2.75 },
    points: [
      ['2026-01-05', 1.8],
      ['2026-01-12', 2.2],
      ['2026-01-20', 2.1],
      ['2026-02-03', 2.6],
      ['2026-02-17', 2.9],
      ['2026-03-10', 3.1],
    ].map(([at, value]) => ({ at: Date.parse(`${at}T12:00:00Z`), value: Number(value) })),
  },
  'history-one': {
    kind: 'history',
    measure: 'Mark',
    range: [1, 4],
    points: [{ at: Date.UTC(2026, 0, 5), value: 2.2 }],
  },
  hostile: {
    kind: 'importance',
    measure: '<script>alert(1)</script> & "AUC"',
    features: [
      { name: '</text><image href="https://example.org/x.png"/>', value: 0.3 },
      { name: "datum.value ? signal('x') : 1", value: 0.2 },
      { name: 'Ünïcödé Größe 価格 😀 \u202eabc\u0007', value: 0.1 },
      { name: '__proto__', value: 0.05 },
      { name: '__proto__', value: 0.04 },
    ],
  },
  diagram: {
    kind: 'diagram',
    diagram: readDiagram(`Serving:
user -> app -user id-> api [5ms] -candidates-> ranker [40ms] -scores-> api -> app: ranked ids
ranker -> feature store [5ms]
api ~on timeout~> popularity fallback

Training:
event log -> trainer -> model registry
feature store -> trainer

app -clicks and views-> event log
model registry ~> ranker`),
    marked: ['ranker'],
  },
  'diagram-down': {
    kind: 'diagram',
    diagram: readDiagram(`flowchart TD
  A([Start]) -->|request| B[API gateway with quite a long name that needs to be broken]
  B --> C{Cached?}
  C -- yes --> D[(Redis)]
  C -- no --> E["Ranker <b>GPU</b> & co"]
  E -.-> F((Log))
  subgraph off [Offline training]
    F --> G[Trainer]
    subgraph deep [Inner]
      G --> H[[Registry]]
    end
  end
  H --> E
  E <--> D
  X[alone]`),
  },
}
