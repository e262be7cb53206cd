/** Tables in Slack's markup, which has none. */
import type { Tokens } from 'marked'
import { inColumns } from '../../../columns.ts'
import { escaped } from '../safe.ts'
import { bareText, marked } from './inline.ts'

/** Wider lines of code are wrapped in Slack, and a table with them is no table any more. */
const WIDEST = 90

/** The columns aligned, as code; the rows as a list where they are too wide for that. */
export const tableText = ({ header, rows, align }: Tokens.Table, code: (text: string) => string): string => {
  const text = ({ tokens }: Tokens.TableCell): string => bareText(tokens).replace(/\s+/g, ' ').trim()
  const [head, ...body] = [header, ...rows].map((row) => row.map(text))
  const names = head ?? []
  const columns = inColumns(names, body, (column) => align[column] === 'right', WIDEST)
  return columns === undefined ? asList(names, body) : code(columns)
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
