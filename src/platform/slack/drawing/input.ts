/** One field of a form as an input. */
import type { types } from '@slack/bolt'
import type { Field } from '../../card.ts'
import { clusters, optionsOf } from './options.ts'
import { plainText } from './plain.ts'

/** What every input's `action_id` is; its block is called by the field's name. */
export const VALUE = 'value'

/** The input with what was filled in so far, else with the preset; one that is `steering` others tells of each change. */
export const inputOf = (field: Field, value: string | undefined, steering = false): types.InputBlock => ({
  type: 'input',
  block_id: field.name,
  label: plainText(field.label, 150, field.name),
  element: elementOf(field, value ?? field.preset ?? ''),
  optional: field.optional === true,
  ...(steering && { dispatch_action: true }),
})

type Element = types.InputBlock['element']
type Options = ReturnType<typeof optionsOf>

const LONGEST = 3000
const action_id = VALUE

const elementOf = (field: Field, value: string): Element => {
  if (field.places) return placesOf(value)
  const options = optionsOf(field.choices ?? [])
  if (options.length > 0)
    return field.many ? several(options, value) : single(options, value, field.optional === true)
  if (field.number) return numberOf(field.number, value)
  const initial = value
    .toWellFormed()
    .slice(0, LONGEST)
    .replace(/[\ud800-\udbff]$/, '')
  return {
    type: 'plain_text_input',
    action_id,
    max_length: LONGEST,
    ...(field.long && { multiline: true }),
    ...(initial !== '' && { initial_value: initial }),
  }
}

/** A few that must be chosen from are seen at a glance; others unfold. */
const single = (options: Options, value: string, optional: boolean): Element => {
  const initial = options.find((option) => option.value === value)
  const chosen = initial && { initial_option: initial }
  return options.length <= 3 && !optional
    ? { type: 'radio_buttons', action_id, options, ...chosen }
    : { type: 'static_select', action_id, ...clusters(options), ...chosen }
}

const several = (options: Options, value: string): Element => {
  const values = value.split(',')
  const initial = options.filter((option) => values.includes(option.value))
  const chosen = initial.length > 0 && { initial_options: initial }
  return options.length <= 10
    ? { type: 'checkboxes', action_id, options, ...chosen }
    : { type: 'multi_static_select', action_id, ...clusters(options), ...chosen }
}

/** Places are called by their whole names, of which Slack knows the last part. */
const placesOf = (value: string): Element => {
  const ids = value.split(',').map((place) => place.split('/')[1] ?? place)
  const initial = [...new Set(ids)].filter((id) => /^[CG][A-Z0-9]{0,20}$/.test(id)).slice(0, 100)
  return {
    type: 'multi_conversations_select',
    action_id,
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    ...(initial.length > 0 && { initial_conversations: initial }),
  }
}

const numberOf = ({ least, most }: { least: number; most: number }, value: string): Element => {
  const number = Number(value)
  const fits = value.trim() !== '' && Number.isInteger(number) && number >= least && number <= most
  return {
    type: 'number_input',
    action_id,
    is_decimal_allowed: false,
    min_value: String(least),
    max_value: String(most),
    ...(fits && { initial_value: String(number) }),
  }
}
