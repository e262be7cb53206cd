/**
 * What the top of a list holds, with binary relevance: a row is relevant when its relevance is above 0.
 *
 * Rows of equal score have no order, so each measure is its mean over all orders among them, in closed form (McSherry
 * and Najork 2008, Computing information retrieval performance measures efficiently in the presence of tied scores). A
 * measure so never depends on the order of the rows in a file. Queries without relevant rows: see `Looking`.
 */
import { demandWhole } from '../columns.ts'
import { eachTie, type Looking, type PerQuery, perQuery, type Span } from './per-query.ts'
import type { Rankings } from './rankings.ts'

type AtDepth = Looking & { at: number }

/**
 * Precision at k: relevant rows among the first k, over k, also where a list is shorter than k (as trec_eval does). The
 * mean over the queries, with each one's value.
 */
export const precisionAt = (rankings: Rankings, looking: AtDepth): PerQuery => {
  demandWhole('at', looking.at, 1)
  return perQuery(rankings, looking, (span) => relevantAbove(rankings, span) / looking.at)
}

/** Recall at k: relevant rows among the first k, over all relevant rows of the query. */
export const recallAt = (rankings: Rankings, looking: AtDepth): PerQuery =>
  perQuery(rankings, looking, (span) => relevantAbove(rankings, span) / span.relevant)

/** Hit rate at k: the share of queries with a relevant row among the first k; with ties, the chance of it. */
export const hitRateAt = (rankings: Rankings, looking: AtDepth): PerQuery =>
  perQuery(rankings, looking, (span) => {
    let hit = 0
    let found = false
    eachTie(rankings, span, ({ above, size, relevant }) => {
      if (found || relevant === 0) return
      found = true
      const places = Math.min(size, span.depth - above)
      let miss = 1
      for (let j = 0; j < places; j += 1) miss *= Math.max(0, size - relevant - j) / (size - j)
      hit = 1 - miss
    })
    return hit
  })

/**
 * Mean reciprocal rank: 1 over the place (from 1) of the first relevant row, 0 where none stands among the first `at`
 * (Voorhees 1999). Its mean over the queries.
 */
export const reciprocalRank = (rankings: Rankings, looking: Looking = {}): PerQuery =>
  perQuery(rankings, looking, (span) => {
    let value = 0
    let found = false
    eachTie(rankings, span, ({ above, size, relevant }) => {
      if (found || relevant === 0) return
      found = true
      const places = Math.min(size, span.depth - above)
      // The chance that the first relevant row of the tie stands at its j-th place.
      let chance = relevant / size
      for (let j = 1; j <= places; j += 1) {
        value += chance / (above + j)
        chance *= Math.max(0, size - j - relevant + 1) / (size - j)
      }
    })
    return value
  })

/**
 * Mean average precision at k: for each query the precision at the places of its relevant rows among the first k, summed
 * and divided by min(k, relevant rows), so that a perfect list has 1 at any depth; without `at`, divided by all relevant
 * rows. (Some divide by all relevant rows at any depth; that one cannot reach 1 when there are more than k.)
 */
export const meanAveragePrecision = (rankings: Rankings, looking: Looking = {}): PerQuery =>
  perQuery(rankings, looking, (span) => {
    let [sum, before] = [0, 0]
    eachTie(rankings, span, ({ above, size, relevant }) => {
      const places = Math.min(size, span.depth - above)
      // Relevant rows that another place of the tie holds, given that one holds a relevant row.
      const others = size > 1 ? (relevant - 1) / (size - 1) : 0
      for (let j = 1; j <= places && relevant > 0; j += 1)
        sum += ((relevant / size) * (before + 1 + (j - 1) * others)) / (above + j)
      before += relevant
    })
    return sum / Math.min(looking.at ?? span.relevant, span.relevant)
  })

/** How many relevant rows stand above the depth, on the mean over the orders of ties. */
const relevantAbove = (rankings: Rankings, span: Span): number => {
  let sum = 0
  eachTie(rankings, span, ({ above, size, relevant }) => {
    sum += (relevant * Math.min(size, span.depth - above)) / size
  })
  return sum
}
