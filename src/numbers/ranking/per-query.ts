/** A measure of each query, and their mean. */
import type { Label } from '../classification/confusion.ts'
import { demandWhole } from '../columns.ts'
import { defined, type Measure, undefinedFor } from '../measure.ts'
import type { Rankings } from './rankings.ts'

/** The mean over the queries that count, with the value of each, in the order of `queries`. */
export type PerQuery = Measure & { queries: Label[]; values: Float64Array; skipped: Label[] }

/**
 * How far down a list is looked (`at`, 1 or more; to its end where absent), and what a query without relevant rows
 * counts: `skip` (where absent) leaves it out of the mean and names it in `skipped`, since no order could do better;
 * `zero` counts it 0, as scikit-learn's NDCG does, which is right where the rows are only what was retrieved, so that
 * the relevant ones may be missing.
 */
export type Looking = { at?: number; without?: 'skip' | 'zero' }

/** Rows of one query from `from` to before `to` within the columns of the rankings, and the depth to which they count. */
export type Span = { from: number; to: number; depth: number; relevant: number }

/** The value of each query; `of` is asked only for queries with a relevant row. */
export const perQuery = (
  { queries, starts, ideal }: Rankings,
  { at = Number.MAX_SAFE_INTEGER, without = 'skip' }: Looking,
  of: (span: Span) => number,
): PerQuery => {
  demandWhole('at', at, 1)
  const [counted, skipped]: [Label[], Label[]] = [[], []]
  const values = new Float64Array(queries.length)
  let sum = 0
  queries.forEach((query, q) => {
    const [from, to] = [starts[q] ?? 0, starts[q + 1] ?? 0]
    const relevant = countRelevant(ideal, from, to)
    if (relevant === 0 && without === 'skip') {
      skipped.push(query)
      return
    }
    const value = relevant === 0 ? 0 : of({ from, to, depth: Math.min(at, to - from), relevant })
    values[counted.length] = value
    sum += value
    counted.push(query)
  })
  const mean: Measure =
    counted.length === 0 ? undefinedFor('No query has a relevant row.') : defined(sum / counted.length)
  return { ...mean, queries: counted, values: values.slice(0, counted.length), skipped }
}

/** Rows of equal score: from place `above` (0 is the top) so many, of which so many are relevant. */
export type Tie = { above: number; size: number; relevant: number }

/** Visits the groups of equal scores of a query from the top, as long as they begin above its depth. */
export const eachTie = (
  { scores, relevance }: Rankings,
  { from, to, depth }: Span,
  visit: (tie: Tie) => void,
): void => {
  for (let i = from; i < to && i - from < depth; ) {
    let relevant = 0
    let next = i
    for (; next < to && scores[next] === scores[i]; next += 1) relevant += (relevance[next] ?? 0) > 0 ? 1 : 0
    visit({ above: i - from, size: next - i, relevant })
    i = next
  }
}

/** In the ideal order relevant rows come first. */
const countRelevant = (ideal: Float64Array, from: number, to: number): number => {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ideal[middle] ?? 0) > 0) low = middle + 1
    else high = middle
  }
  return low - from
}
