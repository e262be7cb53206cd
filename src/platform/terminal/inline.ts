/** What stands inside a paragraph: emphasis, code, links. */
import type { MarkedToken, Token, Tokens } from 'marked'
import type { Look, Run, Style } from './style.ts'

/** The runs of a paragraph's tokens; `on` is the look around them. */
export const inline = (tokens: readonly Token[], style: Style, on = ''): Run[] =>
  tokens.flatMap((token) => piece(token as MarkedToken, style, on))

/** A text as it is, in a look. */
export const styled = (text: string, { on, open, close }: Look, around = ''): Run[] => [
  { text: `${open}${text}${close}`, on: around + on },
]

const piece = (token: MarkedToken, style: Style, on: string): Run[] => {
  switch (token.type) {
    case 'strong':
      return around(token, style.strong, style, on)
    case 'em':
      return around(token, style.emphasis, style, on)
    case 'del':
      return around(token, style.struck, style, on)
    case 'codespan':
      return styled(token.text, style.code, on)
    case 'br':
      return [{ text: '\n', on }]
    case 'link':
      return link(token, style, on)
    case 'image':
      return [{ text: `${decoded(token.text)} (${token.href})`, on }]
    case 'checkbox':
      return [{ text: token.checked ? '[x] ' : '[ ] ', on }]
    case 'html':
      return [{ text: /^<br\s*\/?>$/i.test(token.text.trim()) ? '\n' : token.text, on }]
    case 'text':
      return token.tokens ? inline(token.tokens, style, on) : [{ text: decoded(token.text), on }]
    default:
      return [{ text: decoded('text' in token ? token.text : token.raw), on }]
  }
}

const around = (token: { tokens: Token[] }, look: Look, style: Style, on: string): Run[] => [
  ...(look.open ? [{ text: look.open, on }] : []),
  ...inline(token.tokens, style, on + look.on),
  ...(look.close ? [{ text: look.close, on }] : []),
]

/** The address follows the words, unless it is the words. */
const link = (token: Tokens.Link, style: Style, on: string): Run[] => {
  const words = inline(token.tokens, style, on + style.link.on)
  const same = token.href === token.text || token.href === `mailto:${token.text}`
  return same ? words : [...words, { text: ` (${token.href})`, on }]
}

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': '\u00a0',
}

const decoded = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES[entity] ?? entity)
