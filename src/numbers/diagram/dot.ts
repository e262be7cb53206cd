import { type Diagram, MOST } from './diagram.ts'
import { type Attributes, arrowLook, attributes, boxLook, usualLook } from './dot-look.ts'
import { type Reader, readerOf, shown } from './dot-reader.ts'
import { tokensOf } from './dot-tokens.ts'
import { type Sketch, sketch, wrong } from './sketch.ts'

type Scope = { box: Attributes; arrow: Attributes; directed: boolean }

/**
 * Reads DOT: boxes, chains, ports, subgraphs at either end of an arrow, clusters as frames, defaults of `node` and `edge`,
 * and of the attributes `label`, `shape`, `style`, `dir` and `rankdir`. All others are left out, so that nothing of
 * the text but names and labels ever reaches the drawing.
 *
 * @throws BadInput with the line and what mends it.
 */
export const readDot = (text: string): Diagram => {
  const reader = readerOf(tokensOf(text))
  const sheet = sketch()
  if (reader.word('strict')) reader.take()
  const head = reader.take()
  const directed = head.text.toLowerCase() === 'digraph'
  if (!directed && head.text.toLowerCase() !== 'graph')
    throw wrong(`${shown(head)} is no beginning.`, head.row, 'Begin with "digraph {" and end with "}".')
  if (!reader.sign('{')) reader.take()
  statements(reader, sheet, { box: new Map(), arrow: new Map(), directed }, 0)
  return sheet.done()
}

/** Everything between braces; answers the ids of the boxes named there. */
const statements = (reader: Reader, sheet: Sketch, outer: Scope, depth: number): string[] => {
  const { row } = reader.peek()
  if (depth > MOST.depth) throw wrong(`braces stand ${MOST.depth} deep already.`, row, 'Draw fewer levels.')
  reader.want('{')
  const scope = { ...outer }
  const ids: string[] = []
  while (!reader.sign('}')) {
    if (reader.sign(';') || reader.sign(',')) reader.take()
    else ids.push(...statement(reader, sheet, scope, depth))
  }
  reader.take()
  return [...new Set(ids)]
}

const statement = (reader: Reader, sheet: Sketch, scope: Scope, depth: number): string[] => {
  const defaults = reader.word('node') || reader.word('edge') || reader.word('graph')
  if (defaults && reader.sign('[', 1)) {
    const kind = reader.take().text.toLowerCase()
    const given = attributes(reader)
    if (kind === 'node') scope.box = new Map([...scope.box, ...given])
    if (kind === 'edge') scope.arrow = new Map([...scope.arrow, ...given])
    if (kind === 'graph') turn(sheet, given.get('rankdir'))
    return []
  }
  if (reader.peek().kind !== 'sign' && reader.sign('=', 1)) {
    const key = reader.name().text.toLowerCase()
    reader.take()
    const value = reader.name().text
    if (key === 'rankdir') turn(sheet, value)
    return []
  }
  return chain(reader, sheet, scope, depth)
}

const turn = (sheet: Sketch, rankdir: string | undefined): void => {
  if (rankdir !== undefined) sheet.turn(/^(LR|RL)$/i.test(rankdir) ? 'right' : 'down')
}

const chain = (reader: Reader, sheet: Sketch, scope: Scope, depth: number): string[] => {
  const { row } = reader.peek()
  const ends = [end(reader, sheet, scope, depth)]
  while (reader.sign('->') || reader.sign('--')) {
    reader.take()
    ends.push(end(reader, sheet, scope, depth))
  }
  const given = reader.sign('[') ? attributes(reader) : new Map<string, string>()
  if (ends.length === 1) {
    for (const id of ends[0] ?? []) sheet.box(id, row, boxLook(given))
    return ends[0] ?? []
  }
  const look = arrowLook(new Map([...scope.arrow, ...given]), scope.directed)
  for (const [at, right] of ends.slice(1).entries())
    for (const one of ends[at] ?? [])
      for (const other of right)
        if (look.backwards) sheet.arrow(other, one, row, look)
        else sheet.arrow(one, other, row, look)
  return [...new Set(ends.flat())]
}

const end = (reader: Reader, sheet: Sketch, scope: Scope, depth: number): string[] => {
  if (reader.sign('{')) return statements(reader, sheet, scope, depth + 1)
  if (reader.word('subgraph')) return subgraph(reader, sheet, scope, depth)
  const { text, row } = reader.name()
  while (reader.sign(':')) {
    reader.take()
    reader.name()
  }
  sheet.box(text, row, usualLook(scope.box))
  return [text]
}

const subgraph = (reader: Reader, sheet: Sketch, scope: Scope, depth: number): string[] => {
  const { row } = reader.take()
  const name = reader.sign('{') ? '' : reader.name().text
  if (!name.startsWith('cluster')) return statements(reader, sheet, scope, depth + 1)
  sheet.enter(name, clusterLabel(reader) ?? name.replace(/^cluster_?/, ''), row)
  const ids = statements(reader, sheet, scope, depth + 1)
  sheet.leave()
  return ids
}

/** The label of the cluster that begins here, which stands somewhere within its braces. */
const clusterLabel = (reader: Reader): string | undefined => {
  let depth = 0
  for (let ahead = 0; reader.peek(ahead).kind !== 'end'; ahead += 1) {
    if (reader.sign('{', ahead)) depth += 1
    if (reader.sign('}', ahead)) depth -= 1
    if (depth === 0) return undefined
    const own = depth === 1 && reader.peek(ahead).text === 'label' && reader.sign('=', ahead + 1)
    if (own && !reader.sign('[', ahead - 1) && !reader.sign(',', ahead - 1))
      return reader.peek(ahead + 2).text
  }
  return undefined
}
