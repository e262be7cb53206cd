/** The law that keeps contracts honest: whatever implements one runs the contract's suite. */
import { type Breach, roomOf } from './imports.ts'
import { resolved, type Source } from './source.ts'
import { ROOT, SUITES } from './table.ts'
import type { Token } from './tokens.ts'

export type Implementation = { path: string; line: number; type: string; suite: string }

/** Every file that declares a function or a value of a contract's type; the root only chooses among them. */
export const implementations = (sources: readonly Source[]): Implementation[] =>
  sources.flatMap((source) =>
    SUITES.flatMap(({ type, door, suite }) => {
      if (roomOf(source.path) === ROOT || !knows(source, type, `src/${door}`)) return []
      const names = [type, ...extensions(source.tokens, type)]
      const at = source.tokens.findIndex((_, index) =>
        names.some((name) => makes(source.tokens, index, name)),
      )
      return at < 0 ? [] : [{ path: source.path, line: source.tokens[at]?.line ?? 1, type, suite }]
    }),
  )

const knows = ({ path, imports }: Source, type: string, door: string): boolean =>
  imports.some(({ from, names }) => resolved(path, from) === door && names.includes(type))

/** Names for more than the contract: `type Terminal = Platform & { … }`. */
const extensions = (tokens: readonly Token[], type: string): string[] =>
  tokens.flatMap(({ text }, at) => {
    const [name, equals, base, and] = [1, 2, 3, 4].map((offset) => tokens[at + offset]?.text)
    return text === 'type' && equals === '=' && base === type && and === '&' && name !== undefined
      ? [name]
      : []
  })

/** `): Memory`, `): Promise<Memory>`, `const memory: Memory =` and `satisfies Memory` make one; a parameter does not. */
const makes = (tokens: readonly Token[], at: number, type: string): boolean => {
  if (tokens[at]?.text !== type || tokens[at]?.kind !== 'word') return false
  const text = (offset: number) => tokens[at + offset]?.text
  if (text(-1) === 'satisfies') return true
  const promised = text(-1) === '<' && text(-2) === 'Promise' && text(1) === '>'
  const [colon, end] = promised ? [-3, 2] : [-1, 1]
  if (text(colon) !== ':') return false
  if (text(colon - 1) === ')') return text(end) === '=>' || text(end) === '{'
  return text(end) === '=' && (text(colon - 2) === 'const' || text(colon - 2) === 'let')
}

/** Every implementation that no test holds against its contract. */
export const unheld = (sources: readonly Source[], tests: readonly Source[]): Breach[] =>
  implementations(sources)
    .filter(({ path, suite }) => !tests.some((test) => imports(test, path) && calls(test, suite)))
    .map(
      ({ path, line, type, suite }) =>
        `${path}:${line}: implements ${type}, and no test that imports it calls ${suite}. Every edge runs its contract's suite.`,
    )

const imports = ({ path, imports }: Source, target: string): boolean =>
  imports.some(({ from, typeOnly }) => !typeOnly && resolved(path, from) === target)

const calls = ({ path, tokens }: Source, suite: string): boolean =>
  path.endsWith('.test.ts') && tokens.some(({ text }, at) => text === suite && tokens[at + 1]?.text === '(')
