import { describe, expect, test } from 'vitest'
import { meanAveragePrecision } from '../../../src/numbers/ranking/at-depth.ts'
import { ndcg } from '../../../src/numbers/ranking/ndcg.ts'
import { rankings } from '../../../src/numbers/ranking/rankings.ts'
import { expectNear, reference } from '../reference.ts'

type Lists = { relevance: number[][]; scores: number[][] }
const { ndcg: cases, lists } = reference('ranking') as {
  ndcg: (Lists & { expected: Record<string, number[]> })[]
  lists: Lists & { averagePrecision: number[] }
}

/** The rows of all queries mixed, as they may stand in a file. */
const mixed = ({ relevance, scores }: Lists): Parameters<typeof rankings> => {
  const rows = relevance
    .flatMap((list, q) =>
      list.map((grade, i) => [`q${q}`, grade, scores[q]?.[i] ?? 0, (i * 7 + q * 3) % 12] as const),
    )
    .sort((a, b) => a[3] - b[3])
  return [rows.map((row) => row[0]), rows.map((row) => row[1]), rows.map((row) => row[2])]
}

/** By query, since queries are counted in the order in which they occur. */
const byQuery = ({ queries, values }: { queries: unknown[]; values: Float64Array }): number[] =>
  queries
    .map((query, at) => [Number(String(query).slice(1)), values[at] ?? 0] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, value]) => value)

describe.each(cases.map((one, at) => [at, one] as const))('NDCG case %i as in scikit-learn', (_, one) => {
  test.each(Object.keys(one.expected))('%s', (name) => {
    const [gain, k] = name.split('@') as ['linear' | 'exponential', string]
    const looking = { gain, without: 'zero' as const, ...(k === 'None' ? {} : { at: Number(k) }) }
    const found = ndcg(rankings(...mixed(one)), looking)
    const wanted = one.expected[name] ?? []
    expect(wanted.length).toBeGreaterThan(1)
    expectNear(byQuery(found), wanted)
    expectNear(found.value, wanted.reduce((sum, value) => sum + value, 0) / wanted.length)
  })
})

test('average precision of a list without ties is that of a classifier', () => {
  const found = meanAveragePrecision(rankings(...mixed(lists)))
  expectNear(byQuery(found), lists.averagePrecision)
})
