/**
 * Forms as Discord's modals. A modal holds five fields, so that a longer form, or one whose later fields depend on the
 * earlier ones, is asked in several: each asks the next of what was not answered yet.
 */
import { type Words, wordsIn } from '../../../words/words.ts'
import type { Field, Form } from '../../card.ts'
import { type Input, inputOf } from './input.ts'
import { readOrigin } from './origin.ts'
import { oneLine } from './safe.ts'

export type Modal = { custom_id: string; title: string; components: (Label | Above)[] }

/** What was answered so far, by field; empty where a field was left empty. */
export type Answers = Readonly<Record<string, string>>

type Label = { type: 18; label: string; description?: string; component: Input }
type Above = { type: 10; content: string }

/**
 * The next of the form's modals; nothing once all is answered. `memo` comes back with what is filled in: a short name
 * under which the answers so far are remembered.
 */
export const modalOf = (form: Form, answers: Answers = {}, memo = ''): Modal | undefined => {
  const open = openFields(form.fields, answers)
  if (open.length === 0) return undefined
  const words = wordsIn(form.language)
  const begins = Object.keys(answers).length === 0
  const about = begins ? oneLine(form.text ?? '', MOST_WORDS) : ''
  const fields = open.slice(0, MOST)
  const above = about !== '' && fields.length < MOST
  const labels = fields.map((field, index) => labelled(field, !above && index === 0 ? about : '', words))
  return {
    custom_id: `f:${form.id}:${memo}`,
    title: oneLine(form.title, MOST_TITLE) || form.id,
    components: [...(above ? [{ type: 10, content: about } as const] : []), ...labels],
  }
}

/** Which form a modal was, and the memo that went with it; nothing where it is none of ours. */
export const readModal = (sent: unknown): { form: Form['id']; memo: string } | undefined => {
  const { id } = readOrigin(sent)
  const [, name, memo = ''] = typeof id === 'string' ? (/^f:([a-z]{1,20}):([\w-]{0,60})$/.exec(id) ?? []) : []
  const form = FORMS.find((known) => known === name)
  return form && { form, memo }
}

/** What a form was filled in with: a field left empty is absent, but for one of which several may be chosen. */
export const filledIn = (form: Form, answers: Answers): Record<string, string> => {
  const several = new Set(form.fields.filter(({ many, places }) => many || places).map(({ name }) => name))
  return Object.fromEntries(
    Object.entries(answers).filter(([name, value]) => value.trim() !== '' || several.has(name)),
  )
}

const FORMS: readonly Form['id'][] = ['start', 'rate', 'settings', 'team', 'channel', 'marks']
const MOST = 5
const MOST_TITLE = 45
const MOST_LABEL = 45
const MOST_HINT = 100
const MOST_WORDS = 1000

/** In their order, those not answered yet; one that is asked only `when` another has a value waits for that answer. */
const openFields = (fields: readonly Field[], answers: Answers): Field[] =>
  fields.filter(({ name, when }) => answers[name] === undefined && (!when || answers[when.field] === when.is))

const labelled = (field: Field, about: string, words: Words): Label => {
  const short = oneLine(field.label, MOST_LABEL) || field.name
  const { component, hint } = inputOf(field, words)
  const whole = field.label.length > MOST_LABEL ? field.label : ''
  const description = oneLine([about, whole, hint].filter((part) => part !== '').join(' '), MOST_HINT)
  return { type: 18, label: short, ...(description !== '' && { description }), component }
}
