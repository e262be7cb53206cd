import { type Diagram, MOST } from './diagram.ts'
import { boxAt, unquoted } from './mermaid-box.ts'
import { type Link, linkAt } from './mermaid-link.ts'
import { type Sketch, sketch, wrong } from './sketch.ts'

/**
 * Reads a Mermaid flowchart (`graph` or `flowchart`): boxes of all shapes, links with and without text, `&`, chains and
 * subgraphs. Colours, classes and links to pages are left out; other kinds of Mermaid diagrams are refused.
 *
 * @throws BadInput with the line and what mends it.
 */
export const readMermaid = (text: string): Diagram => {
  const sheet = sketch()
  let begun = false
  for (const { statement, row } of statements(text)) {
    if (begun) readStatement(sheet, statement, row)
    else if (statement !== '') {
      begun = true
      if (boxes(statement)) readStatement(sheet, statement, row)
      else begin(sheet, statement, row)
    }
  }
  return sheet.done()
}

/** True where somebody left the first line out and began to draw. */
const boxes = (statement: string): boolean => /[[({|]|--|==/.test(statement)

const HEADER = /^(?:graph|flowchart)(?:-elk)?(?:\s+(TB|TD|BT|RL|LR))?$/i
const LEFT_OUT =
  /^(?:classDef|class|style|linkStyle|click|accTitle|accDescr|direction|%%)(?![\p{L}\p{N}_[({-])/u

/** The statements of a text with their lines; front matter, directives and comments are left out. */
const statements = (text: string): { statement: string; row: number }[] => {
  let front = false
  return text.split('\n').flatMap((line, row) => {
    if (/^\s*---\s*$/.test(line)) {
      front = !front
      return []
    }
    if (front) return []
    return parted(line.replace(/%%.*$/, '')).map((statement) => ({ statement: statement.trim(), row }))
  })
}

/** Parts a line at its semicolons, except those in quotes, in brackets or at the end of an entity. */
const parted = (line: string): string[] => {
  const parts: string[] = []
  let begin = 0
  let depth = 0
  let quoted = false
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at)
    if (character === '"') quoted = !quoted
    if (!quoted && '[({'.includes(character)) depth += 1
    if (!quoted && '])}'.includes(character)) depth = Math.max(0, depth - 1)
    if (character === ';' && !quoted && depth === 0) {
      parts.push(line.slice(begin, at))
      begin = at + 1
    }
  }
  return [...parts, line.slice(begin)]
}

const begin = (sheet: Sketch, header: string, row: number): void => {
  const match = HEADER.exec(header)
  if (match === null)
    throw wrong(
      'only flowcharts are read.',
      row,
      'Begin with "flowchart LR" and write a --> b.',
      header.slice(0, 80),
    )
  sheet.turn(/LR|RL/i.test(match[1] ?? 'TD') ? 'right' : 'down')
}

const readStatement = (sheet: Sketch, statement: string, row: number): void => {
  if (statement === '' || LEFT_OUT.test(statement)) return
  const frame = /^subgraph(?:\s+(.+))?$/i.exec(statement)
  if (/^end$/i.test(statement)) sheet.leave()
  else if (frame === null) readChain(sheet, statement, row)
  else enter(sheet, frame[1] ?? '', row)
}

const enter = (sheet: Sketch, title: string, row: number): void => {
  const [, id = title, label = title] = /^([^\s[]+)\s*\[(.+)\]$/.exec(title) ?? []
  sheet.enter(id || `frame ${row}`, unquoted(label), row)
}

const readChain = (sheet: Sketch, statement: string, row: number): void => {
  let left = groupAt(sheet, statement, 0, row)
  while (left.end < statement.length) {
    const link = linkAt(statement, left.end)
    if (link === undefined) throw unread(statement, left.end, row)
    const right = groupAt(sheet, statement, link.end, row)
    join(sheet, left.ids, right.ids, link, row)
    left = right
  }
}

/** One box, or several joined by `&`. */
const groupAt = (sheet: Sketch, statement: string, begin: number, row: number) => {
  const ids: string[] = []
  let end = begin
  for (;;) {
    const box = boxAt(statement, end)
    if (box === undefined || ids.length >= MOST.boxes) throw unread(statement, end, row)
    const { id, label, shape } = box
    sheet.box(id, row, {
      ...(label === undefined ? {} : { label }),
      ...(shape === undefined ? {} : { shape }),
    })
    ids.push(id)
    const rest = /^\s*(&?)\s*/.exec(statement.slice(box.end, box.end + 200))
    const more = rest?.[1] === '&'
    end =
      box.end + (more || box.end + (rest?.[0].length ?? 0) >= statement.length ? (rest?.[0].length ?? 0) : 0)
    if (!more) return { ids, end }
  }
}

const join = (sheet: Sketch, left: string[], right: string[], link: Link, row: number): void => {
  const { label, heads, later, backwards, unseen } = link
  if (unseen) return
  for (const one of left)
    for (const other of right)
      if (backwards) sheet.arrow(other, one, row, { label: unquoted(label), heads, later })
      else sheet.arrow(one, other, row, { label: unquoted(label), heads, later })
}

const unread = (statement: string, at: number, row: number) =>
  wrong(
    `"${statement.slice(at, at + 30).trim()}" is not understood.`,
    row,
    'Write a --> b, a -->|what travels| b, or box["a label"].',
    statement.slice(0, 200),
  )
