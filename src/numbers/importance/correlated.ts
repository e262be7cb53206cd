/** Features that go together, and so share or hide each other's importance. */
import { pearson, ranks } from '../correlation.ts'
import { demandMatrix, featureOf, type Matrix, someRows } from './matrix.ts'

/** Two features and Spearman's rank correlation of them, from -1 to 1. */
export type Correlated = { one: string; other: string; value: number }

/**
 * Pairs of features whose rank correlation is at least `least` in size (0.5 where absent), the closest first, at most
 * `most` (10). Over up to 5,000 rows spread evenly. Ranks see any steady relation, not one that rises and falls; a feature
 * that never changes goes with none. Throws BadInput for a matrix that is none.
 */
export const correlatedFeatures = (
  matrix: Matrix,
  { least = 0.5, most = 10 }: { least?: number; most?: number } = {},
): Correlated[] => {
  demandMatrix(matrix)
  const some = someRows(matrix, 5000)
  const columns = matrix.names.map((name, place) => ({ name, ranks: ranks([...featureOf(some, place)]) }))
  const pairs: Correlated[] = []
  columns.forEach((one, at) => {
    for (const other of columns.slice(at + 1)) {
      const value = pearson(one.ranks.map((rank, row) => [rank, other.ranks[row] ?? 0]))
      if (value !== null && Math.abs(value) >= least) pairs.push({ one: one.name, other: other.name, value })
    }
  })
  return pairs.sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, most)
}
