import { phrasesIn } from './phrases/languages.ts'
import type { Phrases } from './phrases.ts'
import type { Picture } from './picture.ts'
import { barsPlot } from './plot/bars.ts'
import { broken } from './plot/columns.ts'
import { drawingPlot } from './plot/drawing.ts'
import { gridPlot } from './plot/grid.ts'
import { type Hand, handFor } from './plot/hand.ts'
import { linesPlot } from './plot/lines.ts'
import { viewOf } from './view.ts'

/** Narrower than the least nothing can be read, wider than the most nothing is won. */
export const WIDTHS = { least: 40, most: 120 } as const

export type PlotOptions = {
  /** Columns; brought within `WIDTHS`. */
  width: number
  /** Only signs of ASCII, apart from names that hold others. */
  ascii?: boolean
  /** Escape sequences for colours. */
  colour?: boolean
  /** The language of what it says, as a tag; English when it speaks none of it. */
  language?: string
}

/**
 * Draws a picture in characters, for a terminal: lines joined by `\n`, none wider than asked, without colours unless asked.
 *
 * The same picture gives the same text, and nothing that it holds can act on a terminal.
 *
 * @throws BadPicture where it cannot be drawn as it is.
 */
export const plotted = (
  picture: Picture,
  { width, ascii = false, colour = false, language }: PlotOptions,
): string => {
  const columns = Math.round(Math.max(WIDTHS.least, Math.min(WIDTHS.most, width || WIDTHS.least)))
  return plot(picture, handFor(columns, ascii, colour), phrasesIn(language))
    .map((line) => line.trimEnd())
    .join('\n')
}

const plot = (picture: Picture, hand: Hand, phrases: Phrases): string[] => {
  if (picture.kind === 'diagram') return drawingPlot(picture, hand, phrases)
  const { figure } = viewOf(picture, phrases)
  return [
    ...broken(figure.title, hand.width, hand.sign).map((line) => hand.paint(line, 'strong')),
    ...broken(figure.note, hand.width, hand.sign).map((line) => hand.paint(line, 'quiet')),
    '',
    ...(figure.form === 'lines'
      ? linesPlot(figure, hand)
      : figure.form === 'bars'
        ? barsPlot(figure, hand)
        : gridPlot(figure, hand)),
  ]
}
