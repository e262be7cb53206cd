import type { Arrow } from './diagram.ts'

/** What joins two boxes in Mermaid, such as `-->|label|`, and where it ends. */
export type Link = {
  label: string
  heads: Arrow['heads']
  later: boolean
  backwards: boolean
  unseen: boolean
  end: number
}

const UNSEEN = /\s*~{3,}\s*/y
const WHOLE = /\s*([<ox]?)(-\.{1,6}-|-{2,8}|={2,8})([>ox]?)(?![-.=])(?:\s*\|\s*([^|\n]{0,200})\|)?\s*/y
const OPENING = /\s*([<ox]?)(-\.|--|==)(?![-.=>])\s*/y
const CLOSING: Readonly<Record<string, RegExp>> = {
  '-.': /\s*\.{1,6}-([>ox]?)\s*/g,
  '--': /\s*-{2,8}([>ox]?)\s*/g,
  '==': /\s*={2,8}([>ox]?)\s*/g,
}

/** Reads the link that begins at a place of a line; undefined where none begins. */
export const linkAt = (line: string, at: number): Link | undefined => {
  UNSEEN.lastIndex = at
  if (UNSEEN.test(line))
    return { label: '', heads: 'none', later: false, backwards: false, unseen: true, end: UNSEEN.lastIndex }
  return wholeAt(line, at) ?? splitAt(line, at)
}

/** `-->`, `-.->`, `==>`, each with or without `|label|` behind. */
const wholeAt = (line: string, at: number): Link | undefined => {
  WHOLE.lastIndex = at
  const match = WHOLE.exec(line)
  if (match === null) return undefined
  const [, tail = '', body = '', head = '', label = ''] = match
  // `--` alone is the beginning of `-- label -->`.
  if (head === '' && /^(--|==)$/.test(body)) return undefined
  return linkOf(tail, body, head, label, WHOLE.lastIndex)
}

/** `-- label -->`, `-. label .->`, `== label ==>`. */
const splitAt = (line: string, at: number): Link | undefined => {
  OPENING.lastIndex = at
  const [, tail = '', body = ''] = OPENING.exec(line) ?? []
  const closing = CLOSING[body]
  if (closing === undefined) return undefined
  const begin = OPENING.lastIndex
  closing.lastIndex = begin
  const match = closing.exec(line)
  if (match === null) return undefined
  return linkOf(tail, body, match[1] ?? '', line.slice(begin, match.index), closing.lastIndex)
}

const linkOf = (tail: string, body: string, head: string, label: string, end: number): Link => ({
  label: label.trim(),
  heads: tail !== '' && head !== '' ? 'both' : tail === '' && head === '' ? 'none' : 'one',
  backwards: tail !== '' && head === '',
  later: body.includes('.'),
  unseen: false,
  end,
})
