import { readFile } from 'node:fs/promises'
import { type Fonts, fonts } from './fonts.ts'
import { pngOf } from './png.ts'

/** Pixels for each unit of the SVG, for screens that show two where one was meant. */
const SCALE = 2

type Rasteriser = typeof import('@resvg/resvg-wasm')

let ready: Promise<Rasteriser> | undefined

/** Paints an SVG of ours with the shipped fonts; nothing outside of its text is read. */
export const rasterise = async (svg: string): Promise<Uint8Array> => {
  ready ??= begun()
  const [{ Resvg }, shipped] = await Promise.all([ready, fonts()])
  const drawing = new Resvg(shown(svg, shipped), {
    font: {
      fontBuffers: [shipped.regular, shipped.bold],
      defaultFontFamily: 'DejaVu Sans',
      sansSerifFamily: 'DejaVu Sans',
    },
    fitTo: { mode: 'zoom', value: SCALE },
  })
  const image = drawing.render()
  try {
    return await pngOf(image.pixels, image.width, image.height)
  } finally {
    image.free()
    drawing.free()
  }
}

const begun = async (): Promise<Rasteriser> => {
  const rasteriser = await import('@resvg/resvg-wasm')
  await rasteriser.initWasm(await readFile(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))))
  return rasteriser
}

/** A character that the font lacks is shown as a box rather than left out. */
const shown = (svg: string, { metrics }: Fonts): string =>
  svg.replace(/[^\x20-\x7e\n]/gu, (character) =>
    metrics.has(character.codePointAt(0) ?? 0) ? character : '□',
  )
