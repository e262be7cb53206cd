/** What the rules read of one file: what it imports, what it exports wrongly, what it calls by a global name. */
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Token, tokensOf } from './tokens.ts'

export type Import = {
  /** As written; `undefined` when it is computed and cannot be read. */
  from: string | undefined
  line: number
  /** `import type` or `export type`: gone at run time. */
  typeOnly: boolean
  /** The words between the keyword and the source, such as `{`, `type`, `Flow`. */
  names: readonly string[]
}

export type Source = {
  /** From the root of the tree, such as `src/flow/flow.ts`. */
  path: string
  lines: number
  tokens: readonly Token[]
  imports: readonly Import[]
}

/** Reads one file. */
export const sourceOf = (path: string, text: string): Source => {
  const tokens = tokensOf(text)
  return { path, lines: text.replace(/\n$/, '').split('\n').length, tokens, imports: importsOf(tokens) }
}

/** Reads every TypeScript and JavaScript file under a folder of the project. */
export const sourcesUnder = (folder: string): Source[] => {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  return readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]s$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
    .map((file) => sourceOf(posix.relative(root, file), readFileSync(file, 'utf8')))
}

/** The path that a relative import names; `undefined` for packages and computed imports. */
export const resolved = (path: string, from: string | undefined): string | undefined =>
  from?.startsWith('.') ? posix.join(posix.dirname(path), from) : undefined

const importsOf = (tokens: readonly Token[]): Import[] =>
  tokens.flatMap((token, at) => {
    if (token.kind !== 'word' || isMember(tokens, at)) return []
    if (token.text === 'import') return importAt(tokens, at)
    return token.text === 'export' ? reexportAt(tokens, at) : []
  })

/** True for what stands after a dot, which names a member and not what it looks like. */
export const isMember = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1]?.text
  return before === '.' || before === '?.'
}

const importAt = (tokens: readonly Token[], at: number): Import[] => {
  const [next, after, third] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]]
  const line = tokens[at]?.line ?? 0
  if (next?.text === '.' || next?.text === ':') return []
  if (next?.text === '(') {
    const literal = after?.kind === 'text' && (third?.text === ')' || third?.text === ',')
    return [{ from: literal ? after.text : undefined, line, typeOnly: false, names: ['*'] }]
  }
  const end = tokens.findIndex((token, index) => index > at && token.kind === 'text')
  const names = tokens.slice(at + 1, end).map(({ text }) => text)
  const typeOnly = names[0] === 'type' && names[1] !== 'from' && names[1] !== ','
  return [{ from: tokens[end]?.text, line, typeOnly, names }]
}

/** `export … from`, which imports as well. */
const reexportAt = (tokens: readonly Token[], at: number): Import[] => {
  const typeOnly = tokens[at + 1]?.text === 'type'
  const open = at + (typeOnly ? 2 : 1)
  const first = tokens[open]?.text
  if (first !== '{' && first !== '*') return []
  const end = tokens.findIndex(
    (token, index) => index > open && (first === '{' ? token.text === '}' : token.text === 'from'),
  )
  const from = first === '{' ? end + 1 : end
  const source = tokens[from + 1]
  if (tokens[from]?.text !== 'from' || source?.kind !== 'text') return []
  const names = tokens.slice(open, from).map(({ text }) => text)
  return [{ from: source.text, line: tokens[at]?.line ?? 0, typeOnly, names }]
}
