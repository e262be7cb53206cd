/** The costs of the two mistakes, as they are typed and as they are computed with. */
export const costsOf = ([falsePositive, falseNegative]: readonly [number, number]) => ({
  falsePositive,
  falseNegative,
})
