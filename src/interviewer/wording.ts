/** Wordings that vary and never come twice in one interview. */

import { remembered } from '../flow/remembered.ts'
import { sentences } from '../flow/words.ts'
import { ONES, TENS } from '../numbers/spelled.ts'

/** The first of the choices, begun at a place that the seed decides, of which no sentence was spoken before. */
export const unused = (
  choices: readonly string[],
  spoken: readonly string[],
  seed: string,
): string | undefined => {
  const start = choices.length === 0 ? 0 : hash(seed) % choices.length
  return [...choices.slice(start), ...choices.slice(0, start)].find((choice) => !repeats(choice, spoken))
}

/** Whether some sentence of the text stands in what was spoken. */
export const repeats = (text: string, spoken: readonly string[]): boolean => {
  const before = folded(spoken)
  return sentences(text).some(({ start, end }) => {
    const sentence = plain(text.slice(start, end))
    return sentence !== '' && before.includes(sentence)
  })
}

/** How many words a text has, told by its white space. */
export const length = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length

/** The text with one question at most: all but the last question mark become full stops. */
export const oneQuestion = (text: string): string => {
  const last = text.lastIndexOf('?')
  return text.replace(/\?+/g, (marks, at: number) => (at <= last && last < at + marks.length ? '?' : '.'))
}

/** A number from a text, the same on every machine (FNV-1a, 32 bits). */
export const hash = (text: string): number => {
  let out = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) out = Math.imul(out ^ text.charCodeAt(i), 0x01000193)
  return out >>> 0
}

const UNITS = ['no', ...ONES.slice(1)]

/** A count in words, since figures are for what the problem holds. */
export const spelled = (count: number): string => {
  if (count < 20) return UNITS[count] ?? 'several'
  if (count < 100)
    return `${TENS[Math.floor(count / 10) - 2]}${count % 10 === 0 ? '' : `-${UNITS[count % 10]}`}`
  const rest = count % 100
  return `${spelled(Math.floor(count / 100))} hundred${rest === 0 ? '' : ` and ${spelled(rest)}`}`
}

const kept = new WeakMap<readonly string[], string>()

/** Everything spoken as one folded text, made once per list. */
const folded = (spoken: readonly string[]): string => {
  const out = kept.get(spoken) ?? spoken.map(plain).join('\n')
  kept.set(spoken, out)
  return out
}

const plain = remembered((text) => text.toLowerCase().replace(/\s+/g, ' ').trim())
