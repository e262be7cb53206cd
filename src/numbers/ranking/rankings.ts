/** Many ranked lists, one for each query, laid out for a walk. */
import { BadInput } from '../bad-input.ts'
import { type Label, type Labels, labelAt } from '../classification/confusion.ts'
import { demandRows, numbersIn } from '../columns.ts'
import { descending } from '../descending.ts'
import type { Numbers } from '../measure.ts'

/** Rows of all queries, one query after another, within each from the highest score to the lowest. */
export type Rankings = {
  /** The queries in the order in which they first occur. */
  queries: readonly Label[]
  /** Where each query's rows begin, and at the end the number of rows. */
  starts: Uint32Array
  relevance: Float64Array
  scores: Float64Array
  /** The relevances of each query again, from the highest to the lowest: the order that could not be better. */
  ideal: Float64Array
}

/**
 * Sorts rows into rankings, once for all measures. Each row is a candidate: `query` (number or word) says whose list it
 * stands in, `relevance` is 0 or more (0 is not relevant), `scores` any finite numbers, higher first. Rows may come in
 * any order. Throws BadInput for other values, unequal lengths and no rows. Time is linear.
 */
export const rankings = (query: Labels, relevance: Numbers, scores: Numbers): Rankings => {
  demandRows('query', query)
  const grades = numbersIn('relevance', relevance, query.length)
  const values = numbersIn('scores', scores, query.length)
  for (let i = 0; i < grades.length; i += 1) {
    if ((grades[i] ?? 0) < 0) throw negative(i, grades[i])
  }
  const { queries, codes } = coded(query)
  const starts = startsOf(codes, queries.length)
  const order = grouped(descending(values), codes, starts)
  return {
    queries,
    starts,
    relevance: taken(grades, order),
    scores: taken(values, order),
    ideal: taken(grades, grouped(descending(grades), codes, starts)),
  }
}

/** The values of a column in an order of rows. */
const taken = (column: Float64Array, order: Uint32Array): Float64Array => {
  const out = new Float64Array(order.length)
  for (let i = 0; i < order.length; i += 1) out[i] = column[order[i] ?? 0] ?? 0
  return out
}

/** A number for each query, from 0 in the order of first occurrence. */
const coded = (query: Labels): { queries: Label[]; codes: Uint32Array } => {
  const places = new Map<Label, number>()
  const codes = new Uint32Array(query.length)
  let [last, code]: [Label | undefined, number] = [undefined, 0]
  for (let i = 0; i < query.length; i += 1) {
    const label = labelAt('query', i, query[i])
    if (label !== last) {
      code = places.get(label) ?? places.size
      if (code === places.size) places.set(label, code)
      last = label
    }
    codes[i] = code
  }
  return { queries: [...places.keys()], codes }
}

const startsOf = (codes: Uint32Array, queries: number): Uint32Array => {
  const starts = new Uint32Array(queries + 1)
  for (let i = 0; i < codes.length; i += 1) {
    const next = (codes[i] ?? 0) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let q = 0; q < queries; q += 1) starts[q + 1] = (starts[q + 1] ?? 0) + (starts[q] ?? 0)
  return starts
}

/** The rows of an order, query by query; within a query they keep it. */
const grouped = (order: Uint32Array, codes: Uint32Array, starts: Uint32Array): Uint32Array => {
  const next = starts.slice()
  const out = new Uint32Array(order.length)
  for (let i = 0; i < order.length; i += 1) {
    const row = order[i] ?? 0
    const code = codes[row] ?? 0
    const at = next[code] ?? 0
    next[code] = at + 1
    out[at] = row
  }
  return out
}

const negative = (row: number, value: number | undefined): BadInput =>
  new BadInput(`relevance[${row}] is ${value}.`, {
    row,
    column: 'relevance',
    value,
    mend: 'A relevance is 0 or more; shift the grades so that "not relevant" is 0.',
  })
