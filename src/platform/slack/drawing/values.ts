/** What a modal sends back; from outside, and hostile until checked. */
import type { Form } from '../../card.ts'
import { isRecord, parsed } from '../../outside.ts'
import { tenantOf } from '../../platform.ts'

/** What goes with a form and comes back with it: which it is, and where it was opened. */
export type Metadata = { form: Form['id']; place: string }

/** The metadata of a modal of ours; whether its place belongs to who sent it is for the caller to check. */
export const readMetadata = (json: unknown): Metadata | undefined => {
  const value = typeof json === 'string' && json.length <= LONGEST ? parsed(json) : undefined
  if (!isRecord(value)) return undefined
  const form = FORMS.find((id) => id === value.form)
  const { place } = value
  return form && typeof place === 'string' && PLACE.test(place) ? { form, place } : undefined
}

/**
 * What was filled in, field by field. A field left empty is absent, but for one of which several may be chosen: there
 * nothing chosen is an answer, the empty list. Places are called by their whole names.
 */
export const fieldsOf = (view: unknown): Record<string, string> => {
  if (!isRecord(view) || !isRecord(view.state) || !isRecord(view.state.values)) return {}
  const place = readMetadata(view.private_metadata)?.place
  const entries = Object.entries(view.state.values).flatMap(([name, block]) => {
    const [input] = isRecord(block) ? Object.values(block) : []
    const value = isRecord(input) ? chosenIn(input, place) : undefined
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(entries)
}

const LONGEST = 3000
const FORMS: readonly Form['id'][] = ['start', 'rate', 'settings', 'team', 'channel', 'marks']
const PLACE = /^slack:[A-Z0-9.]{1,50}(?:\/[A-Za-z0-9.]{1,50}){1,2}$/

type Input = Readonly<Record<string, unknown>>

const chosenIn = (input: Input, place: string | undefined): string | undefined => {
  switch (input.type) {
    case 'static_select':
    case 'radio_buttons':
      return isRecord(input.selected_option) ? word(input.selected_option.value) : undefined
    case 'multi_static_select':
    case 'checkboxes':
      return listed(input.selected_options, (option) => (isRecord(option) ? word(option.value) : undefined))
    case 'multi_conversations_select':
      return listed(input.selected_conversations, (id) =>
        place ? `${tenantOf(place)}/${word(id) ?? ''}` : word(id),
      )
    default:
      return word(input.value)
  }
}

const listed = (chosen: unknown, read: (one: unknown) => string | undefined): string =>
  (Array.isArray(chosen) ? chosen : []).flatMap((one) => read(one) ?? []).join(',')

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined
