/** Columns for the bench of metrics: one row in ten positive, scores that tell a little, lists of a hundred. */
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { logLoss } from '../../../src/numbers/classification/log-loss.ts'
import { averagePrecision } from '../../../src/numbers/classification/precision-recall.ts'
import { ranked } from '../../../src/numbers/classification/ranked.ts'
import { rocAuc } from '../../../src/numbers/classification/roc.ts'
import type { Measure } from '../../../src/numbers/measure.ts'
import { ndcg } from '../../../src/numbers/ranking/ndcg.ts'
import { rankings } from '../../../src/numbers/ranking/rankings.ts'

/** Columns of one row each; `query` numbers lists of a hundred rows. */
export type Columns = { truth: Uint8Array; scores: Float64Array; relevance: Float64Array; query: Uint32Array }

/** So many rows, a multiple of 100, always the same. */
export const columns = (rows: number): Columns => {
  const generator = xoroshiro128plus(1)
  const share = (): number => uniformInt(generator, 0, 2 ** 31 - 1) / 2 ** 31
  const truth = Uint8Array.from({ length: rows }, () => (share() < 0.1 ? 1 : 0))
  const scores = Float64Array.from(truth, (y) => share() * 0.8 + y * 0.15 + share() * 0.05)
  return {
    truth,
    scores,
    relevance: Float64Array.from(truth, (y) => y * (1 + (share() < 0.3 ? 1 : 0))),
    query: Uint32Array.from(truth, (_, row) => Math.floor(row / 100)),
  }
}

/** What is measured, from the columns to the figure. */
export const WORKS: Readonly<Record<'auc' | 'ap' | 'logLoss' | 'ndcg', (given: Columns) => Measure>> = {
  auc: ({ truth, scores }) => rocAuc(ranked(truth, scores)),
  ap: ({ truth, scores }) => averagePrecision(ranked(truth, scores)),
  logLoss: ({ truth, scores }) => logLoss(truth, scores),
  // A list without relevant rows counts 0 in scikit-learn.
  ndcg: ({ query, relevance, scores }) => ndcg(rankings(query, relevance, scores), { without: 'zero' }),
}
