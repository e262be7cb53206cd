/** Pictures as a place can show them: those of a tool's answer, or of a situation in figures. */
import type { Picture } from '../../chart/picture.ts'
import type { Attachment } from '../../platform/card.ts'
import { platformAt } from '../voice.ts'
import type { World } from '../world.ts'

/** So many go with one answer. */
const MOST = 4
/** Narrower than nearly every terminal. */
const COLUMNS = 72

/** Each as a PNG, or in characters where no files are held; one that cannot be drawn is left out and logged. */
export const picturesFor = async (
  world: Pick<World, 'platforms' | 'log' | 'draw'>,
  place: string,
  of: string,
  pictures: readonly Picture[],
): Promise<Attachment[]> => {
  const drawn = platformAt(world, place).limits.files === true ? asFile(world.draw) : inCharacters
  const attachments: Attachment[] = []
  for (const [index, picture] of pictures.slice(0, MOST).entries())
    try {
      attachments.push(await drawn(picture, `mlsd-${of}-${index + 1}-${picture.kind}`))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      world.log('warn', 'a picture could not be drawn', { of, picture: picture.kind, reason })
    }
  return attachments
}

/** Drawn beside the main thread where the world does so, else in it; what draws is loaded with the first picture. */
const asFile =
  (apart: World['draw']) =>
  async (picture: Picture, name: string): Promise<Attachment> => {
    const draw = apart ?? (await inPlace())
    const { png, alt } = await draw(picture, undefined)
    return { name: `${name}.png`, mime: 'image/png', bytes: png, alt }
  }

const inPlace = async (): Promise<NonNullable<World['draw']>> => {
  const { draw } = await import('../../chart/chart.ts')
  return (picture, language) => draw(picture, 'light', language)
}

const inCharacters = async (picture: Picture, name: string): Promise<Attachment> => {
  const { plotted } = await import('../../chart/plot.ts')
  return { name: `${name}.txt`, mime: 'text/plain', text: plotted(picture, { width: COLUMNS }), drawn: true }
}
