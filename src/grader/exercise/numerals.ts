/** Numbers of an answer, in figures or in words. */
import type { Word } from '../../flow/words.ts'
import { SPELLED } from '../../numbers/spelled.ts'
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
  const first = SPELLED.get(text(from))
  if (first === undefined) return undefined
  const unit = first < 20 ? 0 : (digitOf(text(from + 1)) ?? 0)
  const to = from + (unit > 0 ? 2 : 1)
  const whole = first + unit
  const tenth = text(to) === 'point' ? digitOf(text(to + 1)) : undefined
  if (tenth !== undefined) return { value: whole + tenth / 10, from, to: to + 2 }
  if (text(to) === 'and' && text(to + 1) === 'a' && text(to + 2) === 'half')
    return { value: whole + 0.5, from, to: to + 3 }
  return whole > LOOSE || MEASURED.test(text(to)) ? { value: whole, from, to } : undefined
}

const digitOf = (word: string): number | undefined => {
  const value = SPELLED.get(word)
  return value !== undefined && value < 10 ? value : undefined
}

/** `one` and `two` are often no figures. */
const LOOSE = 2
const MEASURED = /^(?:percent|points?|in|of|out|times)$/
