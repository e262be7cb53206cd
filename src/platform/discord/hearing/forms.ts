/** Forms as modals: sent in, and asked further where one modal does not hold them. */

import { recallOf } from '../../../recall.ts'
import { wordsIn } from '../../../words/words.ts'
import type { Form } from '../../card.ts'
import type { Desk } from '../../platform.ts'
import { answersIn } from '../drawing/answers.ts'
import type { Row } from '../drawing/component.ts'
import { digest } from '../drawing/digest.ts'
import { type Answers, filledIn, modalOf, readModal } from '../drawing/modal.ts'
import { readOrigin } from '../drawing/origin.ts'
import { type Ask, type Asking, heardFrom, idAt, isAdmin } from './asked.ts'
import type { At } from './spots.ts'

export type Forms = {
  /** A modal was sent in. */
  submit(asking: Asking): Promise<void>
  /** The button was pressed by which a form is asked further; false where it is another button. */
  further(asking: Asking): Promise<boolean>
}

const REMEMBERED = 10_000

export const formsOf = ({ desk, ask }: { desk: Desk; ask: Ask }): Forms => {
  /** What was answered so far, by a name that goes with the modal. */
  const memos = recallOf<Answers>(REMEMBERED)

  const submit = async (asking: Asking): Promise<void> => {
    const { interaction, at, reply } = asking
    const { edge } = wordsIn(interaction.locale)
    const known = readModal(interaction.data?.custom_id)
    const before = known?.memo ? memos.get(keyOf(asking, known.memo)) : {}
    if (!known || !before) return reply.say({ tone: 'answer', text: edge.forgotten })
    const answers = { ...before, ...answersIn(interaction.data?.components, at.tenant) }
    const looking = desk.form(known.form, { person: at.person, place: at.place, locale: interaction.locale })
    // What was filled in is not lost because it takes long to see whether there is more of it.
    if (await ask.isSlow(looking)) await reply.accept(at.place, at.person)
    const form = await looking
    if (form && modalOf(form, answers)) {
      const memo = digest(`${interaction.id} ${known.form}`)
      memos.set(keyOf(asking, memo), answers)
      return reply.say({ tone: 'answer', text: edge.more }, furtherRow(at, known.form, memo, edge.goOn))
    }
    const admin = isAdmin(known.form, interaction)
    const fields = form ? filledIn(form, answers) : answers
    const heard = { ...heardFrom(asking), type: 'form' as const, form: known.form, fields }
    await ask.hear({ ...heard, ...(admin && { admin }) }, asking)
  }

  return {
    submit,
    async further(asking) {
      const { interaction, at, reply } = asking
      const { id } = readOrigin(interaction.data?.custom_id)
      const further = typeof id === 'string' && id.startsWith(FURTHER)
      const known = further ? readModal(id.slice(FURTHER.length)) : undefined
      if (!known) return false
      const answers = memos.get(keyOf(asking, known.memo))
      const form = answers && (await ask.form(known.form, at, interaction.locale))
      const modal = form && modalOf(form, answers, known.memo)
      if (modal) await reply.ask({ ...modal, custom_id: idAt(at, modal.custom_id) })
      else await reply.say({ tone: 'answer', text: wordsIn(interaction.locale).edge.forgotten })
      return true
    },
  }
}

/** Before the id of the modal that a button opens. */
const FURTHER = 'm:'

const furtherRow = (at: At, form: Form['id'], memo: string, label: string): Row => ({
  type: 1,
  components: [{ type: 2, style: 1, label, custom_id: idAt(at, `${FURTHER}f:${form}:${memo}`) }],
})

/** Nobody goes on with what somebody else has filled in. */
const keyOf = ({ at }: Asking, memo: string): string => `${at.person} ${at.place} ${memo}`
