/** Our own Markdown as HTML. Whatever a person wrote stands in it escaped; HTML in it is shown as text all the same. */
import { lexer, type MarkedToken, type Token } from 'marked'
import { escaped } from './escape.ts'
import { table } from './table.ts'

/** A heading with what stands under it. */
export type Section = { id: string; title: string; html: string }

/** What stands before the first second-level heading, and each such heading as a section; the title above all is left out. */
export const sectionsOf = (markdown: string): { lead: string; sections: Section[] } => {
  const parts: { title: string; tokens: Token[] }[] = [{ title: '', tokens: [] }]
  for (const token of lexer(markdown)) {
    if (token.type === 'heading' && token.depth === 1) continue
    if (token.type === 'heading' && token.depth === 2)
      parts.push({ title: textOf(token.tokens ?? []), tokens: [] })
    else if (token.type === 'hr') parts.push({ title: '', tokens: [] })
    else parts.at(-1)?.tokens.push(token)
  }
  const [first, ...rest] = parts
  const sections = rest.map(({ title, tokens }, n) => ({ id: `s${n + 1}`, title, html: blocks(tokens) }))
  return { lead: blocks(first?.tokens ?? []), sections }
}

const blocks = (tokens: readonly Token[]): string =>
  tokens.map((token) => block(token as MarkedToken)).join('\n')

const block = (token: MarkedToken): string => {
  switch (token.type) {
    case 'space':
    case 'def':
      return ''
    case 'heading':
      return `<h${token.depth}>${inline(token.tokens)}</h${token.depth}>`
    case 'paragraph':
      return `<p>${inline(token.tokens)}</p>`
    case 'blockquote':
      return `<blockquote>${blocks(token.tokens)}</blockquote>`
    case 'list': {
      const items = token.items.map((item) => `<li>${blocks(item.tokens)}</li>`).join('')
      return token.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`
    }
    case 'table':
      return table({
        label: textOf(token.header[0]?.tokens ?? []),
        head: token.header.map(({ tokens }) => inline(tokens)),
        rows: token.rows.map((row) => row.map(({ tokens }) => inline(tokens))),
      })
    case 'code':
      return `<pre tabindex="0"><code>${escaped(token.text)}</code></pre>`
    case 'text':
      return 'tokens' in token && token.tokens ? inline(token.tokens) : escaped(token.text)
    default:
      return `<p>${escaped(token.raw)}</p>`
  }
}

const inline = (tokens: readonly Token[]): string =>
  tokens.map((token) => span(token as MarkedToken)).join('')

const span = (token: MarkedToken): string => {
  switch (token.type) {
    case 'strong':
      return `<strong>${inline(token.tokens)}</strong>`
    case 'em':
      return `<em>${inline(token.tokens)}</em>`
    case 'codespan':
      return `<code>${escaped(token.text)}</code>`
    case 'br':
      return '<br>'
    case 'link':
      return /^https:\/\//i.test(token.href)
        ? `<a href="${escaped(token.href)}" rel="noreferrer">${inline(token.tokens)}</a>`
        : inline(token.tokens)
    case 'text':
      return 'tokens' in token && token.tokens ? inline(token.tokens) : escaped(token.text)
    case 'escape':
      return escaped(token.text)
    default:
      return escaped(token.raw)
  }
}

const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) =>
      'tokens' in token && token.tokens ? textOf(token.tokens) : 'text' in token ? String(token.text) : '',
    )
    .join('')
