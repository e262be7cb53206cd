import { wrong } from './sketch.ts'

/** A piece of DOT; `name` is an identifier, number or quoted text, which may be a keyword unless quoted. */
export type Token = { kind: 'name' | 'quoted' | 'sign' | 'end'; text: string; row: number }

const SKIP = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*)+/y
const PIECE =
  /(?<name>[\p{L}_][\p{L}\p{N}_]*|-?(?:\.\d+|\d+(?:\.\d*)?))|"(?<quoted>(?:[^"\\]|\\[\s\S])*)"|(?<sign>->|--|[[\]{};,=:+])/uy

/** Cuts DOT into its pieces; each is read once, so that the time is linear in the text. */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = []
  let row = 0
  let at = 0
  const pass = (end: number): void => {
    for (; at < end; at += 1) if (text.charAt(at) === '\n') row += 1
  }
  for (;;) {
    SKIP.lastIndex = at
    if (SKIP.test(text)) pass(SKIP.lastIndex)
    if (at >= text.length) return [...tokens, { kind: 'end', text: 'the end', row }]
    const found = text.charAt(at) === '<' ? markup(text, at) : pieceAt(text, at)
    if (found === undefined)
      throw wrong(
        `"${text.slice(at, at + 20).split('\n')[0]}" is no DOT.`,
        row,
        'Put labels in quotes and write a -> b;.',
      )
    tokens.push({ kind: found.kind, text: found.text, row })
    pass(found.end)
  }
}

type Found = Pick<Token, 'kind' | 'text'> & { end: number }

const pieceAt = (text: string, at: number): Found | undefined => {
  PIECE.lastIndex = at
  const { name, quoted, sign } = PIECE.exec(text)?.groups ?? {}
  const end = PIECE.lastIndex
  if (name !== undefined) return { kind: 'name', text: name, end }
  if (quoted !== undefined) return { kind: 'quoted', text: quoted.replace(/\\(["\\])/g, '$1'), end }
  return sign === undefined ? undefined : { kind: 'sign', text: sign, end }
}

/** A label in markup, `<a <b>bold</b> word>`, of which the words are kept. */
const markup = (text: string, at: number): Found | undefined => {
  let depth = 0
  for (let end = at; end < text.length; end += 1) {
    if (text.charAt(end) === '<') depth += 1
    if (text.charAt(end) === '>') depth -= 1
    if (depth === 0) {
      const words = text.slice(at + 1, end).replace(/<[^<>]*>/g, ' ')
      return { kind: 'quoted', text: words.replace(/&(lt|gt|amp|quot);/g, entity), end: end + 1 }
    }
  }
  return undefined
}

const entity = (_: string, name: string): string =>
  name === 'lt' ? '<' : name === 'gt' ? '>' : name === 'amp' ? '&' : '"'
