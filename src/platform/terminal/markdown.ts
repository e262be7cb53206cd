/** Markdown as lines for a terminal. */
import { lexer, type MarkedToken, type Token, type Tokens } from 'marked'
import { inline, styled } from './inline.ts'
import type { Line, Run, Style } from './style.ts'
import { drawTable } from './table.ts'
import { widthOf } from './width.ts'
import { wrap } from './wrap.ts'

/** Longer texts are shown as they are: nobody wrote that much Markdown by hand. */
const LONGEST_PARSED = 200_000
/** So many signs of formatting in one paragraph are noise, on which a parser can spend minutes. */
const MOST_SIGNS = 2000

/** Lines of at most `width` columns, code aside; `on` is the look around all of it. The text must be safe already. */
export const drawMarkdown = (text: string, width: number, style: Style, on = ''): Line[] => {
  try {
    if (text.length <= LONGEST_PARSED && !noisy(text)) return blocks(lexer(text), { width, style, on })
  } catch (error) {
    // Brackets nested thousands deep exhaust the stack of any parser; they are no formatting.
    if (!(error instanceof RangeError)) throw error
  }
  return wrap([{ text, on }], width)
}

const noisy = (text: string): boolean =>
  text.split(/\n[ \t]*\n/).some((paragraph) => (paragraph.match(/[*_~`[\]<!]/g)?.length ?? 0) > MOST_SIGNS)

type Canvas = { width: number; style: Style; on: string }

const blocks = (tokens: readonly Token[], canvas: Canvas, gap: Line[] = [[]]): Line[] =>
  tokens
    .map((token) => block(token as MarkedToken, canvas))
    .filter(({ length }) => length > 0)
    .flatMap((lines, index) => (index > 0 ? [...gap, ...lines] : lines))

const block = (token: MarkedToken, canvas: Canvas): Line[] => {
  const { width, style, on } = canvas
  switch (token.type) {
    case 'space':
    case 'def':
      return []
    case 'heading':
      return drawHeading(inline(token.tokens, style, on + style.heading.on), token.depth, canvas)
    case 'blockquote':
      return inset(blocks(token.tokens, narrower(canvas, 2)), [{ text: '│ ', on: on + style.quiet.on }])
    case 'code':
      return token.text
        .split('\n')
        .map((line) => [{ text: '    ', on }, ...styled(line, verbatim(style), on)])
    case 'hr':
      return [[{ text: '─'.repeat(width), on: on + style.quiet.on }]]
    case 'list':
      return drawList(token, canvas)
    case 'table':
      return drawTable(token, width, style, on)
    case 'html':
      return wrap([{ text: token.text.trimEnd(), on }], width)
    case 'paragraph':
      return wrap(inline(token.tokens, style, on), width)
    default:
      return wrap(inline([token], style, on), width)
  }
}

/** A heading; where it cannot be bold it is underlined. */
export const drawHeading = (runs: readonly Run[], depth: number, { width, style }: Canvas): Line[] => {
  const lines = wrap(runs, width)
  if (style.heading.on) return lines
  const columns = Math.max(...lines.map((line) => line.reduce((taken, { text }) => taken + widthOf(text), 0)))
  return [...lines, [{ text: (depth === 1 ? '=' : '-').repeat(columns), on: '' }]]
}

const drawList = (list: Tokens.List, canvas: Canvas): Line[] => {
  const first = list.start === '' ? 1 : list.start
  const marks = list.items.map((_, index) => (list.ordered ? `${first + index}. ` : '• '))
  const indent = Math.max(...marks.map(({ length }) => length))
  const gap: Line[] = list.loose ? [[]] : []
  return list.items.flatMap((item, index) => {
    const box = item.task ? (item.checked ? '[x] ' : '[ ] ') : ''
    const mark = [{ text: (marks[index] ?? '').padStart(indent) + box, on: canvas.on }]
    const content = item.tokens.filter(({ type }) => type !== 'checkbox')
    const drawn = blocks(content, narrower(canvas, indent + box.length), gap)
    const lines = inset(
      drawn.length > 0 ? drawn : [[]],
      [{ text: ' '.repeat(indent + box.length), on: '' }],
      mark,
    )
    return index > 0 ? [...gap, ...lines] : lines
  })
}

const verbatim = (style: Style) => ({ on: style.code.on, open: '', close: '' })

const narrower = (canvas: Canvas, by: number): Canvas => ({
  ...canvas,
  width: Math.max(canvas.width - by, 10),
})

const inset = (lines: readonly Line[], left: Line, first: Line = left): Line[] =>
  lines.map((line, index) => [...(index === 0 ? first : left), ...line])
