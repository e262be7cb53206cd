/** Buttons, menus and the fields of forms. */
import {
  all,
  type Check,
  doubles,
  flag,
  list,
  object,
  oneOf,
  rule,
  whole,
  words,
} from '../../slack/limits/shape.ts'
import { address, kinds, maybe } from './shape.ts'

const id = whole(0, 2 ** 31 - 1)
export const customId = words(100)
export const common = { id }
const emoji = object({}, { id: maybe(words(20, 1, /^\d+$/)), name: maybe(words(32)), animated: flag })

/** Styles 1 to 4 are pressed, 5 leads somewhere. */
export const button: Check = all(
  object(
    { type: oneOf(2), style: oneOf(1, 2, 3, 4, 5) },
    {
      ...common,
      custom_id: customId,
      label: words(80),
      disabled: flag,
      url: address(512, 'http', 'https', 'discord'),
      emoji,
    },
  ),
  rule((one) => {
    if (one.style === 5)
      return (one.url === undefined || one.custom_id !== undefined) && 'a link has a url and no custom_id'
    return (one.custom_id === undefined || one.url !== undefined) && 'a button has a custom_id and no url'
  }),
  rule((one) => one.label === undefined && one.emoji === undefined && 'neither label nor emoji'),
)

const option: Check = object(
  { label: words(100), value: words(100) },
  { description: maybe(words(100)), emoji, default: flag },
)

const counted = rule(({ min_values: least, max_values: most }) => {
  return typeof least === 'number' && least > Number(most ?? 1) && 'min_values is over max_values'
})

const chosen = rule(({ options, max_values: most }) => {
  if (!Array.isArray(options)) return false
  const twice = doubles(options, 'value')
  if (twice.length > 0) return `value ${twice.join(', ')} stands twice`
  if (typeof most === 'number' && most > options.length)
    return `max_values is over the ${options.length} options`
  const preset = options.filter((one) => one?.default === true).length
  return preset > Number(most ?? 1) && `${preset} options are preset, ${Number(most ?? 1)} may be`
})

const menu = {
  ...common,
  placeholder: maybe(words(150)),
  min_values: whole(0, 25),
  max_values: whole(1, 25),
}

/** Menus: `where` they stand decides whether they can be disabled or required. */
const menusFor = (where: Record<string, Check>): Record<number, Check> => {
  const texts = all(
    object({ type: oneOf(3), custom_id: customId, options: list(option, 25, 1) }, { ...menu, ...where }),
    counted,
    chosen,
  )
  const defaults = list(object({ id: words(20, 1, /^\d+$/), type: oneOf('user', 'role', 'channel') }), 25)
  const found = (type: number, more: Record<string, Check> = {}): Check =>
    all(
      object(
        { type: oneOf(type), custom_id: customId },
        { ...menu, ...where, ...more, default_values: defaults },
      ),
      counted,
    )
  return {
    3: texts,
    5: found(5),
    6: found(6),
    7: found(7),
    8: found(8, { channel_types: list(whole(0, 16), 17) }),
  }
}

/** Up to five buttons, or one menu. */
export const actionRow: Check = all(
  object(
    { type: oneOf(1), components: list(kinds({ 2: button, ...menusFor({ disabled: flag }) }), 5, 1) },
    common,
  ),
  rule(({ components }) => {
    if (!Array.isArray(components)) return false
    const menus = components.filter((one) => one?.type !== 2).length
    return menus > 0 && components.length > 1 && 'a menu stands alone in its row'
  }),
)

const text = (labelled: boolean): Check =>
  all(
    object(
      { type: oneOf(4), custom_id: customId, style: oneOf(1, 2), ...(labelled ? { label: words(45) } : {}) },
      {
        ...common,
        min_length: whole(0, 4000),
        max_length: whole(1, 4000),
        required: flag,
        value: maybe(words(4000, 0)),
        placeholder: maybe(words(100, 0)),
      },
    ),
    rule(({ min_length: least, max_length: most }) => {
      return (
        typeof least === 'number' &&
        typeof most === 'number' &&
        least > most &&
        'min_length is over max_length'
      )
    }),
    rule(({ value, max_length: most }) => {
      return (
        typeof value === 'string' && value.length > Number(most ?? 4000) && 'value is longer than max_length'
      )
    }),
  )

const groupOption: Check = object(
  { label: words(100), value: words(100) },
  { description: maybe(words(100)), default: flag },
)

/** A field of a form with what it is called. */
export const label: Check = object(
  {
    type: oneOf(18),
    label: words(45),
    component: kinds({
      4: text(false),
      ...menusFor({ required: flag }),
      19: object(
        { type: oneOf(19), custom_id: customId },
        { ...common, min_values: whole(0, 10), max_values: whole(1, 10), required: flag },
      ),
      21: all(
        object(
          { type: oneOf(21), custom_id: customId, options: list(groupOption, 10, 2) },
          { ...common, required: flag },
        ),
        chosen,
      ),
      22: all(
        object(
          { type: oneOf(22), custom_id: customId, options: list(groupOption, 10, 1) },
          { ...common, min_values: whole(0, 10), max_values: whole(1, 10), required: flag },
        ),
        rule(
          ({ options }) =>
            Array.isArray(options) && doubles(options, 'value').length > 0 && 'a value stands twice',
        ),
      ),
      23: object({ type: oneOf(23), custom_id: customId }, { ...common, default: flag }),
    }),
  },
  { ...common, description: maybe(words(100)) },
)

/** The older way: one text in a row, with its own label. */
export const textRow: Check = object(
  { type: oneOf(1), components: list(kinds({ 4: text(true) }), 1, 1) },
  common,
)
