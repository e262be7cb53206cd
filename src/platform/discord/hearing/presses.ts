/** Buttons that were pressed. */
import { wordsIn } from '../../../words/words.ts'
import { agreeing, type Pressed, type Read, readButton } from '../drawing/button.ts'
import type { Presses } from '../kept.ts'
import { SLASH } from '../registration.ts'
import type { Ask, Asking } from './asked.ts'
import type { Forms } from './forms.ts'

type Needs = { kept: Pick<Presses, 'find' | 'question'>; ask: Ask; forms: Pick<Forms, 'further'> }

/** Takes a press; what cannot be taken back is asked about first. */
export const pressesOf = ({ kept, ask, forms }: Needs) => {
  /** What it stands for, with what is asked first; nothing where a part of it is not kept any more. */
  const meantBy = async (read: Read): Promise<Pressed | undefined> => {
    if ('kept' in read) return kept.find(read.kept)
    if (read.asked === undefined) return read.pressed
    const confirm = await kept.question(read.asked)
    return confirm === undefined ? undefined : { ...read.pressed, confirm }
  }

  return async (asking: Asking): Promise<void> => {
    if (await forms.further(asking)) return
    const { edge } = wordsIn(asking.interaction.locale)
    const unknown = { tone: 'answer', text: edge.goneButton({ help: `/${SLASH} help` }) } as const
    const read = readButton(asking.interaction.data?.custom_id)
    if (!read) return asking.reply.say(unknown)
    const { alone, tenant } = asking.at
    const shownFor = alone && tenant
    const pressed = await meantBy(read)
    if (!pressed) return asking.reply.say(unknown)
    if (pressed.confirm !== undefined && !read.agreed)
      return asking.reply.say({ tone: 'answer', text: pressed.confirm }, agreeing(edge.yes, read, shownFor))
    await ask.take('press', pressed, asking)
  }
}
