/** What a person's client does with the fields of a view: what stands in them, and what may be sent in. */
import type { Json, ViewKept } from './world.ts'

type Values = ViewKept['values']

/** A field of a view: the block, and the element that is filled in. */
export type FieldShown = { block: Json; element: Json; blockId: string; actionId: string; label: string }

const STATEFUL: Record<string, string> = {
  plain_text_input: 'value',
  number_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
  static_select: 'selected_option',
  radio_buttons: 'selected_option',
  external_select: 'selected_option',
  multi_static_select: 'selected_options',
  checkboxes: 'selected_options',
  users_select: 'selected_user',
  multi_users_select: 'selected_users',
  channels_select: 'selected_channel',
  multi_channels_select: 'selected_channels',
  conversations_select: 'selected_conversation',
  multi_conversations_select: 'selected_conversations',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
}

const INITIAL: Record<string, string> = {
  value: 'initial_value',
  selected_option: 'initial_option',
  selected_options: 'initial_options',
  selected_user: 'initial_user',
  selected_users: 'initial_users',
  selected_channel: 'initial_channel',
  selected_channels: 'initial_channels',
  selected_conversation: 'initial_conversation',
  selected_conversations: 'initial_conversations',
  selected_date: 'initial_date',
  selected_time: 'initial_time',
}

/** Every element of the blocks that holds a value. */
export const fieldsOf = (blocks: readonly Json[]): FieldShown[] =>
  blocks.flatMap((block) => {
    const elements = [block.element, block.accessory, ...((block.elements as Json[] | undefined) ?? [])] as (
      | Json
      | undefined
    )[]
    return elements
      .filter((element): element is Json => STATEFUL[String(element?.type)] !== undefined)
      .map((element) => ({
        block,
        element,
        blockId: String(block.block_id),
        actionId: String(element.action_id),
        label: words(block.label ?? block.text ?? element.placeholder),
      }))
  })

const words = (object: unknown): string => String((object as Json | undefined)?.text ?? '')

/** What stands in the fields when they are shown: what was there before, else what they begin with. */
export const initialValues = (blocks: readonly Json[], before: Values): Values => {
  const values: Values = {}
  for (const { element, blockId, actionId } of fieldsOf(blocks)) {
    const key = STATEFUL[String(element.type)] ?? 'value'
    const known = before[blockId]?.[actionId]
    const initial = element[INITIAL[key] ?? ''] ?? (key.endsWith('s') ? [] : null)
    const value = known !== undefined && known.type === element.type ? known[key] : initial
    values[blockId] = { ...values[blockId], [actionId]: { type: element.type, [key]: value } }
  }
  return values
}

/** The field that goes by this label, block id or action id. */
export const fieldBy = (kept: ViewKept, name: string): FieldShown => {
  const fields = fieldsOf(kept.view.blocks as Json[])
  const found = fields.find(({ blockId, actionId, label }) => [blockId, actionId, label].includes(name))
  if (found !== undefined) return found
  throw new Error(
    `no field ${name}; there are: ${fields.map(({ label, blockId }) => `${label} (${blockId})`).join(', ')}`,
  )
}

/** Fills a field in as a person would: text as typed, options by their value or label, several in a list. */
export const fillIn = (kept: ViewKept, name: string, given: string | readonly string[]): FieldShown => {
  const field = fieldBy(kept, name)
  const { element, blockId, actionId } = field
  const key = STATEFUL[String(element.type)] ?? 'value'
  const several = typeof given === 'string' ? given.split(',').filter((part) => part !== '') : [...given]
  const single = typeof given === 'string' ? given : given.join(',')
  const value =
    key === 'selected_options'
      ? several.map((one) => optionOf(element, one))
      : key === 'selected_option'
        ? optionOf(element, single)
        : key.endsWith('s')
          ? several
          : single === ''
            ? null
            : single
  kept.values[blockId] = { ...kept.values[blockId], [actionId]: { type: element.type, [key]: value } }
  return field
}

const optionOf = (element: Json, wanted: string): Json => {
  const groups = ((element.option_groups as Json[] | undefined) ?? []).flatMap(
    (group) => group.options as Json[],
  )
  const options = [...((element.options as Json[] | undefined) ?? []), ...groups]
  const found = options.find((option) => option.value === wanted || words(option.text) === wanted)
  if (found === undefined)
    throw new Error(`no option ${wanted}; there are: ${options.map(({ value }) => value).join(', ')}`)
  return found
}

/** Why the client would not send the view in, by block id. */
export const unsendable = (kept: ViewKept): Record<string, string> => {
  const faults: Record<string, string> = {}
  for (const { block, element, blockId, actionId } of fieldsOf(kept.view.blocks as Json[])) {
    const key = STATEFUL[String(element.type)] ?? 'value'
    const value = kept.values[blockId]?.[actionId]?.[key]
    const empty =
      value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    if (empty && block.type === 'input' && block.optional !== true)
      faults[blockId] = 'Please complete this required field.'
    const fault = empty ? undefined : boundsOf(element, String(value))
    if (fault !== undefined) faults[blockId] = fault
  }
  return faults
}

const boundsOf = (element: Json, value: string): string | undefined => {
  if (element.type === 'number_input') {
    const number = Number(value)
    if (!Number.isFinite(number)) return 'not a number'
    if (element.is_decimal_allowed !== true && !Number.isInteger(number)) return 'not a whole number'
    if (element.min_value !== undefined && number < Number(element.min_value))
      return `less than ${element.min_value}`
    if (element.max_value !== undefined && number > Number(element.max_value))
      return `more than ${element.max_value}`
  }
  if (element.max_length !== undefined && value.length > Number(element.max_length)) return 'too long'
  if (element.min_length !== undefined && value.length < Number(element.min_length)) return 'too short'
  return undefined
}
