import { cut, type Joint } from './arrow-lines.ts'
import type { Diagram } from './diagram.ts'
import { type Sketch, sketch, wrong } from './sketch.ts'

/**
 * Reads plain arrows, a chain per line: `app -> api -> ranker [20ms] -> app`.
 *
 * Branches: `api -> {ranker, cache} -> app`. What travels: `api -scores-> app`, `api ->|scores| app` or
 * `api -> app: scores`. Later or beside the request: `app ~> log` or `app -.-> log`. What stands before a colon at the
 * head of a line or alone in it is a frame: `Training: log -> trainer`. The same name is the same box.
 *
 * @throws BadInput with the line and what mends it.
 */
export const readArrows = (text: string): Diagram => {
  const sheet = sketch()
  text.split('\n').forEach((written, row) => {
    readLine(sheet, written.replace(BULLET, '').trim(), row)
  })
  sheet.leave()
  return sheet.done()
}

const BULLET = /^\s*(?:[-*•]|\d{1,2}[.)])\s+(?![->])/
const HEAD = /^([^\n:<>→=~[\]{}"]{1,60}):(?:\s+|$)/
const MOST_WORDS = 6

const readLine = (sheet: Sketch, line: string, row: number): void => {
  if (line === '') {
    sheet.leave()
    return
  }
  const head = HEAD.exec(line)
  const chain = head === null ? line : line.slice(head[0].length)
  if (head !== null) {
    sheet.leave()
    const title = head[1]?.trim() ?? ''
    sheet.enter(title.toLowerCase(), title, row)
  }
  if (chain !== '') readChain(sheet, chain, row)
  if (head !== null && chain !== '') sheet.leave()
}

const readChain = (sheet: Sketch, chain: string, row: number): void => {
  const { terms, joints } = cut(chain)
  const [last = '', said = ''] = joints.length === 0 ? [chain] : labelled(terms.at(-1) ?? '')
  const groups = [...terms.slice(0, -1), last].map((term) => branches(term, row))
  if (joints.length === 0 && groups.some((names) => names.some((name) => wordsOf(name) > MOST_WORDS)))
    throw wrong('it has no arrow.', row, 'Write app -> api -> model, or leave the line out.', chain)
  const boxes = groups.map((names) => names.map((name) => drawn(sheet, name, row)))
  joints.forEach((joint, at) => {
    const label = at === joints.length - 1 && said !== '' ? said : joint.label
    join(sheet, boxes[at] ?? [], boxes[at + 1] ?? [], { ...joint, label }, row)
  })
}

const join = (sheet: Sketch, left: string[], right: string[], joint: Joint, row: number): void => {
  const { backwards, ...more } = joint
  for (const one of left)
    for (const other of right)
      if (backwards) sheet.arrow(other, one, row, more)
      else sheet.arrow(one, other, row, more)
}

/** The last term, and what follows a colon behind it: what travels on the last arrow. */
const labelled = (term: string): [string, string] => {
  const at = term.search(/:\s/)
  return at <= 0 ? [term, ''] : [term.slice(0, at).trim(), term.slice(at + 1).trim()]
}

/** `{a, b}`, `a, b` or `a & b` are several boxes; a comma in brackets parts nothing. */
const branches = (term: string, row: number): string[] => {
  const inner = /^\{(.*)\}$/.exec(term)?.[1] ?? term
  const names: string[] = []
  let depth = 0
  let name = ''
  for (const character of inner) {
    if ('([{'.includes(character)) depth += 1
    if (')]}'.includes(character)) depth = Math.max(0, depth - 1)
    if (depth === 0 && (character === ',' || character === '&')) {
      names.push(name.trim())
      name = ''
    } else name += character
  }
  const all = [...names, name.trim()].filter((one) => one !== '')
  if (all.length > 0) return [...new Set(all)]
  throw wrong(
    'an arrow has nothing at one of its ends.',
    row,
    'Write a name on both sides of each arrow.',
    term,
  )
}

const drawn = (sheet: Sketch, written: string, row: number): string => {
  const [, name = written, note] = /^(.*?)\s*\[([^\]]*)\]\s*$/.exec(written) ?? []
  const label = name.replace(/^["'`(]+|["'`]+$/g, '').trim() || written
  const id = label.toLowerCase().replace(/\s+/g, ' ')
  sheet.box(id, row, { label, ...(note === undefined ? {} : { note }) })
  return id
}

const wordsOf = (name: string): number => name.split(/\s+/).length
