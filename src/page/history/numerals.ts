/** Numbers as a page of interviews writes them, in its language. */
import type { Words } from '../../words/words.ts'

/** What stands where there is no number. */
export const NOTHING = '–'

/** With two decimals, as a score is written everywhere. */
export const two = (value: number, { report }: Words): string => report.decimal({ number: value.toFixed(2) })

/** With one decimal, where there is one. */
export const one = (value: number, { report }: Words): string =>
  report.decimal({ number: `${Math.round(10 * value) / 10}` })

/** A change, with its sign. */
export const signed = (value: number, words: Words): string => {
  const size = one(Math.abs(value), words)
  return size === one(0, words) ? `±${size}` : `${value > 0 ? '+' : '−'}${size}`
}
