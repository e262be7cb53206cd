/** What a figure of importance cannot show, as data beside it. */
import type { Correlated } from './correlated.ts'

/** Whether the rows were those that the model was trained on. */
export type Rows = 'training' | 'held-out'

/** One warning, with a sentence to show and the figures behind it. */
export type Warning =
  | { kind: 'correlated'; says: string; pairs: readonly Correlated[] }
  | { kind: 'extrapolation'; says: string; share: number }
  | { kind: 'not-causal'; says: string }
  | { kind: 'training-rows'; says: string }

/** Importance is about the model, not about the world; always true. */
export const NOT_CAUSAL: Warning = {
  kind: 'not-causal',
  says: 'This shows what the model uses, not what would happen if the feature were changed: for that, run an experiment.',
}

/** Warns where features go together, naming the closest pairs; nothing where none do. */
export const warnOfCorrelated = (pairs: readonly Correlated[], harm: string): Warning[] =>
  pairs.length === 0
    ? []
    : [{ kind: 'correlated', says: `${pairs.slice(0, 3).map(pairText).join('; ')}. ${harm}`, pairs }]

/** Warns of rows that the model has seen. */
export const warnOfRows = (on: Rows): Warning[] =>
  on === 'held-out'
    ? []
    : [
        {
          kind: 'training-rows',
          says: 'These are training rows: a feature that was only learnt by heart looks important. Compute it on held-out rows too.',
        },
      ]

const pairText = ({ one, other, value }: Correlated): string =>
  `${one} and ${other} go together (rank correlation ${value.toFixed(2)})`
