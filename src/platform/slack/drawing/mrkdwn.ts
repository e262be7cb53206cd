/** Markdown in Slack's own markup, for where the `markdown` block is not taken: notices, dialogs, the Home tab. */
import type { MarkedToken, Token, Tokens } from 'marked'
import { lexed } from '../../lexed.ts'
import { inline, marked } from './mrkdwn/inline.ts'
import { tableText } from './mrkdwn/table.ts'
import { BREAK, escaped, uncalled } from './safe.ts'

/** The same words in Slack's markup; nothing that others wrote calls anybody or has power over the page. */
export const mrkdwnOf = (markdown: string): string => {
  const tokens = lexed(markdown)
  return tokens ? uncalled(blocks(tokens, '\n\n', false)) : escaped(markdown)
}

/** Inside a quotation Slack draws no block of code, so its lines stand there as they are. */
const blocks = (tokens: readonly Token[], gap: string, quoted: boolean): string =>
  tokens
    .map((token) => block(token as MarkedToken, quoted))
    .filter((text) => text.trim() !== '')
    .join(gap)

const block = (token: MarkedToken, quoted: boolean): string => {
  switch (token.type) {
    case 'space':
      return ''
    case 'def':
      return escaped(token.raw.trim())
    case 'heading':
      return marked(inline(token.tokens, true), '*')
    case 'blockquote':
      return indented(blocks(token.tokens, '\n\n', true), '> ', '> ')
    case 'code':
      return code(token.text, quoted)
    case 'hr':
      return '─'.repeat(12)
    case 'list':
      return list(token, quoted)
    case 'table':
      return tableText(token, (text) => code(text, quoted))
    case 'html':
      return inline([token]).trim()
    case 'paragraph':
      return inline(token.tokens)
    default:
      return inline([token])
  }
}

const code = (text: string, quoted: boolean): string =>
  quoted ? escaped(text) : `\`\`\`\n${escaped(text).replace(/`(?=``)/g, `\`${BREAK}`)}\n\`\`\``

const list = ({ items, ordered, start, loose }: Tokens.List, quoted: boolean): string => {
  const first = start === '' ? 1 : start
  return items
    .map(({ task, checked, tokens }, index) => {
      const box = task ? (checked ? '☑ ' : '☐ ') : ''
      const mark = ordered ? `${first + index}. ` : '• '
      const content = tokens.filter(({ type }) => type !== 'checkbox')
      return indented(blocks(content, loose ? '\n\n' : '\n', quoted), '    ', mark + box)
    })
    .join(loose ? '\n\n' : '\n')
}

const indented = (text: string, left: string, first: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? first : left) + line)
    .join('\n')
