/** A picture as a file that goes with a card: an image, or characters for a place that holds no files. */
import type { Picture } from '../chart/picture.ts'
import type { Attachment } from '../platform/card.ts'
import type { Draw } from './world.ts'

/** Draws one, in the language of a tag such as `de`; rejects where it cannot be drawn. */
export type Attach = (picture: Picture, name: string, language?: string) => Promise<Attachment>

export const asFile =
  (draw: Draw): Attach =>
  async (picture, name, language) => {
    const { png, alt } = await draw(picture, language)
    return { name: `${name}.png`, mime: 'image/png', bytes: png, alt }
  }

/** Narrower than nearly every terminal. */
const COLUMNS = 72

/** What draws in characters is loaded with the first picture. */
export const inCharacters: Attach = async (picture, name, language) => {
  const { plotted } = await import('../chart/plot.ts')
  const text = plotted(picture, { width: COLUMNS, ...(language !== undefined && { language }) })
  return { name: `${name}.txt`, mime: 'text/plain', text, drawn: true }
}
