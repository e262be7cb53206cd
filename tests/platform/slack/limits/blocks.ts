/** Blocks and what stands in them, as Slack's reference describes them; what this app never sends is not known here. */
import {
  all,
  type Check,
  doubles,
  flag,
  isObject,
  list,
  object,
  oneOf,
  rule,
  typed,
  whole,
  words,
} from './shape.ts'
import { calmMarkdown, confirmation, option, plainText, textOf } from './texts.ts'

const id = words(255)
const address = words(3000, 1, /^https?:\/\//)

const common = { action_id: id, confirm: confirmation, focus_on_load: flag }
const chosen = { ...common, placeholder: plainText(150) }
const group = object({ label: plainText(75), options: list(option, 100, 1) })
const offered = (value: Readonly<Record<string, unknown>>): unknown[] => {
  const groups = Array.isArray(value.option_groups) ? value.option_groups : [value]
  return groups.flatMap((one) => (isObject(one) && Array.isArray(one.options) ? one.options : []))
}
const amongOptions = (field: string) =>
  rule((value) => {
    const known = offered(value).map((one) => JSON.stringify(one))
    const initial = [value[field] ?? []].flat()
    return initial.some((one) => !known.includes(JSON.stringify(one))) && `${field} is not among the options`
  })
const differing = rule(
  (value) => doubles(offered(value), 'value').length > 0 && 'two options have the same value',
)
const ordered = rule((value) => {
  const [least, most] = [Number(value.min_value ?? -Infinity), Number(value.max_value ?? Infinity)]
  const initial = value.initial_value === undefined ? least : Number(value.initial_value)
  return !(least <= initial && initial <= most) && 'min_value, initial_value and max_value are not in order'
})
const fitting = rule((value) => {
  const text = typeof value.initial_value === 'string' ? value.initial_value : ''
  return text.length > Number(value.max_length ?? 3000) && 'initial_value is longer than max_length'
})
const digits = words(100, 1, /^-?\d+$/)

const choice = (type: string, initial: string, most: number): Check => {
  const isMenu = type.endsWith('select')
  return all(
    object(
      { type: oneOf(type), action_id: id },
      {
        ...(isMenu ? { ...chosen, option_groups: list(group, 100, 1) } : common),
        options: list(option, most, 1),
        [initial]: initial === 'initial_options' ? list(option, most, 1) : option,
        ...(type === 'multi_static_select' ? { max_selected_items: whole(1, most) } : {}),
      },
    ),
    rule(
      (value) =>
        (value.options === undefined) === (value.option_groups === undefined) && 'either options or groups',
    ),
    amongOptions(initial),
    differing,
  )
}

/** Everything that can be pressed, chosen or filled in. */
export const ELEMENTS: Readonly<Record<string, Check>> = {
  button: object(
    { type: oneOf('button'), text: plainText(75), action_id: id },
    {
      value: words(2000),
      url: address,
      style: oneOf('primary', 'danger'),
      confirm: confirmation,
      accessibility_label: words(75),
    },
  ),
  static_select: choice('static_select', 'initial_option', 100),
  multi_static_select: choice('multi_static_select', 'initial_options', 100),
  radio_buttons: choice('radio_buttons', 'initial_option', 10),
  checkboxes: choice('checkboxes', 'initial_options', 10),
  overflow: object(
    { type: oneOf('overflow'), options: list(option, 5, 1), action_id: id },
    { confirm: confirmation },
  ),
  multi_conversations_select: object(
    { type: oneOf('multi_conversations_select'), action_id: id },
    {
      ...chosen,
      initial_conversations: list(words(30, 1, /^[CDG][A-Z0-9]*$/), 100, 1),
      max_selected_items: whole(1, 100),
      default_to_current_conversation: flag,
      filter: object(
        {},
        {
          include: list(oneOf('im', 'mpim', 'private', 'public'), 4, 1),
          exclude_bot_users: flag,
          exclude_external_shared_channels: flag,
        },
      ),
    },
  ),
  plain_text_input: all(
    object(
      { type: oneOf('plain_text_input'), action_id: id },
      {
        placeholder: plainText(150),
        initial_value: words(3000),
        multiline: flag,
        min_length: whole(0, 3000),
        max_length: whole(1, 3000),
        focus_on_load: flag,
        dispatch_action_config: object(
          { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 2, 1) },
          {},
        ),
      },
    ),
    fitting,
  ),
  number_input: all(
    object(
      { type: oneOf('number_input'), is_decimal_allowed: oneOf(true, false), action_id: id },
      {
        placeholder: plainText(150),
        initial_value: digits,
        min_value: digits,
        max_value: digits,
        focus_on_load: flag,
      },
    ),
    ordered,
  ),
  image: object({ type: oneOf('image'), image_url: address, alt_text: words(2000) }),
}

const some = (...types: readonly string[]): Check =>
  typed(Object.fromEntries(Object.entries(ELEMENTS).filter(([type]) => types.includes(type))))

const CHOICES = [
  'static_select',
  'multi_static_select',
  'radio_buttons',
  'checkboxes',
  'multi_conversations_select',
]

const block = (type: string, needed: Record<string, Check>, optional: Record<string, Check> = {}): Check =>
  object({ type: oneOf(type), ...needed }, { block_id: id, ...optional })

/** One block, by its type. */
export const BLOCKS: Readonly<Record<string, Check>> = {
  header: block('header', { text: plainText(150) }, { level: whole(1, 6) }),
  divider: block('divider', {}),
  markdown: block('markdown', { text: all(words(12_000), calmMarkdown) }),
  context: block('context', {
    elements: list(
      (value, at) => (isObject(value) && value.type === 'image' ? some('image') : textOf(3000))(value, at),
      10,
      1,
    ),
  }),
  section: all(
    block(
      'section',
      {},
      {
        text: textOf(3000),
        fields: list(textOf(2000), 10, 1),
        accessory: some('button', 'image', 'overflow', ...CHOICES),
        expand: flag,
      },
    ),
    rule((value) => !value.text && !value.fields && 'neither text nor fields'),
  ),
  actions: all(
    block('actions', { elements: list(some('button', 'overflow', ...CHOICES), 25, 1) }),
    rule((value) => {
      const [twice] = Array.isArray(value.elements) ? doubles(value.elements, 'action_id') : []
      return twice !== undefined && `action_id ${twice} stands there twice`
    }),
  ),
  image: block(
    'image',
    { alt_text: words(2000) },
    { image_url: address, slack_file: object({}, { id, url: address }), title: plainText(2000) },
  ),
  input: block(
    'input',
    { label: plainText(2000), element: some('plain_text_input', 'number_input', ...CHOICES) },
    { hint: plainText(2000), optional: flag, dispatch_action: flag },
  ),
}

/** Blocks for one surface: so many, of these types, each `block_id` once. */
export const blocksFor = (most: number, types: readonly string[], least = 1): Check => {
  const known = typed(Object.fromEntries(Object.entries(BLOCKS).filter(([type]) => types.includes(type))))
  return (value, at) => [
    ...list(known, most, least)(value, at),
    ...(Array.isArray(value)
      ? doubles(value, 'block_id').map((id) => `${at}: block_id ${id} stands there twice`)
      : []),
  ]
}
