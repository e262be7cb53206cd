/** Tables drawn with box characters, their columns aligned by what the eye sees. */
import type { Tokens } from 'marked'
import { inline } from './inline.ts'
import type { Line, Run, Style } from './style.ts'
import { widthOf } from './width.ts'
import { wrap } from './wrap.ts'

/** Narrower columns than this are hard to read; then each row is written as a list. */
const LEAST_COLUMN = 6

/** A table within `width` columns; cells are wrapped, and a table too wide for that becomes a list of its rows. */
export const drawTable = (table: Tokens.Table, width: number, style: Style, on: string): Line[] => {
  const head = table.header.map((cell) => inline(cell.tokens, style, on + style.heading.on))
  const rows = table.rows.map((row) => row.map((cell) => inline(cell.tokens, style, on)))
  const natural = head.map((cell, column) =>
    Math.max(...[cell, ...rows.map((row) => row[column] ?? [])].map(longest)),
  )
  const room = width - 3 * head.length - 1
  if (room < head.length * LEAST_COLUMN && natural.reduce(sum, 0) > room) return asList(head, rows, width, on)

  const words = head.map((cell, column) =>
    Math.max(...[cell, ...rows.map((row) => row[column] ?? [])].map(longestWord)),
  )
  const widths = squeeze(natural, words.reduce(sum, 0) > room ? words.map(() => 1) : words, room)
  const box = (left: string, middle: string, right: string): Line => [
    { text: left + widths.map((columns) => '─'.repeat(columns + 2)).join(middle) + right, on },
  ]
  const drawn = rows.map((row) => drawRow(row, widths, table.align, on))
  const apart = drawn.some(({ length }) => length > 1)
  return [
    box('┌', '┬', '┐'),
    ...drawRow(head, widths, table.align, on),
    box('├', '┼', '┤'),
    ...drawn.flatMap((lines, index) => (apart && index > 0 ? [box('├', '┼', '┤'), ...lines] : lines)),
    box('└', '┴', '┘'),
  ]
}

const sum = (a: number, b: number): number => a + b

const longest = (cell: readonly Run[]): number => widest(cell, '\n')

const longestWord = (cell: readonly Run[]): number => widest(cell, /\s+/)

const widest = (cell: readonly Run[], between: string | RegExp): number =>
  Math.max(
    1,
    ...cell
      .map(({ text }) => text)
      .join('')
      .split(between)
      .map(widthOf),
  )

/** The widest columns give way first, until all fit; none becomes narrower than its least. */
const squeeze = (natural: readonly number[], least: readonly number[], room: number): number[] => {
  let cap = Math.max(1, ...natural)
  const capped = (): number[] =>
    natural.map((columns, at) => Math.max(Math.min(columns, cap), least[at] ?? 1))
  while (cap > 1 && capped().reduce(sum, 0) > room) cap--
  return capped()
}

type Align = Tokens.Table['align'][number]

const drawRow = (
  row: readonly (readonly Run[])[],
  widths: readonly number[],
  align: readonly Align[],
  on: string,
): Line[] => {
  const cells = widths.map((columns, column) => wrap(row[column] ?? [], columns))
  const height = Math.max(...cells.map(({ length }) => length))
  return Array.from({ length: height }, (_, line) => [
    ...widths.flatMap((columns, column) => [
      { text: column === 0 ? '│ ' : ' │ ', on },
      ...padded(cells[column]?.[line] ?? [], columns, align[column] ?? null),
    ]),
    { text: ' │', on },
  ])
}

const padded = (line: Line, columns: number, align: Align): Line => {
  const free = columns - line.reduce((taken, { text }) => taken + widthOf(text), 0)
  const left = align === 'right' ? free : align === 'center' ? Math.floor(free / 2) : 0
  const gap = (size: number): Line => (size > 0 ? [{ text: ' '.repeat(size), on: '' }] : [])
  return [...gap(left), ...line, ...gap(free - left)]
}

const asList = (head: readonly Run[][], rows: readonly Run[][][], width: number, on: string): Line[] =>
  rows.flatMap((row, index): Line[] => [
    ...(index > 0 ? [[]] : []),
    ...row.flatMap((cell, column) => wrap([...(head[column] ?? []), { text: ': ', on }, ...cell], width)),
  ])
