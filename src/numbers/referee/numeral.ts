/** Numbers that are spelled out: "a billion", "twelve and a half thousand", "one hundred and twenty". */
import { SPELLED } from '../spelled.ts'
import type { Token } from './token.ts'

const SMALL: ReadonlyMap<string, number> = new Map([...SPELLED, ['dozen', 12]])

/** What a word after a number multiplies it by. */
export const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['thousand', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mio', 1e6],
  ['mil', 1e6],
  ['mill', 1e6],
  ['million', 1e6],
  ['millions', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['billion', 1e9],
  ['billions', 1e9],
  ['trillion', 1e12],
  ['lakh', 1e5],
  ['crore', 1e7],
  ['tsd', 1e3],
  ['tausend', 1e3],
  ['millionen', 1e6],
  ['mrd', 1e9],
  ['milliarde', 1e9],
  ['milliarden', 1e9],
])

/** The same tokens, with one number in place of the words that spell it; a magnitude after it stays a word. */
export const spelledOut = (tokens: readonly Token[]): Token[] => {
  const out: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const found = numeral(tokens, at)
    const first = tokens[at]
    if (first === undefined) break
    if (found === undefined) {
      out.push(first)
      at += 1
      continue
    }
    const last = tokens[found.next - 1] ?? first
    const raw = tokens
      .slice(at, found.next)
      .map((token) => token.raw)
      .join(' ')
    const text = String(found.value)
    out.push({ ...first, kind: 'number', text, raw, end: last.end, value: found.value, spelled: true })
    at = found.next
  }
  return out
}

type Found = { value: number; next: number }

const numeral = (tokens: readonly Token[], at: number): Found | undefined => {
  const word = (n: number): string => (tokens[n]?.kind === 'word' ? (tokens[n]?.text ?? '') : '')
  const large = (n: number): boolean => MAGNITUDES.has(word(n)) && word(n).length > 3
  if (tokens[at]?.kind === 'number') {
    if (halfAfter(word, at + 1) === 0) return undefined
    return { value: (tokens[at]?.value ?? 0) + 0.5, next: at + 1 + halfAfter(word, at + 1) }
  }
  if (word(at) === 'half' && /^an?$/.test(word(at + 1)) && large(at + 2)) return { value: 0.5, next: at + 2 }
  if (/^an?$/.test(word(at)) && large(at + 1)) return { value: 1, next: at + 1 }
  if (/^an?$/.test(word(at)) && word(at + 1) === 'hundred') return hundreds(tokens, word, 1, at + 2)
  if (/^an?$/.test(word(at)) && word(at + 1) === 'dozen') return { value: 12, next: at + 2 }
  const small = smallAt(tokens, word, at)
  if (small === undefined) return undefined
  if (word(small.next) === 'hundred') return hundreds(tokens, word, small.value, small.next + 1)
  return pointed(word, small) ?? { ...small, value: small.value, next: small.next }
}

type Word = (n: number) => string

/** "and a half" before a magnitude or at the end of a numeral: how many words it takes. */
const halfAfter = (word: Word, at: number): number =>
  word(at) === 'and' && word(at + 1) === 'a' && word(at + 2) === 'half' ? 3 : 0

const smallAt = (tokens: readonly Token[], word: Word, at: number): Found | undefined => {
  const first = SMALL.get(word(at))
  if (first === undefined) return undefined
  const dash = tokens[at + 1]?.text === '-' && tokens[at + 1]?.glued ? 1 : 0
  const second = SMALL.get(word(at + 1 + dash))
  if (first >= 20 && second !== undefined && second > 0 && second < 10)
    return { value: first + second, next: at + 2 + dash }
  return { value: first, next: at + 1 }
}

const hundreds = (tokens: readonly Token[], word: Word, count: number, at: number): Found => {
  const and = word(at) === 'and' ? 1 : 0
  const rest = smallAt(tokens, word, at + and)
  return rest ? { value: 100 * count + rest.value, next: rest.next } : { value: 100 * count, next: at }
}

const pointed = (word: Word, { value, next }: Found): Found | undefined => {
  if (halfAfter(word, next) > 0) return { value: value + 0.5, next: next + 3 }
  if (word(next) !== 'point') return undefined
  let digits = ''
  let at = next + 1
  for (let digit = SMALL.get(word(at)); digit !== undefined && digit < 10; digit = SMALL.get(word(at))) {
    digits += String(digit)
    at += 1
  }
  return digits === '' ? undefined : { value: Number(`${value}.${digits}`), next: at }
}
