/** Tables in Slack's markup, which has none. */
import type { Tokens } from 'marked'
import { escaped } from '../safe.ts'
import { bareText, marked } from './inline.ts'

/** Wider lines of code are wrapped in Slack, and a table with them is no table any more. */
const WIDEST = 90

/** The columns aligned, as code; the rows as a list where they are too wide for that. */
export const tableText = ({ header, rows, align }: Tokens.Table, code: (text: string) => string): string => {
  const text = ({ tokens }: Tokens.TableCell): string => bareText(tokens).replace(/\s+/g, ' ').trim()
  const [head, ...body] = [header, ...rows].map((row) => row.map(text))
  const names = head ?? []
  const widths = names.map((name, column) =>
    Math.max(...[name, ...body.map((row) => row[column] ?? '')].map(widthOf)),
  )
  if (widths.reduce((sum, width) => sum + width + 2, 0) > WIDEST && body.length > 0)
    return asList(names, body)
  const line = (row: readonly string[]): string =>
    widths
      .map((width, column) => padded(row[column] ?? '', width, align[column] === 'right'))
      .join('  ')
      .trimEnd()
  return code(
    [line(names), widths.map((width) => '─'.repeat(width)).join('  '), ...body.map(line)].join('\n'),
  )
}

/** A row a line: what it is about, then the other cells by their names. */
const asList = (names: readonly string[], body: readonly (readonly string[])[]): string =>
  body
    .map(([first = '', ...cells]) => {
      const about = first === '' ? '' : `${marked(escaped(first), '*')}: `
      const rest = cells.map((cell, index) => escaped(`${names[index + 1] ?? ''} ${cell}`.trim()))
      return `• ${about}${rest.filter((text) => text !== '').join(' · ')}`
    })
    .join('\n')

const padded = (cell: string, width: number, right: boolean): string => {
  const room = ' '.repeat(width - widthOf(cell))
  return right ? room + cell : cell + room
}

/** Signs of Chinese, Japanese and Korean take two columns; marks that join another sign take none. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/\p{M}|\u200b|\u200d/u.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1), 0)

const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u
