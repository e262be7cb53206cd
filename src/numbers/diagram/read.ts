import { BadInput } from '../bad-input.ts'
import { readArrows } from './arrows.ts'
import { type Diagram, MOST } from './diagram.ts'
import { readDot } from './dot.ts'
import { readMermaid } from './mermaid.ts'
import { wrong } from './sketch.ts'

/** Characters that a line may have; DOT may stand in one. */
export const MOST_IN_LINE = 2000

/** How a diagram is written. */
export type Notation = 'arrows' | 'mermaid' | 'dot'

/**
 * Reads a diagram in whatever notation: plain arrows, a Mermaid flowchart or DOT, bare or in a fence.
 *
 * Bounded by {@link MOST}; the time is proportional to the text. Nothing of it is run.
 *
 * @throws BadInput where nothing is drawn, with the line, or where it is more than is read.
 */
export const readDiagram = (written: string): Diagram => {
  if (written.length > MOST.characters)
    throw new BadInput(`The diagram has ${written.length} characters, and ${MOST.characters} are read.`, {
      mend: 'Send the parts that matter.',
    })
  const text = unfenced(written.replace(/\r\n?/g, '\n'))
  const notation = notationOf(text)
  if (notation !== 'dot') refuseLongLines(text)
  const diagram = READERS[notation](text)
  if (diagram.boxes.length > 0) return diagram
  throw new BadInput('There is no box in it.', { mend: 'Write app -> api -> model -> app.' })
}

const READERS = { arrows: readArrows, mermaid: readMermaid, dot: readDot } as const
const refuseLongLines = (text: string): void => {
  const row = text.split('\n').findIndex((line) => line.length > MOST_IN_LINE)
  if (row >= 0) throw wrong(`it has more than ${MOST_IN_LINE} characters.`, row, 'Write one chain per line.')
}

/** A short id with its label in brackets right behind it, as only Mermaid has it; `ranker[20ms]` is a note. */
const NAMED_BOX =
  /^[^\S\n]*\w+(?:\[(?!\s*[~<≤p\d][^\]\n]*m?s\])|\(|\{)[^\n]{1,120}[\])}][^\S\n]*(?:-[-.]|==)/m

/** Which notation a text is written in, by how it begins. */
export const notationOf = (text: string): Notation => {
  const start = text.replace(/^(\s|%%[^\n]*\n|---\n(?:(?!---)[^\n]*\n){0,50}---\n|\/\/[^\n]*\n)*/, '')
  if (/^(?:graph|flowchart|\w{2,12}Diagram|gantt|mindmap|pie)\b(?!\s*[\w"]*\s*\{)/i.test(start))
    return 'mermaid'
  if (/^(?:strict\s+)?(?:di)?graph\b/i.test(start)) return 'dot'
  if (text.includes('--') && NAMED_BOX.test(text)) return 'mermaid'
  return 'arrows'
}

/** The text within a fence, where the whole of it stands in one. */
const unfenced = (text: string): string => {
  const lines = text.trim().split('\n')
  const fence = /^(```|~~~)[^`]*$/.exec(lines[0] ?? '')?.[1]
  return fence !== undefined && lines.length > 2 && lines.at(-1)?.trim() === fence
    ? lines.slice(1, -1).join('\n')
    : text
}
