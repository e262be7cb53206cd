import type { Box, Diagram } from '../../numbers/diagram/diagram.ts'
import { label } from '../bounded.ts'
import type { Fonts } from '../raster/fonts.ts'
import { wrapped } from '../raster/wrap.ts'

export type Block = { lines: readonly string[]; note: string; width: number; height: number }

/** The texts of a diagram in lines, with the room that each takes, in the order of boxes, arrows and frames. */
export type Sized = { boxes: readonly Block[]; arrows: readonly Block[]; frames: readonly Block[] }

/** Sizes in pixels of the texts in boxes, on arrows and of titles, and how high a line is. */
export const SIZE = { box: 15, note: 13, arrow: 13, frame: 14, line: 1.25 } as const

const WIDEST = { box: 150, arrow: 120 } as const
const LINES = { box: 4, arrow: 3 } as const

/** Breaks all texts and measures them. */
export const sizesOf = ({ boxes, arrows, frames }: Diagram, { metrics, boldMetrics }: Fonts): Sized => ({
  boxes: boxes.map((box) => {
    const lines = cutTo(LINES.box, wrapped(label(box.label, 80), WIDEST.box, SIZE.box, metrics))
    const note = label(box.note ?? '', 20)
    const inner = Math.max(
      ...lines.map((line) => metrics.width(line, SIZE.box)),
      metrics.width(note, SIZE.note),
    )
    const high = lines.length * SIZE.box * SIZE.line + (note === '' ? 0 : SIZE.note * SIZE.line)
    return { lines, note, ...around(box.shape, Math.max(inner, 30), high) }
  }),
  arrows: arrows.map(({ label: text = '' }) => {
    const lines = cutTo(LINES.arrow, wrapped(label(text, 60), WIDEST.arrow, SIZE.arrow, metrics))
    const width = Math.max(0, ...lines.map((line) => metrics.width(line, SIZE.arrow)))
    return {
      lines,
      note: '',
      width: width === 0 ? 0 : width + 10,
      height: lines.length * SIZE.arrow * SIZE.line + 4,
    }
  }),
  frames: frames.map(({ label: text }) => {
    const title = label(text, 40) || ' '
    return { lines: [title], note: '', width: boldMetrics.width(title, SIZE.frame) + 4, height: 22 }
  }),
})

/** A box around a text of this size, with the room that its shape leaves unused. */
const around = (shape: Box['shape'], width: number, height: number): { width: number; height: number } => {
  if (shape === 'decision') return { width: width * 1.5 + 40, height: height * 1.6 + 30 }
  if (shape === 'circle') {
    const size = Math.hypot(width, height) + 16
    return { width: size, height: size }
  }
  if (shape === 'store') return { width: width + 32, height: height + 42 }
  if (shape === 'round' || shape === 'person') return { width: width + 48, height: height + 24 }
  return { width: width + 32, height: height + 24 }
}

const cutTo = (most: number, lines: readonly string[]): string[] =>
  lines.length <= most ? [...lines] : [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`]
