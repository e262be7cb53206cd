/** How much room texts take at Slack, which counts `&`, `<` and `>` as they are escaped. */

/** The room that a text takes where it is not escaped yet. */
export const weightOf = (text: string): number =>
  text.length + 4 * (text.match(/&/g)?.length ?? 0) + 3 * (text.match(/[<>]/g)?.length ?? 0)

/** The room that all texts in a block take. */
export const weightIn = (block: unknown): number => {
  if (Array.isArray(block)) return block.reduce((sum: number, one) => sum + weightIn(one), 0)
  if (typeof block !== 'object' || block === null) return 0
  return Object.entries(block).reduce(
    (sum, [key, one]) => sum + (key === 'text' && typeof one === 'string' ? weightOf(one) : weightIn(one)),
    0,
  )
}
