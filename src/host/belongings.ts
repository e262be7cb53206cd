/** All that is stored about a person, handed to them or removed at their wish, where they talk. */
import type { Card } from '../platform/card.ts'
import type { Heard } from '../platform/platform.ts'
import { belongingsOf } from './export.ts'
import { exportFiles } from './export-files.ts'
import { forgetEverywhere } from './identity/removal.ts'
import { platformAt, prefixAt } from './voice.ts'
import type { Speaking } from './world.ts'

/** Everything as files: complete as JSON, for reading as Markdown, and the pictures. */
export const exportCard = async (world: Speaking, person: string): Promise<Card> => {
  const all = await belongingsOf(world, person)
  const { limits } = platformAt(world, person)
  const prefix = prefixAt(world, person)
  const { belongings } = world.words
  if (limits.files !== true) return { tone: 'answer', text: belongings.noFiles({ reason: limits.files }) }
  return {
    tone: 'answer',
    text: belongings.all({ count: all.interviews.length, forget: `${prefix}forget` }),
    attachments: await exportFiles(all, world.words),
  }
}

/** Removes everything, once the person is sure. */
export const forgetCard = async (world: Speaking, heard: Heard, sure: boolean): Promise<Card> => {
  const prefix = prefixAt(world, heard.place)
  const { belongings, buttons } = world.words
  if (!sure)
    return {
      tone: 'answer',
      text: belongings.sure({ export: `${prefix}export`, forget: `${prefix}forget` }),
      buttons: [
        {
          label: buttons.forget,
          command: 'forget',
          args: { sure: 'yes' },
          confirm: buttons.forgets,
        },
      ],
    }
  const count = await forgetEverywhere(world, heard.person, heard.place)
  return { tone: 'answer', text: belongings.forgotten({ count }) }
}
