/** Normalised discounted cumulative gain. */
import { BadInput } from '../bad-input.ts'
import { type Looking, type PerQuery, perQuery, type Span } from './per-query.ts'
import type { Rankings } from './rankings.ts'

/** Beyond it 2^relevance loses whole numbers and soon overflows. */
const MOST = 50

/**
 * NDCG at a depth: the discounted gain `sum(gain / log2(place + 1))`, places from 1, over that of the best order
 * (Järvelin and Kekäläinen 2002). `linear` gain is the relevance itself, `exponential` is 2^relevance - 1 (Burges et al.
 * 2005). Each query has a value from 0 to 1; rows of equal score count their mean over all orders among them (McSherry
 * and Najork 2008), as scikit-learn's `ndcg_score` does. Queries without relevant rows: see {@link Looking}. A query of
 * one relevant row has 1 (scikit-learn refuses a list of one). Throws BadInput where an exponential gain is beyond 2^50.
 */
export const ndcg = (
  rankings: Rankings,
  { gain = 'linear', ...looking }: Looking & { gain?: 'linear' | 'exponential' } = {},
): PerQuery => {
  const gains = gain === 'linear' ? rankings.relevance : exponential(rankings.relevance)
  const ideal = gain === 'linear' ? rankings.ideal : exponential(rankings.ideal)
  const discounts = discountsFor(rankings.starts)
  const found = (span: Span): number => {
    let sum = 0
    for (let i = span.from; i < span.to && i - span.from < span.depth; ) {
      let [next, tied, discount] = [i, 0, 0]
      for (; next < span.to && rankings.scores[next] === rankings.scores[i]; next += 1) {
        tied += gains[next] ?? 0
        if (next - span.from < span.depth) discount += discounts[next - span.from] ?? 0
      }
      sum += (tied * discount) / (next - i)
      i = next
    }
    return sum
  }
  const best = ({ from, depth }: Span): number => {
    let sum = 0
    for (let place = 0; place < depth; place += 1) sum += (ideal[from + place] ?? 0) * (discounts[place] ?? 0)
    return sum
  }
  return perQuery(rankings, looking, (span) => found(span) / best(span))
}

const exponential = (relevance: Float64Array): Float64Array => {
  const large = relevance.find((value) => value > MOST)
  if (large !== undefined) {
    throw new BadInput(`A relevance of ${large} has an exponential gain of 2^${large}.`, {
      column: 'relevance',
      value: large,
      mend: `Grades for this gain are small, such as 0 to 4, and at most ${MOST}; take the linear gain for counts.`,
    })
  }
  return relevance.map((value) => 2 ** value - 1)
}

/** 1 / log2(place + 1) down to the longest list. */
const discountsFor = (starts: Uint32Array): Float64Array => {
  let longest = 0
  for (let q = 1; q < starts.length; q += 1)
    longest = Math.max(longest, (starts[q] ?? 0) - (starts[q - 1] ?? 0))
  return Float64Array.from({ length: longest }, (_, place) => 1 / Math.log2(place + 2))
}
