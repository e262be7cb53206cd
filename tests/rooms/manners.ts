/** The laws about what stands in a file: purity, the environment, size, names and exports. */
import { type Breach, roomOf } from './imports.ts'
import { isMember, type Source } from './source.ts'
import { ROOMS } from './table.ts'
import type { Token } from './tokens.ts'

/** Names of the machine that a pure room may not speak; each gives another answer at another time or place. */
const IMPURE = new Set([
  ...['process', 'performance', 'console', 'globalThis', 'global', 'crypto', 'fetch', 'require', 'navigator'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
])

/** Every use of clock, chance, environment or output in a pure room. */
export const impurities = (sources: readonly Source[]): Breach[] =>
  sources.flatMap((source) => {
    const room = roomOf(source.path)
    if (!ROOMS[room]?.pure) return []
    return source.tokens.flatMap((token, at) => {
      const what = impureAt(source.tokens, at)
      return what === undefined
        ? []
        : [`${source.path}:${token.line}: ${room} is pure and may not use ${what}; take it as an argument.`]
    })
  })

const impureAt = (tokens: readonly Token[], at: number): string | undefined => {
  const token = tokens[at]
  if (token?.kind !== 'word' || isMember(tokens, at)) return undefined
  const [next, after] = [tokens[at + 1]?.text, tokens[at + 2]?.text]
  if (token.text === 'Date') return impureDate(tokens[at - 1]?.text, next, after)
  if (token.text === 'Temporal') return impureTemporal(next, after)
  if (token.text === 'Math') return after === 'random' || next === '[' ? 'Math.random' : undefined
  if (token.text === 'import') return next === '.' ? 'import.meta' : undefined
  return IMPURE.has(token.text) && !isKey(tokens, at) ? token.text : undefined
}

const impureDate = (before?: string, next?: string, after?: string): string | undefined => {
  if (next === '.') return after === 'now' ? 'Date.now' : undefined
  if (before === 'new') return next === '(' && after !== ')' ? undefined : 'new Date() without a time'
  return next === '(' ? 'Date()' : undefined
}

/** It may be named in an import and computed with; it may not tell the time, nor go by another name. */
const impureTemporal = (next?: string, after?: string): string | undefined => {
  if (next === '.') return after === 'Now' ? 'Temporal.Now' : undefined
  return next === '}' || next === ',' ? undefined : 'Temporal'
}

/** True for the name of a field or a parameter, which only looks like the global. */
const isKey = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]?.text
  const names = next === ':' || (next === '?' && tokens[at + 2]?.text === ':')
  return names && tokens[at - 1]?.text !== '?' && tokens[at - 1]?.text !== 'case'
}

/** Every reading of the environment outside the composition root; a bare `process` could carry it anywhere. */
export const environmentReaders = (sources: readonly Source[]): Breach[] =>
  sources.flatMap(({ path, tokens }) => {
    if (path === 'src/main.ts') return []
    return tokens.flatMap((token, at) => {
      if (token.kind !== 'word' || token.text !== 'process' || isMember(tokens, at) || isKey(tokens, at))
        return []
      const [next, after] = [tokens[at + 1]?.text, tokens[at + 2]?.text]
      const harmless = (next === '.' || next === '?.') && after !== 'env'
      return harmless
        ? []
        : [
            `${path}:${token.line}: process.env is read in src/main.ts alone and handed on; name one other member of process, or take an argument.`,
          ]
    })
  })

/** The longest that a file may be; beyond it there is a second idea. */
export const MOST_LINES = 200

/** Every file that is too long. */
export const tooLong = (sources: readonly Source[]): Breach[] =>
  sources
    .filter(({ lines }) => lines > MOST_LINES)
    .map(
      ({ path, lines }) =>
        `${path}:${MOST_LINES + 1}: ${lines} lines; no file has more than ${MOST_LINES}. Give its second idea a file of its own.`,
    )

/** The middle length of a file. */
export const medianLines = (sources: readonly Source[]): number => {
  const sorted = sources.map(({ lines }) => lines).sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

const DRAWERS = /^(utils?|helpers?|common|types?|misc|shared|index)(\.|$)/

/** Every folder or file whose name says nothing. */
export const drawers = (sources: readonly Source[]): Breach[] => {
  const named = sources.filter(({ path }) => path.split('/').some((part) => DRAWERS.test(part)))
  return named.map(
    ({ path }) =>
      `${path}:1: nothing is called utils, helpers, common, types, misc, shared or index; name what it holds.`,
  )
}

/** Every default export and every `export *`. */
export const vagueExports = (sources: readonly Source[]): Breach[] =>
  sources.flatMap(({ path, tokens }) =>
    tokens.flatMap((token, at) => {
      if (token.kind !== 'word' || token.text !== 'export' || isMember(tokens, at)) return []
      const law = vague(tokens, at + (tokens[at + 1]?.text === 'type' ? 2 : 1))
      return law === undefined ? [] : [`${path}:${token.line}: ${law}`]
    }),
  )

const vague = (tokens: readonly Token[], at: number): string | undefined => {
  const first = tokens[at]?.text
  if (first === '*') return 'no "export *"; who imports names the file that has it.'
  if (first === 'default') return 'no default exports; what is exported has one name everywhere.'
  if (first !== '{') return undefined
  const end = tokens.findIndex(({ text }, index) => index > at && text === '}')
  const renamed = tokens
    .slice(at, end)
    .some(({ text }, index) => text === 'default' && tokens[at + index - 1]?.text === 'as')
  return renamed ? 'no default exports; what is exported has one name everywhere.' : undefined
}
