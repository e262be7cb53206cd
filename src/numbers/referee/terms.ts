/** Words of a text and phrases of a check in one common writing, so that one can be found in the other. */
import { singular } from './singular.ts'
import type { Token } from './token.ts'
import { TIMES } from './unit.ts'

/** The terms of a text, one for each token; empty where a token says nothing. */
export const termsOf = (tokens: readonly Token[]): string[] => tokens.map((_, at) => termAt(tokens, at))

/** Phrases of which each has one or more parts; every part has to be there, its terms side by side. */
export type Pattern = readonly (readonly string[])[]

/** A phrase as a problem writes it: `peak qps`, `retrieval + recall`, `calibrat*`. */
export const patternOf = (tokens: readonly Token[]): Pattern => {
  const parts: string[][] = [[]]
  termsOf(tokens).forEach((term, at) => {
    if (tokens[at]?.text === '+') parts.push([])
    else if (tokens[at]?.text === '*') {
      const part = parts.at(-1)
      const last = part?.pop()
      if (part && last !== undefined) part.push(`${last}*`)
    } else if (term !== '') parts.at(-1)?.push(term)
  })
  return parts.filter((part) => part.length > 0)
}

/** The terms of a pattern that carry meaning, if all of it stands between two tokens; none otherwise. */
export const matched = (terms: readonly string[], from: number, to: number, pattern: Pattern): string[] => {
  const near = terms.slice(from, to).filter((term) => term !== '')
  if (pattern.length === 0 || !pattern.every((part) => holds(near, part))) return []
  return pattern.flat().filter(isContent)
}

/** Whether a term carries meaning by itself. */
export const isContent = (term: string): boolean => term !== '' && !EMPTY.has(term)

const holds = (terms: readonly string[], part: readonly string[]): boolean =>
  terms.some((_, at) => part.every((wanted, n) => same(terms[at + n] ?? '', wanted)))

const same = (term: string, wanted: string): boolean =>
  wanted.endsWith('*') ? term.startsWith(wanted.slice(0, -1)) : term === wanted

const EMPTY = new Set(
  'per a an the of at in on to and or is are for by with from can we may be as all any each every one that this it its than other their'.split(
    ' ',
  ),
)

const CANON: ReadonlyMap<string, string> = new Map(
  Object.entries({
    gb: 'gb gig gigabyte',
    mb: 'mb meg megabyte',
    tb: 'tb terabyte',
    kb: 'kb kilobyte',
    byte: 'byte b',
    mbit: 'mbit megabit mbps',
    us: 'us µs usec microsecond',
    ms: 'ms msec millisecond',
    second: 'second sec s',
    minute: 'minute min',
    hour: 'hour hr h',
    percent: 'percent % pct',
    dollar: 'dollar $ usd buck',
    average: 'average avg mean',
    qps: 'qps rps tps',
    signup: 'signup',
    float32: 'float32 fp32 f32',
    int8: 'int8 uint8',
    threshold: 'threshold treshold',
  }).flatMap(([one, words]) => words.split(' ').map((word): [string, string] => [word, one])),
)

const termAt = (tokens: readonly Token[], at: number): string => {
  const token = tokens[at]
  if (token === undefined || token.kind === 'line') return ''
  if (token.kind === 'number') return String(token.value)
  const { text } = token
  const next = tokens[at + 1]
  if (/^(?:\/|an?|each|every|one)$/.test(text) && next?.kind === 'word' && TIMES.has(next.text)) return 'per'
  if (token.kind === 'sign')
    return text === '%' || text === '$'
      ? (CANON.get(text) ?? '')
      : text === '-'
        ? ''
        : text === '/'
          ? '/'
          : SIGN
  if (text === 'b' && !(tokens[at - 1]?.kind === 'number')) return text
  return stemmed(text)
}

/** A word without its ending, in the one of its writings that is used here. */
export const stemmed = (text: string): string => {
  const plain = singular(text)
    .replace(/is(e[dr]?|ing|ation)$/, 'iz$1')
    .replace(/^labell/, 'label')
    .replace(/^(\p{L}{3,})(?:ing|ed)$/u, '$1')
  return CANON.get(plain) ?? plain
}

const SIGN = '|'
