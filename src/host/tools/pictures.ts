/** Pictures as a place can show them: those of a tool's answer, or of a situation in figures. */
import type { Picture } from '../../chart/picture.ts'
import type { Attachment } from '../../platform/card.ts'
import { asFile, inCharacters } from '../attached.ts'
import { platformAt } from '../voice.ts'
import type { World } from '../world.ts'

/** So many go with one answer. */
const MOST = 4

/** Each as a PNG, or in characters where no files are held; one that cannot be drawn is left out and logged. */
export const picturesFor = async (
  world: Pick<World, 'platforms' | 'log' | 'draw'>,
  place: string,
  of: string,
  pictures: readonly Picture[],
): Promise<Attachment[]> => {
  if (pictures.length === 0) return []
  const drawn =
    platformAt(world, place).limits.files === true ? asFile(world.draw ?? (await inPlace())) : inCharacters
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

/** In the main thread, where the world does not draw beside it; what draws is loaded with the first picture. */
const inPlace = async (): Promise<NonNullable<World['draw']>> => {
  const { draw } = await import('../../chart/chart.ts')
  return (picture, language) => draw(picture, 'light', language)
}
