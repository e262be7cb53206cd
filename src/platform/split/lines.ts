/** A Markdown text line by line, with what stands open where each line begins. */

/** A block that must be opened again when it is cut: `again` opens it, `end` closes it before the cut. */
export type Open = { again: string; end: string }

export type Line = {
  /** Where it begins, and where it ends without its line break. */
  at: number
  end: number
  text: string
  /** The code or the table that it goes on with. */
  within: Open | undefined
  /** How well the text can be cut before it. */
  seam: Seam
}

/**
 * Before a heading, between paragraphs, between lines; `poor` where a heading, an announcement or the source of a
 * quotation would be left behind.
 */
export type Seam = 'heading' | 'paragraph' | 'line' | 'poor' | 'none'

/** The lines that begin within the first `reach` characters, and what is open after them; see `split` for `most`. */
export const linesOf = (
  text: string,
  most: number,
  reach: number,
): { lines: Line[]; open: Open | undefined } => {
  const lines: Line[] = []
  let state: State = { ...OUTSIDE }
  for (let at = 0; at <= Math.min(reach, text.length); ) {
    const stop = text.indexOf('\n', at)
    const end = stop < 0 ? text.length : stop
    const line = text.slice(at, end)
    const kind = kindOf(line, state, most)
    const seam = at === 0 ? 'none' : seamOf(line, kind, state)
    lines.push({ at, end, text: line, within: withinAt(kind, state), seam })
    state = after(line, kind, state, most)
    at = end + 1
  }
  return { lines, open: state.fence?.open }
}

type Fence = { marker: string; quoted: boolean; open: Open; filled: boolean }
type Table = { open: Open | undefined; rows: number }
type State = {
  fence: Fence | undefined
  table: Table | undefined
  /** The last line, and whether one before it is waiting for its text. */
  last: string
  hanging: boolean
  /** The last line that is not blank belongs to a quotation. */
  quoting: boolean
}

/** `code` is a line of code, `fenced` the end of it; `row` a row of a table. */
type Kind = 'code' | 'fenced' | 'row' | 'heading' | 'blank' | 'prose'

const OUTSIDE: State = { fence: undefined, table: undefined, last: '', hanging: false, quoting: false }

const kindOf = (line: string, { fence, table }: State, most: number): Kind => {
  if (fence && !(fence.quoted && !/^\s*>/.test(line))) return closes(line, fence) ? 'fenced' : 'code'
  if (line.trim() === '') return 'blank'
  if (table && line.includes('|') && !fenceIn(line, most)) return 'row'
  return /^ {0,3}#{1,6}(?:\s|$)/.test(line) ? 'heading' : 'prose'
}

const withinAt = (kind: Kind, { fence, table }: State): Open | undefined => {
  if (kind === 'code' || kind === 'fenced') return fence?.open
  return kind === 'row' ? table?.open : undefined
}

const seamOf = (line: string, kind: Kind, { fence, table, last, hanging, quoting }: State): Seam => {
  if (kind === 'blank' || kind === 'fenced') return 'none'
  if (kind === 'code') return fence?.filled ? 'line' : 'none'
  if (kind === 'row') return table && table.rows > 0 ? 'line' : 'none'
  if (hanging || (QUOTE.test(line) && !quoting)) return 'poor'
  if (kind === 'heading') return 'heading'
  return last.trim() === '' ? 'paragraph' : 'line'
}

const after = (line: string, kind: Kind, state: State, most: number): State => {
  const { fence, table } = state
  const hanging = kind === 'blank' ? state.hanging : kind === 'heading' || /:[*_]*\s*$/.test(line)
  const quoting = kind === 'blank' ? state.quoting : QUOTE.test(line)
  const next = { ...OUTSIDE, last: line, hanging, quoting }
  if (kind === 'code') return { ...next, hanging: false, fence: fence && { ...fence, filled: true } }
  if (kind === 'fenced') return { ...next, hanging: false }
  if (kind === 'row') return { ...next, hanging: false, table: table && { ...table, rows: table.rows + 1 } }
  const opened = fenceIn(line, most)
  return opened ? { ...next, fence: opened } : { ...next, table: tableIn(state.last, line, most) }
}

const QUOTE = /^\s*>/

const FENCE = /^((?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*)(`{3,}(?=[^`]*$)|~{3,})[ \t]*([\w+#.-]{0,20})/

/** The code block that a line opens; none where opening it again would take too much of a part. */
const fenceIn = (line: string, most: number): Fence | undefined => {
  const [, before = '', marker = '', language = ''] = FENCE.exec(line) ?? []
  if (marker === '') return undefined
  const prefix = before.replace(/[^>\s]/g, ' ')
  const open = { again: `${prefix}${marker}${language}\n`, end: `\n${prefix}${marker}` }
  if (open.again.length + open.end.length > most / 3) return undefined
  return { marker, quoted: prefix.includes('>'), open, filled: false }
}

const closes = (line: string, { marker }: Fence): boolean => {
  const [, found = ''] = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(line) ?? []
  return found.length >= marker.length && found[0] === marker[0]
}

/** The table that begins with these two lines; its head is repeated where it is short. */
const tableIn = (head: string, line: string, most: number): Table | undefined => {
  if (!head.includes('|') || !line.includes('-') || !/^[\s>]*\|?[\s:|-]+$/.test(line)) return undefined
  const again = `${head}\n${line}\n`
  return { open: again.length > most / 3 ? undefined : { again, end: '' }, rows: 0 }
}
