import type { Shape } from './diagram.ts'

/** A box as Mermaid writes it, such as `db[(Feature store)]`, and where it ends. */
export type Written = { id: string; label?: string; shape?: Shape; end: number }

// The longest opening first, so that `([` is not taken for `(`.
const BRACKETS: readonly [open: string, close: string, shape: Shape][] = [
  ['(((', ')))', 'circle'],
  ['((', '))', 'circle'],
  ['([', '])', 'round'],
  ['[(', ')]', 'store'],
  ['[[', ']]', 'box'],
  ['{{', '}}', 'box'],
  ['[/', '/]', 'box'],
  ['[/', '\\]', 'box'],
  ['[\\', '\\]', 'box'],
  ['[\\', '/]', 'box'],
  ['(', ')', 'round'],
  ['[', ']', 'box'],
  ['{', '}', 'decision'],
  ['>', ']', 'box'],
]

const ID = /\s*([\p{L}\p{N}_](?:[\p{L}\p{N}_.]|-(?![-.>=]))*)/uy
const CLASS = /\s*:::[\w-]+/y
const TYPED = /@\{([^}\n]{0,400})\}/y

/** Reads the box that begins at a place of a line; undefined where none begins. */
export const boxAt = (line: string, at: number): Written | undefined => {
  ID.lastIndex = at
  const id = ID.exec(line)?.[1]
  if (id === undefined) return undefined
  const bracket = bracketAt(line, ID.lastIndex) ?? typedAt(line, ID.lastIndex)
  const end = bracket?.end ?? ID.lastIndex
  CLASS.lastIndex = end
  const after = CLASS.test(line) ? CLASS.lastIndex : end
  return { ...bracket, id, end: after }
}

type Bracket = { label: string; shape: Shape; end: number }

const bracketAt = (line: string, at: number): Bracket | undefined => {
  for (const [open, close, shape] of BRACKETS) {
    if (!line.startsWith(open, at)) continue
    const begin = at + open.length
    const quote = line.charAt(begin) === '"' ? line.indexOf('"', begin + 1) : begin
    const end = quote < 0 ? -1 : line.indexOf(close, quote)
    if (end >= 0) return { label: unquoted(line.slice(begin, end)), shape, end: end + close.length }
  }
  return undefined
}

const SHAPES: Readonly<Record<string, Shape>> = {
  cyl: 'store',
  cylinder: 'store',
  db: 'store',
  database: 'store',
  diam: 'decision',
  diamond: 'decision',
  decision: 'decision',
  circle: 'circle',
  circ: 'circle',
  rounded: 'round',
  event: 'round',
  stadium: 'round',
  pill: 'round',
}

const typedAt = (line: string, at: number): (Partial<Bracket> & { end: number }) | undefined => {
  TYPED.lastIndex = at
  const inner = TYPED.exec(line)?.[1]
  if (inner === undefined) return undefined
  const label = /label\s*:\s*"([^"]*)"/.exec(inner)?.[1]
  const name = /shape\s*:\s*"?([\w-]+)/.exec(inner)?.[1] ?? ''
  const shape = Object.hasOwn(SHAPES, name) ? SHAPES[name] : undefined
  return {
    end: TYPED.lastIndex,
    ...(label === undefined ? {} : { label: unquoted(label) }),
    ...(shape === undefined ? {} : { shape }),
  }
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', nbsp: ' ' }

/** A label without its quotes, and with Mermaid's entities (`#quot;`, `#35;`) as characters. */
export const unquoted = (label: string): string =>
  label
    .trim()
    .replace(/^"`?([\s\S]*?)`?"$/, '$1')
    .replace(/[#&](?:#?(\d{1,6})|(quot|amp|lt|gt|nbsp));/g, (written, code?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? written
      const point = Number(code)
      return point > 0 && point < 0x110000 && (point < 0xd800 || point > 0xdfff)
        ? String.fromCodePoint(point)
        : written
    })
