import type { Arrow, Box } from '../../numbers/diagram/diagram.ts'
import { label } from '../bounded.ts'
import type { Phrases } from '../phrases.ts'
import { BadPicture, type Drawing } from '../picture.ts'
import { broken } from './columns.ts'
import type { Hand } from './hand.ts'

/** A drawn system as a list: each box in its frame, and under it the arrows that leave it. */
export const drawingPlot = (
  { diagram, marked = [] }: Drawing,
  hand: Hand,
  { diagram: say }: Phrases,
): string[] => {
  const { boxes, arrows, frames } = diagram
  if (boxes.length === 0) throw new BadPicture('There are no boxes to draw. Give at least one.')
  const names = new Map(boxes.map((box) => [box.id, label(box.label)]))
  const stands = new Set(marked)
  const list = (within: string | undefined, indent: string): string[] => [
    ...boxes
      .filter(({ frame }) => frame === within)
      .flatMap((box) => [
        ...hung(titled(box, stands.has(box.id)), indent, '', hand).map((line) =>
          stands.has(box.id) ? hand.paint(line, 'bad') : line,
        ),
        ...arrows
          .filter(({ from }) => from === box.id)
          .flatMap((arrow) => hung(led(arrow, names, hand), `${indent}  `, signOf(arrow, hand), hand)),
      ]),
    ...frames
      .filter((frame) => frame.within === within)
      .flatMap((frame) => [
        ...hung(`${label(frame.label)}:`, indent, '', hand).map((line) => hand.paint(line, 'strong')),
        ...list(frame.id, `${indent}${hand.line.up} `.slice(0, MOST_INDENT)),
      ]),
  ]
  return [hand.paint(say.title, 'strong'), '', ...list(undefined, '')]
}

/** Deeper frames stand below each other, so that there is room for names. */
const MOST_INDENT = 12

const OPEN: Readonly<Record<Box['shape'], readonly [string, string]>> = {
  box: ['[', ']'],
  round: ['(', ')'],
  circle: ['(', ')'],
  store: ['[(', ')]'],
  decision: ['<', '>'],
  person: ['(', ')'],
}

const titled = (box: Box, stands: boolean): string => {
  const [open, close] = OPEN[box.shape]
  const note = box.note === undefined ? '' : ` ${label(box.note)}`
  return `${open}${label(box.label)}${close}${note}${stands ? ' (!)' : ''}`
}

const signOf = ({ heads, later }: Arrow, hand: Hand): string =>
  heads === 'none' ? hand.none : heads === 'both' ? hand.both : later ? hand.later : hand.arrow

const led = ({ to, label: said }: Arrow, names: ReadonlyMap<string, string>, _: Hand): string =>
  `${names.get(to) ?? ''}${said === undefined ? '' : `: ${label(said)}`}`

/** A text behind its sign, its further lines below its own beginning. */
const hung = (text: string, indent: string, sign: string, hand: Hand): string[] => {
  const before = sign === '' ? '' : `${sign} `
  return broken(text, hand.width - indent.length - before.length, hand.sign).map(
    (line, at) => `${indent}${at === 0 ? before : ' '.repeat(before.length)}${line}`,
  )
}
