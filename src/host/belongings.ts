/** All that is stored about a person, handed to them or removed at their wish, where they talk. */
import type { Card } from '../platform/card.ts'
import type { Heard } from '../platform/platform.ts'
import { belongingsMarkdown, belongingsOf } from './export.ts'
import { forgetPerson } from './forget.ts'
import { platformAt, prefixAt } from './voice.ts'
import type { World } from './world.ts'

/** Everything as two files: complete as JSON, and for reading as Markdown. */
export const exportCard = async (world: World, person: string): Promise<Card> => {
  const all = await belongingsOf(world, person)
  const { limits } = platformAt(world, person)
  const prefix = prefixAt(world, person)
  if (limits.files !== true)
    return {
      tone: 'answer',
      text: `Files cannot be shown here: ${limits.files}. Type "mlsd export" in a shell.`,
    }
  const { length } = all.interviews
  return {
    tone: 'answer',
    text: `Everything that is stored about you: ${length === 1 ? '1 interview' : `${length} interviews`}. \`${prefix}forget\` removes it.`,
    attachments: [
      { name: 'mlsd-export.json', mime: 'application/json', text: JSON.stringify(all, null, 2) },
      { name: 'mlsd-export.md', mime: 'text/markdown', text: belongingsMarkdown(all) },
    ],
  }
}

/** Removes everything, once the person is sure. */
export const forgetCard = async (world: World, heard: Heard, sure: boolean): Promise<Card> => {
  const prefix = prefixAt(world, heard.place)
  if (!sure)
    return {
      tone: 'answer',
      text:
        'This removes all your interviews, transcripts, reports and settings for good, also those under way. ' +
        `\`${prefix}export\` gives you a copy first; \`${prefix}forget --sure yes\` goes on. Messages already shown here stay.`,
      buttons: [
        {
          label: 'Forget everything',
          command: 'forget',
          args: { sure: 'yes' },
          confirm: 'All that is stored about you is removed for good.',
        },
      ],
    }
  const interviews = await forgetPerson(world, heard.person, heard.person)
  return {
    tone: 'answer',
    text: `Forgotten: ${interviews === 1 ? '1 interview' : `${interviews} interviews`} and all that belonged to them.`,
  }
}
