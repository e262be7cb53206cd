/** Markdown as Discord draws it: without tables, rules and small headings, which it does not know. */
import type { MarkedToken, Token, Tokens } from 'marked'
import { inColumns } from '../../columns.ts'
import { lexed } from '../../lexed.ts'
import { safeMarkdown } from './safe.ts'

/** The same words for Discord; nothing that others wrote calls anybody or has power over the page. */
export const markdownOf = (markdown: string): string => {
  const tokens = lexed(markdown)
  return safeMarkdown(tokens ? tokens.map((token) => block(token as MarkedToken)).join('') : markdown).trim()
}

/** Wider lines of code are wrapped in Discord, and a table with them is no table any more. */
const WIDEST = 72

/** What is drawn otherwise keeps the lines that stand between it and what follows. */
const block = (token: MarkedToken): string => {
  const drawn = redrawn(token)
  return drawn === undefined ? token.raw : drawn + (/\n*$/.exec(token.raw)?.[0] ?? '')
}

const redrawn = (token: MarkedToken): string | undefined => {
  switch (token.type) {
    case 'heading':
      return token.depth > 3 || isUnderlined(token) ? headed(token) : undefined
    case 'hr':
      return '─'.repeat(12)
    case 'table':
      return tableText(token)
    default:
      return undefined
  }
}

/** Discord knows headings by the signs before them only, and three of them at most. */
const headed = ({ depth, text }: Tokens.Heading): string =>
  depth > 3 ? `**${text}**` : `${'#'.repeat(depth)} ${text.replace(/\s*\n\s*/g, ' ')}`

const isUnderlined = ({ raw }: Tokens.Heading): boolean => !/^ {0,3}#/.test(raw)

/** The columns aligned, as code; the rows as a list where they are too wide for that. */
const tableText = ({ header, rows, align }: Tokens.Table): string => {
  const text = ({ tokens }: Tokens.TableCell): string => bare(tokens).replace(/\s+/g, ' ').trim()
  const names = header.map(text)
  const columns = inColumns(
    names,
    rows.map((row) => row.map(text)),
    (column) => align[column] === 'right',
    WIDEST,
  )
  if (columns !== undefined) return `\`\`\`\n${columns.replace(/`(?=``)/g, '`\u200b')}\n\`\`\``
  return rows.map((row) => asLine(header, row)).join('\n')
}

/** A row a line: what it is about, then the other cells by their names. */
const asLine = (
  header: readonly Tokens.TableCell[],
  [first, ...cells]: readonly Tokens.TableCell[],
): string => {
  const about = first?.text ? `**${first.text}**: ` : ''
  const rest = cells.map(({ text }, index) => `${header[index + 1]?.text ?? ''} ${text}`.trim())
  return `- ${about}${rest.filter((text) => text !== '').join(' · ')}`
}

const bare = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => {
      if ('tokens' in token && token.tokens) return bare(token.tokens)
      return 'text' in token && typeof token.text === 'string' ? token.text : token.raw
    })
    .join('')
