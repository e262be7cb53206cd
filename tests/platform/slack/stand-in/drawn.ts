/** What people read on their screens: blocks as plain text, buttons by their labels, and who is called by a message. */
import type { Json, Message } from './world.ts'

/** Blocks as they are read, a line for each. */
export const plain = (blocks: readonly Json[]): string =>
  blocks
    .map(line)
    .filter((text) => text !== '')
    .join('\n')

/** A message as it is read: its blocks where it has any, else its text; then the names of its files. */
export const readable = (message: Message): string => {
  const drawn = message.blocks?.length ? plain(message.blocks) : unescaped(message.text)
  const files = (message.files ?? []).map(({ title, name }) => `[file: ${title ?? name}]`)
  return [drawn === '' ? unescaped(message.text) : drawn, ...files].filter((text) => text !== '').join('\n')
}

/** The labels of the buttons of some blocks. */
export const buttonsOf = (blocks: readonly Json[]): string[] =>
  elementsOf(blocks)
    .filter(({ element }) => element.type === 'button')
    .map(({ element }) => words(element.text))

/** Every element that can be pressed or chosen from. */
export const elementsOf = (blocks: readonly Json[]): { element: Json; block: Json }[] =>
  blocks.flatMap((block) =>
    [block.accessory, block.element, ...((block.elements as Json[] | undefined) ?? [])]
      .filter((element): element is Json => typeof (element as Json | undefined)?.action_id === 'string')
      .map((element) => ({ element, block })),
  )

/** Whom a message calls: `<@U1>`, `<!channel>`, `@here`; nobody's name should come from what a candidate wrote. */
export const calledBy = (message: Pick<Message, 'text' | 'blocks'>): string[] => {
  const called = new Set(message.text.match(CALLS) ?? [])
  for (const text of marked(message.blocks ?? []))
    for (const call of text.match(CALLS) ?? []) called.add(call)
  for (const block of message.blocks ?? [])
    if (block.type === 'markdown') for (const call of String(block.text).match(LOUD) ?? []) called.add(call)
  return [...called]
}

const CALLS = /<@[UW][A-Z0-9]+[^>]*>|<!(?:channel|here|everyone|subteam\^[A-Z0-9]+)[^>]*>/g
const LOUD = /(?<![\w/=])@(?:channel|here|everyone)\b/g

/** Every text in which Slack looks for markup. */
const marked = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(marked)
  if (typeof value !== 'object' || value === null) return []
  const { type, text, ...rest } = value as Json
  const own = (type === 'mrkdwn' || type === 'markdown') && typeof text === 'string' ? [text] : marked(text)
  return [...own, ...Object.values(rest).flatMap(marked)]
}

const line = (block: Json): string => {
  const elements = (block.elements as Json[] | undefined) ?? []
  switch (block.type) {
    case 'header':
      return words(block.text)
    case 'markdown':
      return String(block.text)
    case 'section':
      return [words(block.text), ...((block.fields as Json[] | undefined) ?? []).map(words)]
        .filter(Boolean)
        .join('\n')
    case 'context':
      return elements
        .map((element) => (element.type === 'image' ? String(element.alt_text) : words(element)))
        .join(' ')
    case 'actions':
      return elements.map((element) => `[${words(element.text ?? element.placeholder)}]`).join(' ')
    case 'image':
      return `[image: ${block.alt_text}]`
    case 'input':
      return `${words(block.label)}:`
    case 'rich_text':
      return elements.map(rich).join('')
    default:
      return ''
  }
}

const rich = (element: Json): string =>
  Array.isArray(element.elements)
    ? (element.elements as Json[]).map(rich).join('')
    : String(element.text ?? '')

const words = (object: unknown): string => {
  const { type, text } = (object ?? {}) as Json
  return type === 'mrkdwn' ? unescaped(String(text)) : String(text ?? '')
}

/** What a text means in which Slack has escaped `&`, `<` and `>`. */
export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
