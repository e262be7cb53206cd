/** How far two judgements of the same things agree. */

/**
 * Cohen's kappa with quadratic weights on `levels` ordered levels, 0 to `levels` - 1: 1 is full agreement, 0 what chance
 * alone gives, below 0 less than that. `1 - sum(w O) / sum(w E)` with `w = (i - j)² / (levels - 1)²`, O the share of
 * pairs at (i, j), and E the product of both margins (Cohen 1968). Null where chance leaves nothing to disagree about:
 * without pairs, or when both say one and the same level throughout. Throws a RangeError for anything but whole levels.
 */
export const quadraticKappa = (
  pairs: readonly (readonly [one: number, other: number])[],
  levels: number,
): number | null => {
  const ones = new Array<number>(levels).fill(0)
  const others = new Array<number>(levels).fill(0)
  let observed = 0
  for (const [one, other] of pairs) {
    ones[one] = count(ones, one) + 1
    others[other] = count(others, other) + 1
    observed += (one - other) ** 2
  }
  let expected = 0
  ones.forEach((n, i) => {
    others.forEach((m, j) => {
      expected += ((i - j) ** 2 * n * m) / Math.max(1, pairs.length)
    })
  })
  return expected === 0 ? null : 1 - observed / expected
}

/** The share of pairs that differ by at most so much; null without pairs. */
export const shareWithin = (
  pairs: readonly (readonly [one: number, other: number])[],
  most: number,
): number | null =>
  pairs.length === 0
    ? null
    : pairs.filter(([one, other]) => Math.abs(one - other) <= most).length / pairs.length

const count = (counts: readonly number[], level: number): number => {
  const known = counts[level]
  if (known === undefined) throw new RangeError(`${level} is none of the levels 0 to ${counts.length - 1}.`)
  return known
}
