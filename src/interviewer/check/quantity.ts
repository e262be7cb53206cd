/** Figures in a text, as values that can be compared however they were written. */

import { words } from '../../flow/words.ts'
import { ONES } from '../../numbers/spelled.ts'

/** A value, and the words by which it was written. */
export type Quantity = { value: number; text: string }

/** Every figure of a text, `2.4 million`, `2,400,000` and `2.4M` alike; words count where a power of ten follows. */
export const quantities = (text: string): Quantity[] => {
  const all = words(text)
  return all.flatMap((word, i): Quantity[] => {
    const next = all[i + 1]
    const scale = POWERS.get(next?.text ?? '')
    const value = word.number ? valued(word.text) : scale === undefined ? undefined : SPELLED.get(word.text)
    if (value === undefined) return []
    const end = scale === undefined ? word.end : (next?.end ?? word.end)
    return [{ value: value * (scale ?? 1), text: text.slice(word.start, end) }]
  })
}

/** Whether two values are the same but for how they are stored. */
export const same = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))

/** `2.400.000` and `1,250` are grouped by three, `2,4` is a decimal. */
const valued = (figure: string): number => {
  const parts = figure.split(/[.,]/)
  const [first = '', ...rest] = parts
  const grouped = rest.length > 1 || (rest.length === 1 && figure.includes(','))
  if (grouped && first.length <= 3 && rest.every((part) => part.length === 3)) return Number(parts.join(''))
  return Number(figure.replace(',', '.').replace(/[,.](?=.*[.])/g, ''))
}

const POWERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    hundred: 1e2,
    hundert: 1e2,
    thousand: 1e3,
    tausend: 1e3,
    mille: 1e3,
    mil: 1e3,
    million: 1e6,
    millions: 1e6,
    millionen: 1e6,
    millones: 1e6,
    billion: 1e9,
    billions: 1e9,
    milliarde: 1e9,
    milliarden: 1e9,
    milliard: 1e9,
    milliards: 1e9,
    percent: 1,
    prozent: 1,
    pourcent: 1,
  }),
)

const SPELLED: ReadonlyMap<string, number> = new Map(
  [
    [...ONES.slice(1), 'twenty'],
    'ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' '),
  ].flatMap((list) => list.map((word, i) => [word, i + 1] as const)),
)
