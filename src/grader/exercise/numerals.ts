/** Numbers of an answer, in figures or in words. */
import type { Word } from '../../flow/words.ts'
import type { Said } from './said.ts'

/** All numbers that are written in the sentences: `14`, `fourteen`, `two and a half`, `three point five`, `half a point`. */
export const numbersIn = (said: readonly Said[]): number[] =>
  said.flatMap(({ words }) => numbersWithin(words).map(({ value }) => value))

/** A number with the words that it is written in, `to` exclusive. */
export type Numeral = { value: number; from: number; to: number }

/** The numbers of one sentence, in order. */
export const numbersWithin = (words: readonly Word[]): Numeral[] => {
  const out: Numeral[] = []
  for (let at = 0; at < words.length; at += 1) {
    const found = numberAt(words, at)
    if (found === undefined) continue
    out.push(found)
    at = found.to - 1
  }
  return out
}

const numberAt = (words: readonly Word[], from: number): Numeral | undefined => {
  const text = (at: number): string => words[at]?.text ?? ''
  if (words[from]?.number) return { value: Number(text(from)), from, to: from + 1 }
  if (text(from) === 'half' && /^(?:an?|percent|point)$/.test(text(from + 1)))
    return { value: 0.5, from, to: from + 1 }
  const tens = TENS.indexOf(text(from))
  const first = tens < 0 ? SMALL.indexOf(text(from)) : 10 * (tens + 2)
  if (first < 0) return undefined
  const unit = tens < 0 ? 0 : Math.max(0, SMALL.slice(0, 10).indexOf(text(from + 1)))
  const to = from + (unit > 0 ? 2 : 1)
  const whole = first + unit
  const tenth = text(to) === 'point' ? SMALL.slice(0, 10).indexOf(text(to + 1)) : -1
  if (tenth >= 0) return { value: whole + tenth / 10, from, to: to + 2 }
  if (text(to) === 'and' && text(to + 1) === 'a' && text(to + 2) === 'half')
    return { value: whole + 0.5, from, to: to + 3 }
  return whole > LOOSE || MEASURED.test(text(to)) ? { value: whole, from, to } : undefined
}

/** `one` and `two` are often no figures. */
const LOOSE = 2
const MEASURED = /^(?:percent|points?|in|of|out|times)$/
const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
