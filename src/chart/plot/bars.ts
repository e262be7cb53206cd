import type { Axis, Bars, Row } from '../figure.ts'
import { short } from '../numeral.ts'
import { columns, cut, padded } from './columns.ts'
import type { Hand } from './hand.ts'
import { placeOn } from './ticks.ts'

/**
 * Bars in rows, each with its name before it and its words behind it; a tick is what it is held against. Where names are
 * too long for that, each stands above its bar.
 */
export const barsPlot = ({ axis, rows }: Bars, hand: Hand): string[] => {
  const most = Math.floor(hand.width * 0.4)
  const longest = Math.max(...rows.map((row) => columns(row.name)))
  const above = longest > most
  const name = above ? 0 : longest + 1
  const words = Math.min(Math.floor(hand.width / 2), Math.max(...rows.map(({ text }) => columns(text))))
  const width = hand.width - name - words - 2
  const drawn = rows.flatMap((row) => {
    const line = `${hand.line.up}${bar(row, axis, width, hand)} ${cut(row.text, words, hand.sign)}`
    return above ? [cut(row.name, hand.width, hand.sign), line] : [padded(row.name, name) + line]
  })
  const [from, to] = [short(axis.from), short(axis.to)]
  const scale = padded(from, Math.max(1, width - columns(to))) + to
  const indent = ' '.repeat(name)
  return [
    ...drawn,
    `${indent}${hand.line.corner}${hand.line.across.repeat(width)}`,
    `${indent} ${scale}`,
    `${indent} ${cut(axis.title, hand.width - name - 1, hand.sign)}`,
  ]
}

const bar = ({ value, tick, low, high, tone }: Row, axis: Axis, width: number, hand: Hand): string => {
  const at = (one: number): number => Math.max(0, Math.min(1, placeOn(axis, one))) * width
  const cell = (one: number): number => Math.min(width - 1, Math.floor(at(one)))
  const zero = at(Math.min(Math.max(0, axis.from), axis.to))
  const cells = value === undefined ? [] : filled(Math.min(zero, at(value)), Math.max(zero, at(value)), hand)
  const signs = Array.from({ length: width }, (_, column) => cells[column] ?? ' ')
  const painted = signs.map((sign) => hand.paint(sign, tone))
  if (low !== undefined && high !== undefined && low !== high)
    for (let column = cell(low); column <= cell(high); column += 1)
      if (signs[column] === ' ') painted[column] = hand.interval
  if (tick !== undefined) painted[cell(tick)] = hand.tick
  return painted.join('')
}

/** Full characters, and at the right end a piece of one. */
const filled = (from: number, to: number, { full, eighths }: Hand): string[] => {
  const cells: string[] = []
  for (let column = Math.round(from); column < Math.floor(to); column += 1) cells[column] = full
  const rest = eighths[Math.floor((to - Math.floor(to)) * 8)] ?? ''
  if (rest !== '' && Math.floor(to) >= Math.round(from)) cells[Math.floor(to)] = rest
  return cells
}
