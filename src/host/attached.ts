/** Pictures as files that go with a card: images, or characters for a place that holds no files. */
import type { Picture } from '../chart/picture.ts'
import type { Attachment } from '../platform/card.ts'
import { reasonOf } from '../reason.ts'
import type { Draw, World } from './world.ts'

/** What pictures are drawn with; where nothing draws images, a place with files is shown none. */
export type Drawing = Pick<World, 'log'> & { draw?: Draw | undefined }

/** A picture and what its file is called. */
export type Named<Name extends string = string> = { name: Name; picture: Picture }

/** What the pictures belong to, whether files are held there, and the language of what is said around them. */
export type Around = { of: string; files: boolean; language: string | undefined }

/** So many go with one card. */
const MOST = 4

/** Each picture as a file, in order, the first four of them; one that cannot be drawn is left out and logged. */
export const picturesFor = async (
  { log, draw }: Drawing,
  named: readonly Named[],
  { of, files, language }: Around,
): Promise<Attachment[]> => {
  const attach = files ? draw && asFile(draw, of) : inCharacters
  if (attach === undefined) return []
  const drawn = await Promise.all(
    named.slice(0, MOST).map(async (one) => {
      try {
        return [await attach(one, language)]
      } catch (error) {
        log('warn', 'a picture could not be drawn', { of, picture: one.name, reason: reasonOf(error) })
        return []
      }
    }),
  )
  return drawn.flat()
}

/** Draws images in the main thread, for what was asked for and is waited for; it is loaded with the first picture. */
export const drawHere: Draw = async (picture, language) => {
  const { draw } = await import('../chart/chart.ts')
  return draw(picture, 'light', language)
}

type Attach = (named: Named, language: string | undefined) => Promise<Attachment>

const asFile =
  (draw: Draw, of: string): Attach =>
  async ({ name, picture }, language) => {
    const { png, alt } = await draw(picture, language)
    return { name: `mlsd-${of}-${name}.png`, mime: 'image/png', bytes: png, alt }
  }

/** Narrower than nearly every terminal. */
const COLUMNS = 72

/** What draws in characters is loaded with the first picture. */
const inCharacters: Attach = async ({ name, picture }, language) => {
  const { plotted } = await import('../chart/plot.ts')
  const text = plotted(picture, { width: COLUMNS, ...(language !== undefined && { language }) })
  return { name: `${name}.txt`, mime: 'text/plain', text, drawn: true }
}
