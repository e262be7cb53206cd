import type { Grid } from '../figure.ts'
import { broken, columns, cut, padded } from './columns.ts'
import type { Hand } from './hand.ts'

/**
 * A table with a row for each label and shade beside each number, numbers of columns in place of labels that do not fit.
 * Labels
 * that had to be cut stand below in full. Where the numbers do not fit either, each row is a list.
 */
export const gridPlot = (figure: Grid, hand: Hand): string[] => {
  const { labels } = figure
  const numbered = labels.map((label, at) => `${at + 1} ${label}`)
  const texts = figure.cells.map(({ text, ...cell }) => ({ ...cell, lines: text.split('\n') }))
  const [counts, shares] = [0, 1].map((at) =>
    Math.max(0, ...texts.map(({ lines }) => columns(lines[at] ?? ''))),
  )
  const most = Math.floor(hand.width * 0.3)
  const name = Math.min(most, Math.max(...numbered.map(columns), columns(figure.rows)))
  const room = Math.floor((hand.width - name - 1) / labels.length) - 1
  if ((counts ?? 0) > room || labels.length >= 10 ** room) return listed(figure, numbered, texts, hand)
  const width = Math.min(room, Math.max(counts ?? 0, shares ?? 0, ...labels.map(columns)) + 2)
  const long = labels.some((label) => columns(label) > width)
  const head = labels.map((label, at) => padded(long ? String(at + 1) : label, width, 'right')).join(' ')
  const height = (shares ?? 0) > 0 && (shares ?? 0) <= width ? 2 : 1
  const line = (row: number, at: number): string =>
    inRow(texts, row)
      .map(({ lines, share, column }) => {
        const text = padded(lines[at] ?? '', width, 'right')
        return at === 0 ? shaded(text, share, row === column, hand) : text
      })
      .join(' ')
  const before = (text: string): string => padded(cut(text, name, hand.sign), name)
  const rows = long ? numbered : labels
  return [
    `${before('')} ${cut(`${figure.columns} ${hand.arrow}`, hand.width - name - 1, hand.sign)}`,
    `${before(figure.rows)} ${head}`,
    ...rows.flatMap((label, row) =>
      Array.from({ length: height }, (_, at) => `${before(at === 0 ? label : '')} ${line(row, at)}`),
    ),
    ...rows.filter((label) => columns(label) > name).map((label) => cut(label, hand.width, hand.sign)),
  ]
}

type Text = { row: number; column: number; share: number; lines: string[] }

const inRow = (texts: readonly Text[], row: number): Text[] =>
  texts.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column)

/** Each row's columns that are not empty, by their numbers. */
const listed = (figure: Grid, numbered: readonly string[], texts: readonly Text[], hand: Hand): string[] => [
  cut(`${figure.rows} ${hand.arrow} ${figure.columns}`, hand.width, hand.sign),
  ...numbered.flatMap((label, row) => {
    const shown = inRow(texts, row).filter(({ share }) => share > 0)
    const text = shown.map(({ column, lines: [count = ''] }) => `${column + 1}:\u00a0${count}`).join(', ')
    return [
      cut(label, hand.width, hand.sign),
      ...broken(text || '-', hand.width - 4, hand.sign).map(
        (line) => `    ${line.replaceAll('\u00a0', ' ')}`,
      ),
    ]
  }),
]

/** The blanks before a number filled with as much shade as its share of the row. */
const shaded = (text: string, share: number, right: boolean, hand: Hand): string => {
  const number = text.trimStart()
  const free = text.length - number.length - 1
  if (free < 1) return text
  const step = share <= 0 ? 0 : Math.max(1, Math.ceil(share * (hand.shades.length - 1)))
  return `${hand.paint((hand.shades[step] ?? ' ').repeat(free), right ? 'good' : 'bad')} ${number}`
}
