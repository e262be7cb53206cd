/** A YAML text as a value that still knows its lines. Safe for texts from strangers: size, nesting and aliases are bounded. */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
} from 'yaml'
import type { Finding, Path } from './faults.ts'
import { syntaxFinding } from './syntax.ts'

/** Bytes a file may have. */
export const MOST_BYTES = 1_000_000
/** Aliases (`*name`) a file may have. */
export const MOST_ALIASES = 100
/** Lists and groups that may stand inside one another. */
export const MOST_DEPTH = 40

export type Reading = {
  /** The plain value; undefined when the text is not readable as YAML. */
  value: unknown
  /** What is wrong with the text as YAML, each with its own line. */
  findings: (Finding & { line: number })[]
  /** The line of the deepest part of the path that exists. */
  lineOf(path: Path): number
}

/** Reads a YAML text; whatever the text, it answers in time and never throws. */
export const readDocument = (text: string): Reading => {
  if (text.length > MOST_BYTES || new TextEncoder().encode(text).length > MOST_BYTES)
    return unreadable('the file is larger than 1 MB', 'split it, or remove what does not belong in it')
  try {
    return read(text)
  } catch (error) {
    if (error instanceof RangeError)
      return unreadable('the file is nested too deeply', 'a flow or problem needs fewer than ten levels')
    if (error instanceof ReferenceError)
      return unreadable(
        'its aliases repeat too much text',
        'write the text out instead of using &name and *name',
      )
    throw error
  }
}

const unreadable = (says: string, mend: string): Reading => ({
  value: undefined,
  findings: [{ path: [], says, mend, line: 1 }],
  lineOf: () => 1,
})

const read = (text: string): Reading => {
  const lines = new LineCounter()
  // Keys are compared below instead, in one pass: the library compares each with all others.
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false, logLevel: 'silent' } as const
  const document = parseDocument(text, options)
  const end = text.trimEnd().length
  const line = (offset: number): number => Math.max(1, lines.linePos(Math.min(offset, end)).line)
  const lineOf = (path: Path): number => line(offsetOf(document, path))

  const wrong = [...document.errors, ...document.warnings]
  if (wrong.length > 0)
    return {
      value: undefined,
      findings: wrong.map((e) => ({ ...syntaxFinding(e), line: line(e.pos[0]) })),
      lineOf,
    }
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
    return unreadable('the file is empty', 'copy a file of the same folder and change its words')

  const { aliases, keys } = oddities(document)
  const placed = ({ offset, ...finding }: Placed) => ({ ...finding, line: line(offset) })
  if (aliases.length > 0) return { value: undefined, findings: aliases.map(placed), lineOf }
  return { value: document.toJS({ maxAliasCount: MOST_ALIASES }), findings: keys.map(placed), lineOf }
}

type Placed = Finding & { offset: number }

/** What YAML lets pass and a flow does not: keys written twice, aliases of nothing or in great number. */
const oddities = (document: Document): { aliases: Placed[]; keys: Placed[] } => {
  const found: { aliases: Placed[]; keys: Placed[] } = { aliases: [], keys: [] }
  const path: (string | number)[] = []
  let count = 0

  const inside = (part: string | number, node: unknown): void => {
    if (path.length >= MOST_DEPTH) throw new RangeError('nested too deeply')
    path.push(part)
    walk(node)
    path.pop()
  }
  const walk = (node: unknown): void => {
    if (isAlias(node)) {
      count += 1
      const finding = count > MOST_ALIASES ? tooMany(count, node.source) : dangling(document, node)
      if (finding) found.aliases.push({ ...finding, path: [...path], offset: offsetAt(node) })
    } else if (isSeq(node)) node.items.forEach((item, index) => void inside(index, item))
    else if (isMap(node)) {
      const seen = new Set<string>()
      for (const { key, value } of node.items) {
        const name = nameOf(key)
        if (seen.has(name)) found.keys.push({ ...twice(name), path: [...path, name], offset: offsetAt(key) })
        seen.add(name)
        inside(name, value)
      }
    }
  }
  walk(document.contents)
  return found
}

const twice = (name: string) => ({
  says: `the key "${name.slice(0, 60)}" stands here a second time`,
  mend: 'keep one of the two and remove the other',
})

const tooMany = (count: number, source: string) =>
  count === MOST_ALIASES + 1
    ? {
        says: `there are more than ${MOST_ALIASES} aliases`,
        mend: `write the text out instead of *${source}`,
      }
    : undefined

const dangling = (document: Document, alias: Alias) =>
  alias.resolve(document) === undefined
    ? {
        says: `"*${alias.source}" refers to an anchor that does not stand before it`,
        mend: `put the text in double quotes if it begins with a star, or write &${alias.source} before the text it repeats`,
      }
    : undefined

const offsetOf = (document: Document, path: Path): number => {
  let node: unknown = document.contents
  let offset = offsetAt(node)
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = node.items.findLast(({ key }) => nameOf(key) === String(part))
      if (!pair) break
      offset = offsetAt(pair.key)
      node = pair.value
    } else if (isSeq(node) && typeof part === 'number' && part < node.items.length) {
      node = node.items[part]
      offset = offsetAt(node)
    } else break
  }
  return offset
}

const offsetAt = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0)

const nameOf = (key: unknown): string => (isScalar(key) ? String(key.value) : String(key))
