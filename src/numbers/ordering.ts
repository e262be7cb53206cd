/** Whether what is better is also scored higher. */

/** Something with the level it is known to have and the score it was given. */
export type Scored = { level: number; score: number }

/** Of how many pairs the order was asked, and the share in which it was right. */
export type Ordering = { share: number | null; pairs: number }

/**
 * Over all pairs within a group whose levels differ: the share in which the higher level has the higher score, equal
 * scores counting a half. Called the concordance index, and with two levels the area under the ROC curve
 * (Mann and Whitney 1947). The share is null without such a pair.
 */
export const orderingAccuracy = (groups: readonly (readonly Scored[])[]): Ordering => {
  let pairs = 0
  let right = 0
  for (const group of groups) {
    group.forEach((one, at) => {
      for (const other of group.slice(at + 1)) {
        if (one.level === other.level) continue
        pairs += 1
        const gap = (one.score - other.score) * Math.sign(one.level - other.level)
        right += gap > 0 ? 1 : gap === 0 ? 0.5 : 0
      }
    })
  }
  return { share: pairs === 0 ? null : right / pairs, pairs }
}
