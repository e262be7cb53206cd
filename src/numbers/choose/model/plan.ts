/** How to go about choosing a model: where to start, what to try next, and what to turn. */

/** What a row is. */
export const INPUTS = ['sequence', 'image', 'text', 'table'] as const
export type InputKind = (typeof INPUTS)[number]

/** What is known; whatever is absent is unknown. */
export type ModelSituation = {
  input: InputKind
  /** Labelled rows to train on. */
  rows?: number
  /** Milliseconds in which an answer is needed. */
  latency?: number
  /** Whether a person has to be told why. */
  reasons?: boolean
}

/** A model with why, and what has to be seen before going on to it (or on from it). */
export type Step = { model: string; why: string; when: string }

/** What more of a hyper-parameter does: less of, the same, or more of each. */
export type Effects = { bias: Change; variance: Change; time: Change }
export type Change = 'less' | 'same' | 'more'

/** A hyper-parameter: what more of it does, on which scale it is searched and where, and what to know about it. */
export type Knob = {
  name: string
  more: Effects
  scale: 'log' | 'linear' | 'whole'
  from: number
  to: number
  says: string
}

/** The plan, each list in the order in which to go; `knobs` for the first model, then for a later one; `search` says how to look for values. */
export type ModelPlan = {
  baseline: Step
  start: Step
  next: readonly Step[]
  knobs: readonly { of: string; list: readonly Knob[] }[]
  remarks: readonly string[]
  search: { tries: number; derivation: readonly string[]; says: readonly string[] }
}
