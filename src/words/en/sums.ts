/** How a sum that does not come out does come out. */
export const SUMS = {
  /** A number with thousands set off and a decimal point, as the language writes it. */
  figure: ({ number }: { number: string }) => number,
  times: ({ stated, by }: { stated: string; by: string }) => `${stated} is ${by} times the right one`,
  part: ({ stated, by }: { stated: string; by: string }) => `${stated} is ${by} of the right one`,
  over: ({ sum, over, most }: { sum: string; over: string; most: string }) =>
    `${sum} is ${over} more than the ${most} there are`,
  pays: 'Acting pays from the probability at which both errors cost the same: t × miss = (1 - t) × false alarm.',
  threshold: ({ costs }: { costs: string }) => `t = false alarm / (false alarm + miss) = ${costs}`,
}
