/** Forms as Slack's modals. */
import type { types } from '@slack/bolt'
import { wordsIn } from '../../../words/words.ts'
import type { Field, Form } from '../../card.ts'
import { section, sectionsOf } from './blocks.ts'
import { inputOf } from './input.ts'
import { plainText } from './plain.ts'
import type { Metadata } from './values.ts'

/** What every modal of ours is called by. */
export const FORM = 'form'

/** What is sent along with a form, and what was chosen in it so far. */
export type Filling = {
  metadata: Omit<Metadata, 'form'>
  values?: Readonly<Record<string, string>>
}

/** The form as a modal; a field that is asked only `when` another has a value stands there only then. */
export const modalOf = (form: Form, { metadata, values = {} }: Filling): types.ModalView => {
  const { edge } = wordsIn(form.language)
  const asked = askedFields(form.fields, values)
  const steering = new Set(form.fields.flatMap(({ when }) => (when ? [when.field] : [])))
  const about = sectionsOf(form.text ?? '').slice(0, MOST_SECTIONS)
  const inputs = asked.map((field) => inputOf(field, values[field.name], steering.has(field.name)))
  const sent: Metadata = { form: form.id, ...metadata }
  return {
    type: 'modal',
    callback_id: FORM,
    title: plainText(form.title, 24),
    close: plainText(inputs.length > 0 ? edge.cancel : edge.close, 24),
    ...(inputs.length > 0 && { submit: plainText(edge[SUBMIT[form.id]], 24) }),
    private_metadata: JSON.stringify(sent),
    blocks: [
      ...about,
      ...inputs,
      ...(about.length + inputs.length > 0 ? [] : [section(edge.nothingToFillIn)]),
    ],
  }
}

/** A form is no place to read so much. */
const MOST_SECTIONS = 20

const SUBMIT: Readonly<Record<Form['id'], 'start' | 'send' | 'save'>> = {
  start: 'start',
  rate: 'send',
  settings: 'save',
  team: 'save',
  channel: 'save',
  marks: 'send',
}

/** In their order, those whose condition holds; what is not asked steers nothing. */
const askedFields = (fields: readonly Field[], values: Readonly<Record<string, string>>): Field[] => {
  const taken = new Map<string, string>()
  return fields.filter(({ name, when, preset }) => {
    if (when && taken.get(when.field) !== when.is) return false
    taken.set(name, values[name] ?? preset ?? '')
    return true
  })
}
