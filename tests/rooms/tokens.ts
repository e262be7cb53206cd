/** TypeScript as words: what a rule reads of a file once comments, layout and the insides of texts are set apart. */
import { SyntaxKind } from 'typescript/unstable/ast'
import { createScanner } from 'typescript/unstable/ast/scanner'

export type Token = {
  /** As written; of a text its value. */
  text: string
  kind: 'word' | 'text' | 'number' | 'sign'
  /** From 1. */
  line: number
}

/** The words of a source, in order. */
export const tokensOf = (source: string): Token[] => {
  const scanner = createScanner(true, undefined, source)
  const lines = lineStarts(source)
  const inTemplates = templates()
  const tokens: Token[] = []
  for (let kind = scanner.scan(); kind !== SyntaxKind.EndOfFile; kind = scanner.scan()) {
    if (SLASHES.has(kind) && !endsValue(tokens.at(-1))) kind = scanner.reScanSlashToken()
    if (inTemplates.goesOn(kind)) kind = scanner.reScanTemplateToken(false)
    inTemplates.read(kind)
    const what = kindOf(kind)
    const text = what === 'text' ? scanner.getTokenValue() : scanner.getTokenText()
    tokens.push({ kind: what, line: lineAt(lines, scanner.getTokenStart()), text })
  }
  return tokens
}

/** Follows the braces inside template literals, so that the one that closes a place is told from a block's. */
const templates = () => {
  const open: number[] = []
  const add = (braces: number) => open.length > 0 && open.push((open.pop() ?? 0) + braces)
  return {
    goesOn: (kind: SyntaxKind): boolean => kind === SyntaxKind.CloseBraceToken && open.at(-1) === 0,
    read: (kind: SyntaxKind): void => {
      if (kind === SyntaxKind.TemplateHead) open.push(0)
      else if (kind === SyntaxKind.TemplateTail) open.pop()
      else if (kind === SyntaxKind.OpenBraceToken) add(1)
      else if (kind === SyntaxKind.CloseBraceToken) add(-1)
    },
  }
}

const SLASHES = new Set([SyntaxKind.SlashToken, SyntaxKind.SlashEqualsToken])

const TEXTS = new Set<SyntaxKind>([
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateHead,
  SyntaxKind.TemplateMiddle,
  SyntaxKind.TemplateTail,
  SyntaxKind.RegularExpressionLiteral,
])

const kindOf = (kind: SyntaxKind): Token['kind'] => {
  if (TEXTS.has(kind)) return 'text'
  if (kind === SyntaxKind.NumericLiteral || kind === SyntaxKind.BigIntLiteral) return 'number'
  return kind >= SyntaxKind.Identifier ? 'word' : 'sign'
}

/** Words after which a slash begins a regular expression although they are words. */
const BEFORE_VALUES = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'do',
  'else',
  'void',
  'delete',
  'await',
  'yield',
  'throw',
  'new',
])

const endsValue = (token: Token | undefined): boolean => {
  if (token === undefined) return false
  if (token.kind === 'sign') return token.text === ')' || token.text === ']' || token.text === '}'
  return token.kind !== 'word' || !BEFORE_VALUES.has(token.text)
}

const lineStarts = (source: string): number[] => {
  const starts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

const lineAt = (starts: readonly number[], at: number): number => {
  let [low, high] = [0, starts.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle
  }
  return low + 1
}
