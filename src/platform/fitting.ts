/** Markdown in pieces that fit once they are drawn. */
import { split } from './split.ts'

/** How much room a drawn text takes. */
export type Weigh = (drawn: string) => number

/** The text in pieces that take at most `most` (some thousands) when drawn; cut as `split` cuts, none that shows nothing. */
export const fitting = (
  markdown: string,
  most: number,
  draw: (markdown: string) => string,
  weigh: Weigh = (drawn) => drawn.length,
): string[] => {
  const drawn = draw(markdown)
  const weight = weigh(drawn)
  if (weight <= most) return drawn.trim() === '' ? [] : [markdown]
  return split(markdown, sizeFor(markdown.length, weight, most)).flatMap((part) =>
    fitting(part, most, draw, weigh),
  )
}

/** How long a piece may be before it is drawn: little that is added may all be in one piece, much of it is in each. */
const sizeFor = (length: number, weight: number, most: number): number => {
  const added = weight - length
  if (added >= 0 && added < most / 5) return most - added
  return Math.min(most, Math.floor((most * length) / weight))
}
