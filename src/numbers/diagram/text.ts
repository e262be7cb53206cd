import { MOST } from './diagram.ts'

const BREAK = /<br\s*\/?>|\\[nlr]/gi
// Control characters, and those that change the direction of what follows or take no room.
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]+/gu

/** A label as plain text in one line: no line breaks of any notation, nothing unseen, and not too long. */
export const plain = (label: string): string => {
  const text = label.replace(BREAK, ' ').replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim()
  const characters = [...text]
  return characters.length <= MOST.label ? text : `${characters.slice(0, MOST.label - 1).join('')}…`
}

/** True for words that name a time that may be taken rather than one that is. */
export const namesBudget = (label: string): boolean => /\b(budget|slo|sla|deadline|timeout)\b/i.test(label)

const DURATION =
  /(?<![\p{L}\d.,])(?:(\d+(?:\.\d+)?)\s*(?:-|–|to)\s*)?(\d+(?:\.\d+)?)\s*(ms|milliseconds?|msecs?|µs|us|s|secs?|seconds?)(?![\p{L}\d])/iu

/** The duration that a label states, in milliseconds; of a range the upper end. */
export const millisecondsIn = (label: string): number | undefined => {
  const [, , value, unit = ''] = DURATION.exec(label) ?? []
  if (value === undefined) return undefined
  const small = unit.toLowerCase()
  const factor = small.startsWith('m') ? 1 : small === 'us' || small === 'µs' ? 0.001 : 1000
  return Number(value) * factor
}
