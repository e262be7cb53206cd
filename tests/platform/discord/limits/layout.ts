/** What messages and forms are put together from, and how much of it there may be. */
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
  whole,
  words,
} from '../../slack/limits/shape.ts'
import { actionRow, button, common, customId, label, textRow } from './inputs.ts'
import { address, componentsIn, kinds, maybe } from './shape.ts'

/** Components in a message, those within others included; characters in all its text displays. */
const MOST_COMPONENTS = 40
const MOST_CHARACTERS = 4000

const textDisplay: Check = object({ type: oneOf(10), content: words(MOST_CHARACTERS) }, common)
const media = object({ url: address(2048, 'http', 'https', 'attachment') })
const described = { description: maybe(words(1024)), spoiler: flag }
const section: Check = object(
  {
    type: oneOf(9),
    components: list(kinds({ 10: textDisplay }), 3, 1),
    accessory: kinds({ 2: button, 11: object({ type: oneOf(11), media }, { ...common, ...described }) }),
  },
  common,
)
const gallery: Check = object({ type: oneOf(12), items: list(object({ media }, described), 10, 1) }, common)
const file: Check = object(
  { type: oneOf(13), file: object({ url: address(2048, 'attachment') }) },
  { ...common, spoiler: flag },
)
const separator: Check = object({ type: oneOf(14) }, { ...common, divider: flag, spacing: oneOf(1, 2) })
const inner = { 1: actionRow, 9: section, 10: textDisplay, 12: gallery, 13: file, 14: separator }
const container: Check = object(
  { type: oneOf(17), components: list(kinds(inner), MOST_COMPONENTS, 1) },
  { ...common, accent_color: maybe(whole(0, 0xffffff)), spoiler: flag },
)

/** No two components answer to one name, and none is numbered twice. */
const distinct: Check = (value, at) => {
  const components = componentsIn(value)
  const names = doubles(components, 'custom_id')
  const ids = components.map(({ id }) => id).filter((id) => typeof id === 'number' && id !== 0)
  return [
    ...(names.length > 0 ? [`${at}: custom_id ${names.join(', ')} stands twice`] : []),
    ...(new Set(ids).size < ids.length ? [`${at}: an id stands twice`] : []),
  ]
}

const measured: Check = (value, at) => {
  const components = componentsIn(value)
  const characters = components.reduce(
    (sum, { type, content }) => sum + (type === 10 && typeof content === 'string' ? content.length : 0),
    0,
  )
  return [
    ...(components.length > MOST_COMPONENTS
      ? [`${at}: ${components.length} components in all, at most ${MOST_COMPONENTS} are allowed`]
      : []),
    ...(characters > MOST_CHARACTERS
      ? [`${at}: ${characters} characters in all, at most ${MOST_CHARACTERS} are allowed`]
      : []),
  ]
}

/** Components of a message with the flag for them. */
export const modern: Check = all(
  list(kinds({ ...inner, 17: container }), MOST_COMPONENTS),
  measured,
  distinct,
)

/** Components of a message without: rows alone. */
export const classic: Check = all(list(kinds({ 1: actionRow }), 5), distinct)

/** A form. */
export const modal: Check = all(
  object({
    custom_id: customId,
    title: words(45),
    components: all(list(kinds({ 1: textRow, 10: textDisplay, 18: label }), 5, 1), distinct),
  }),
  rule(({ components }) => {
    const fields = Array.isArray(components) && components.filter((one) => isObject(one) && one.type !== 10)
    return fields && fields.length === 0 && 'a form asks for something'
  }),
)
