/** Means that keep their digits over many rows. */

/**
 * The mean of `of(row)` over rows 0 to `rows` - 1, each counting its weight (1 where absent; not all 0), with the
 * compensated sum of Neumaier 1974, so that ten million rows lose no digits.
 */
export const weightedMean = (
  rows: number,
  weights: Float64Array | undefined,
  of: (row: number) => number,
): number => {
  let [sum, lost, all] = [0, 0, 0]
  for (let i = 0; i < rows; i += 1) {
    const w = weights === undefined ? 1 : (weights[i] ?? 0)
    // A row without weight says nothing, not even infinity times nothing.
    if (w === 0) continue
    const value = w * of(i)
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
    all += w
  }
  return (Number.isFinite(sum) ? sum + lost : sum) / all
}
