import type { Axis, Lines, Series } from '../figure.ts'
import { type Canvas, canvas, type Place } from './canvas.ts'
import { broken, columns, cut, padded } from './columns.ts'
import type { Hand } from './hand.ts'
import { placeOn, type Tick, ticksOf } from './ticks.ts'

/** Lines over two axes: a legend, the field with its labels, the names of the axes. */
export const linesPlot = ({ x, y, series }: Lines, hand: Hand): string[] => {
  const height = Math.max(11, Math.min(21, Math.round(hand.width / 5)))
  const up = ticksOf(y, 5).map(({ at, text }) => ({ at: Math.round((1 - at) * (height - 1)), text }))
  const margin = Math.max(...up.map(({ text }) => columns(text)), 1) + 2
  const width = hand.width - margin - 1
  const field = canvas(width, height, hand)
  const main = series.filter(({ look }) => look === 'line' || look === 'dots')
  for (const one of series.filter(({ look }) => look === 'faint'))
    stroke(field, one, { x, y }, { owner: -1, sign: hand.reference, ...(hand.dots ? SPARSE : DASHED) })
  for (const one of series.filter(({ look }) => look === 'reference'))
    stroke(field, one, { x, y }, { owner: -1, sign: hand.reference, ...DASHED })
  for (const [owner, one] of main.entries())
    stroke(field, one, { x, y }, { owner, sign: markOf(owner, hand), ...WHOLE })
  for (const [owner, one] of main.entries())
    for (const place of marksOf(one, { x, y }, owner, main.length))
      field.mark(place, markOf(owner, hand), owner)
  const rows = field.rows().map((row, at) => {
    const tick = up.find((one) => one.at === at)
    const edge = tick === undefined ? hand.line.up : hand.line.notch
    return `${padded(tick?.text ?? '', margin - 2, 'right')} ${edge}${row}`
  })
  return [
    ...legend(series, main, hand),
    cut(y.title, hand.width, hand.sign),
    ...rows,
    `${' '.repeat(margin - 1)}${hand.line.corner}${hand.line.across.repeat(width)}`,
    `${' '.repeat(margin)}${across(ticksOf(x, Math.max(2, Math.floor(width / (x.as === 'date' ? 14 : 10)))), width)}`,
    padded(cut(x.title, hand.width, hand.sign), hand.width, 'right'),
  ]
}

const WHOLE = { on: 1, of: 1 }
const DASHED = { on: 4, of: 8 }
const SPARSE = { on: 1, of: 6 }

type Axes = { x: Axis; y: Axis }

const markOf = (owner: number, { marks }: Hand): string => marks[owner % 4] ?? marks[0]

const placed = ({ points }: Series, { x, y }: Axes): Place[] =>
  points.map((point) => ({ x: placeOn(x, point.x), y: placeOn(y, point.y) }))

const stroke = (field: Canvas, series: Series, axes: Axes, pen: Parameters<Canvas['stroke']>[2]): void => {
  const all = placed(series, axes)
  for (const [at, to] of all.entries()) field.stroke(all[at - 1] ?? to, to, pen)
}

const MARKS = 5

/** Every point of dots; a few places along a line, each line's beside those of the others. */
const marksOf = (series: Series, axes: Axes, owner: number, count: number): Place[] => {
  const all = placed(series, axes)
  if (series.look === 'dots') return all
  return Array.from({ length: MARKS }, (_, at) => (at + (owner + 1) / (count + 1)) / MARKS).flatMap((x) => {
    const right = all.findIndex((place) => place.x >= x)
    const [a, b] = [all[right - 1], all[right]]
    if (a === undefined || b === undefined) return []
    const share = b.x > a.x ? (x - a.x) / (b.x - a.x) : 1
    return [{ x, y: a.y + (b.y - a.y) * share }]
  })
}

/** What each mark stands for, one name after another as far as they fit. */
const legend = (series: readonly Series[], main: readonly Series[], hand: Hand): string[] =>
  told(series).flatMap((one) => {
    const owner = main.indexOf(one)
    const sign = owner < 0 ? hand.reference.repeat(2) : markOf(owner, hand)
    const [first = '', ...rest] = broken(one.name, hand.width - 3, hand.sign)
    const painted = hand.paint(padded(sign, 2), owner < 0 ? 'quiet' : ((owner % 4) as 0))
    return [`${painted} ${first}`, ...rest.map((line) => `   ${line}`)]
  })

/** The name of an only line is that of its axis. */
const told = (series: readonly Series[]): Series[] => {
  const named = series.filter(({ look }) => look !== 'faint')
  return named.length < 2 ? [] : named
}

/** Labels under the field, each below its place; one that would touch the one before is left out. */
const across = (ticks: readonly Tick[], width: number): string =>
  ticks.reduce((line, { at, text }) => {
    const size = columns(text)
    const begin = Math.max(0, Math.min(width - size, Math.round(at * (width - 1) - (size - 1) / 2)))
    const taken = columns(line)
    return begin > taken || taken === 0 ? padded(line, begin) + text : line
  }, '')
