/** All that is stored about a person, handed to them or removed at their wish, where they talk. */
import type { Card } from '../platform/card.ts'
import type { Heard } from '../platform/platform.ts'
import { belongingsMarkdown, belongingsOf } from './export.ts'
import { forgetEverywhere } from './identity/removal.ts'
import { platformAt, prefixAt } from './voice.ts'
import type { Speaking } from './world.ts'

/** Everything as two files: complete as JSON, and for reading as Markdown. */
export const exportCard = async (world: Speaking, person: string): Promise<Card> => {
  const all = await belongingsOf(world, person)
  const { limits } = platformAt(world, person)
  const prefix = prefixAt(world, person)
  const { belongings } = world.words
  if (limits.files !== true)
    return { tone: 'answer', text: belongings.noFiles({ reason: String(limits.files) }) }
  return {
    tone: 'answer',
    text: belongings.all({ count: all.interviews.length, forget: `${prefix}forget` }),
    attachments: [
      { name: 'mlsd-export.json', mime: 'application/json', text: JSON.stringify(all, null, 2) },
      { name: 'mlsd-export.md', mime: 'text/markdown', text: belongingsMarkdown(all, world.words) },
    ],
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
  const count = await forgetEverywhere(world, heard.person)
  return { tone: 'answer', text: belongings.forgotten({ count }) }
}
