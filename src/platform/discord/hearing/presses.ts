/** Buttons that were pressed. */
import { wordsIn } from '../../../words/words.ts'
import { agreeing, type Pressed, readButton } from '../drawing/button.ts'
import type { Presses } from '../kept.ts'
import { SLASH } from '../registration.ts'
import type { Ask, Asking } from './asked.ts'
import type { Forms } from './forms.ts'

type Needs = { kept: Pick<Presses, 'find'>; ask: Ask; forms: Pick<Forms, 'further'> }

/** Takes a press; what cannot be taken back is asked about first. */
export const pressesOf = ({ kept, ask, forms }: Needs) => {
  return async (asking: Asking): Promise<void> => {
    if (await forms.further(asking)) return
    const { edge } = wordsIn(asking.interaction.locale)
    const unknown = { tone: 'answer', text: edge.goneButton({ help: `/${SLASH} help` }) } as const
    const read = readButton(asking.interaction.data?.custom_id)
    if (!read) return asking.reply.say(unknown)
    const { alone, tenant } = asking.at
    const shownFor = alone && tenant
    const name = 'kept' in read ? read.kept : ''
    const pressed: Pressed | undefined = 'kept' in read ? await kept.find(name) : read.pressed
    if (!pressed) return asking.reply.say(unknown)
    if (pressed.confirm !== undefined && !read.agreed)
      return asking.reply.say({ tone: 'answer', text: pressed.confirm }, agreeing(edge.yes, name, shownFor))
    await ask.take('press', pressed, asking)
  }
}
