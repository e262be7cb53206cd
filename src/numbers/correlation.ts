/** How far two measures of the same things go together: from -1 to 1, and null where one of them never changes. */

/** One thing, measured twice. */
export type Pair = readonly [x: number, y: number]

/**
 * Pearson's correlation, `sum(dx dy) / sqrt(sum(dx²) sum(dy²))` with `d` the distance from the mean (Pearson 1895).
 * Null when x or y has fewer than two values.
 */
export const pearson = (pairs: readonly Pair[]): number | null => pooledCorrelation([pairs])

/** Spearman's correlation: Pearson's of the ranks, where equal values share the mean of their ranks (Spearman 1904). */
export const spearman = (pairs: readonly Pair[]): number | null => {
  const xs = ranks(pairs.map(([x]) => x))
  const ys = ranks(pairs.map(([, y]) => y))
  return pearson(xs.map((x, i) => [x, ys[i] ?? 0]))
}

/**
 * The correlation within groups, pooled: each value less the mean of its own group, then Pearson's over all of them, so
 * that what sets the groups apart counts for nothing. The analysis of covariance calls it the within-class correlation.
 */
export const pooledCorrelation = (groups: readonly (readonly Pair[])[]): number | null => {
  let [xx, yy, xy] = [0, 0, 0]
  for (const group of groups) {
    const xs = centred(group.map(([x]) => x))
    const ys = centred(group.map(([, y]) => y))
    xs.forEach((x, i) => {
      const y = ys[i] ?? 0
      xx += x * x
      yy += y * y
      xy += x * y
    })
  }
  if (xx === 0 || yy === 0) return null
  return Math.max(-1, Math.min(1, xy / (Math.sqrt(xx) * Math.sqrt(yy))))
}

/** Ranks from 1, lowest first; equal values share the mean of theirs. */
export const ranks = (values: readonly number[]): number[] => {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value)
  const out = values.map(() => 0)
  for (let from = 0; from < order.length; ) {
    let to = from + 1
    while (to < order.length && order[to]?.value === order[from]?.value) to += 1
    for (const { at } of order.slice(from, to)) out[at] = (from + 1 + to) / 2
    from = to
  }
  return out
}

/** Distances from the mean; exactly 0 for values that are all the same, whatever the mean is rounded to. */
const centred = (values: readonly number[]): number[] => {
  if (values.every((value) => value === values[0])) return values.map(() => 0)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value - mean)
}
