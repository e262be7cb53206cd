import type { Diagram } from '../numbers/diagram/diagram.ts'
import type { Numbers } from '../numbers/measure.ts'

/** Everything that can be drawn, as data. Shares and probabilities are from 0 to 1; arrays of one curve are equally long. */
export type Picture =
  | Roc
  | PrecisionRecall
  | Calibration
  | LearningCurve
  | Confusion
  | Importance
  | Dependence
  | Scores
  | Pace
  | History
  | Drawing

/** Points in the order of the threshold, from the strictest on; `area` is shown when given. */
export type Roc = {
  kind: 'roc'
  curves: readonly { name: string; fpr: Numbers; tpr: Numbers; area?: number }[]
}

/** `area` is the average precision; `prevalence` the share of positives, which a coin reaches. */
export type PrecisionRecall = {
  kind: 'precision-recall'
  curves: readonly { name: string; recall: Numbers; precision: Numbers; area?: number }[]
  prevalence?: number
}

/** Per bin the mean prediction and the share that came true. */
export type Calibration = {
  kind: 'calibration'
  curves: readonly { name: string; predicted: Numbers; observed: Numbers }[]
}

/** Errors or scores by the number of examples trained on; a goal is drawn as a line. */
export type LearningCurve = {
  kind: 'learning-curve'
  measure: string
  examples: Numbers
  training: Numbers
  validation: Numbers
  goal?: { name: string; value: number }
}

/** Counts with a row for each true label and a column for each predicted one. */
export type Confusion = { kind: 'confusion'; labels: readonly string[]; counts: readonly Numbers[] }

/**
 * What is lost in `measure` without each feature, with an interval where it was computed; with `alone` the `measure` that
 * each has by itself.
 */
export type Importance = {
  kind: 'importance'
  measure: string
  alone?: true
  features: readonly { name: string; value: number; low?: number; high?: number }[]
}

/** The mean prediction over values of one feature; `single` are curves of single rows, drawn faintly. */
export type Dependence = {
  kind: 'dependence'
  feature: string
  outcome: string
  values: Numbers
  mean: Numbers
  single?: readonly Numbers[]
}

/** Marks of an interview from 1 to `most` beside what the level expects; an undefined mark was not assessed. */
export type Scores = {
  kind: 'scores'
  level: string
  most: number
  marks: readonly { name: string; mark: number | undefined; bar: number }[]
}

/** Minutes spent on each stage beside those planned. */
export type Pace = { kind: 'pace'; stages: readonly { name: string; planned: number; spent: number }[] }

/** Values over time, such as the mark of each interview; `at` in milliseconds since 1970, UTC. */
export type History = {
  kind: 'history'
  measure: string
  points: readonly { at: number; value: number }[]
  range: readonly [from: number, to: number]
  bar?: { name: string; value: number }
}

/** A drawn system; the boxes in `marked` stand out, such as those that a remark is about. */
export type Drawing = { kind: 'diagram'; diagram: Diagram; marked?: readonly string[] }

export type Theme = 'light' | 'dark'

/** Thrown for a picture that cannot be drawn as it is: what is wrong with which part, and what to change. */
export class BadPicture extends Error {
  override readonly name = 'BadPicture'
}
