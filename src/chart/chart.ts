import { diagramSvg } from './flow/svg.ts'
import { phrasesIn } from './phrases/languages.ts'
import type { Phrases } from './phrases.ts'
import type { Picture, Theme } from './picture.ts'
import { rasterise } from './raster/raster.ts'
import { COLOURS, type Colours } from './theme.ts'
import { figureSvg } from './vega/svg.ts'
import { drawingAlt } from './view/drawing.ts'
import { viewOf } from './view.ts'

/** A picture for a chat: as SVG, as PNG at two pixels for each unit, and what is seen on it in words. */
export type Drawn = { svg: string; png: Uint8Array; alt: string }

/**
 * Draws a picture; the same picture gives the same bytes on every machine.
 *
 * It speaks the language of a tag such as `de` where it can, else English. What draws is loaded with the first picture, which takes about a second; each further one is a matter of some hundred
 * milliseconds.
 *
 * @throws BadPicture where it cannot be drawn as it is.
 */
export const draw = async (picture: Picture, theme: Theme, language?: string): Promise<Drawn> => {
  const { svg, alt } = await drawn(picture, COLOURS[theme], phrasesIn(language))
  return { svg, png: await rasterise(svg), alt }
}

const drawn = async (picture: Picture, colours: Colours, phrases: Phrases): Promise<Omit<Drawn, 'png'>> => {
  if (picture.kind === 'diagram') {
    const { diagram, marked = [] } = picture
    const alt = drawingAlt(picture, phrases)
    return { svg: await diagramSvg(diagram, new Set(marked), colours), alt }
  }
  const { figure, alt } = viewOf(picture, phrases)
  return { svg: await figureSvg(figure, colours), alt }
}
