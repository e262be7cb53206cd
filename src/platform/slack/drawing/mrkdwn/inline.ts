/** What stands inside a paragraph, in Slack's markup. */
import type { MarkedToken, Token } from 'marked'
import { BREAK, escaped, webAddress } from '../safe.ts'

/** The words of a paragraph; inside what is bold already, nothing is made bold again. */
export const inline = (tokens: readonly Token[], bold = false): string =>
  tokens
    .map((token, index) => {
      const text = piece(token as MarkedToken, bold)
      return clings(tokens[index - 1], token) ? BREAK + text : text
    })
    .join('')

/** The words alone, without any markup and not escaped. */
export const bareText = (tokens: readonly Token[]): string =>
  tokens.map((token) => bare(token as MarkedToken)).join('')

/** The text between two signs, line by line, as Slack wants it. */
export const marked = (text: string, sign: string): string =>
  text.replace(/[^\n]+/g, (line) => {
    const words = line.trim()
    return words === '' ? line : line.replace(words, () => `${sign}${words}${sign}`)
  })

const piece = (token: MarkedToken, bold: boolean): string => {
  switch (token.type) {
    case 'strong':
      return bold ? inline(token.tokens, true) : marked(inline(token.tokens, true), '*')
    case 'em':
      return marked(inline(token.tokens, bold), '_')
    case 'del':
      return marked(inline(token.tokens, bold), '~')
    case 'codespan':
      return token.text.includes('`') ? escaped(token.text) : marked(escaped(token.text), '`')
    case 'link':
      return link(token.href, bareText(token.tokens))
    case 'image':
      return link(token.href, decoded(token.text))
    case 'text':
      return token.tokens ? inline(token.tokens, bold) : escaped(decoded(token.text))
    default:
      return escaped(bare(token))
  }
}

const bare = (token: MarkedToken): string => {
  if (token.type === 'br') return '\n'
  if (token.type === 'checkbox') return token.checked ? '☑ ' : '☐ '
  if (token.type === 'codespan') return token.text
  if (token.type === 'html') return /^<br\s*\/?>$/i.test(token.text.trim()) ? '\n' : token.text
  if ('tokens' in token && token.tokens) return bareText(token.tokens)
  return decoded('text' in token ? token.text : token.raw)
}

/** A link; where it leads elsewhere than to the web, its words and its address. */
const link = (href: string, words: string): string => {
  const address = webAddress(href)
  const label = escaped(words.replace(/\s+/g, ' ').trim())
  if (address === undefined) return `${label} (${escaped(href)})`
  return label === '' || words === href ? `<${address}>` : `<${address}|${label.replaceAll('|', '¦')}>`
}

/** Signs of formatting count for Slack only where a word begins or ends, not where a letter is beside them. */
const clings = (before: Token | undefined, token: Token): boolean => {
  if (before === undefined || FORMATS.has(before.type) === FORMATS.has(token.type)) return false
  return FORMATS.has(token.type) ? /[\p{L}\p{N}]$/u.test(before.raw) : /^[\p{L}\p{N}]/u.test(token.raw)
}

const FORMATS: ReadonlySet<string> = new Set(['strong', 'em', 'del', 'codespan'])

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

const decoded = (text: string): string =>
  text.replace(/&(?:(amp|lt|gt|quot|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (entity, name, decimal, hex) => {
    const code = Number.parseInt(decimal ?? hex, decimal ? 10 : 16)
    if (name) return NAMED[name.toLowerCase()] ?? entity
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity
  })
