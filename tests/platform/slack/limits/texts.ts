/** Texts that Slack draws: how long they may be, and that nobody is called by them. */
import { all, type Check, flag, isObject, object, oneOf, rule, words } from './shape.ts'

/** A plain text; Slack reads nothing in it but emoji. */
export const plainText = (most: number): Check =>
  object({ type: oneOf('plain_text'), text: words(most) }, { emoji: flag })

/** Slack's own markup. */
export const mrkdwn = (most: number): Check =>
  object({ type: oneOf('mrkdwn'), text: all(words(most), calm) }, { verbatim: flag })

/** Either of the two. */
export const textOf = (most: number): Check => {
  return (value, at) =>
    isObject(value) && value.type === 'plain_text' ? plainText(most)(value, at) : mrkdwn(most)(value, at)
}

/** Slack's markup in which every `<` begins a link and no word calls everybody. */
export const calm: Check = (value, at) => {
  if (typeof value !== 'string') return []
  const angle = /<(?!(?:https?:\/\/|mailto:)[^<>]*>)/.exec(value)
  const bare = /&(?!(?:amp|lt|gt);)/.exec(value)
  return [
    ...(angle
      ? [`${at}: "${value.slice(angle.index, angle.index + 20)}" is neither escaped nor a link`]
      : []),
    ...(bare ? [`${at}: "${value.slice(bare.index, bare.index + 20)}" is not escaped`] : []),
    ...everybody(value, at),
  ]
}

/** Markdown in which nothing calls anybody, however it is written, and no link leads out of the web. */
export const calmMarkdown: Check = (value, at) => {
  if (typeof value !== 'string') return []
  const read = value
    .replace(/&(?:lt|#0*60|#x0*3c);?/gi, '<')
    .replace(/&(?:commat|#0*64|#x0*40);?/gi, '@')
    .replace(/&(?:excl|#0*33|#x0*21);?/gi, '!')
    .replace(/&(?:num|#0*35|#x0*23);?/gi, '#')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
  const call = [value, read].flatMap((text) => /<[!@#][^\n]{0,20}/.exec(text)?.[0] ?? [])[0]
  const link = /\]\(\s*<?(?!\s|https?:|mailto:)[a-z][a-z0-9+.-]*:[^\n]{0,20}/i.exec(value)?.[0]
  return [
    ...(call === undefined ? [] : [`${at}: "${call}" would call somebody`]),
    ...(link === undefined ? [] : [`${at}: "${link}" leads out of the web`]),
    ...everybody(read, at),
  ]
}

const everybody = (text: string, at: string): string[] => {
  const call = /(?<![a-z0-9/=])@(?:channel|here|everyone|group)\b/i.exec(text)?.[0]
  return call === undefined ? [] : [`${at}: "${call}" would call everybody`]
}

/** What a dialog asks before a button counts. */
export const confirmation: Check = object(
  { text: textOf(300) },
  {
    title: plainText(100),
    confirm: plainText(30),
    deny: plainText(30),
    style: oneOf('primary', 'danger'),
  },
)

/** What can be chosen. */
export const option: Check = object(
  { text: plainText(75), value: words(150) },
  { description: plainText(75) },
)

/** Metadata that goes with a message; at most 8 kB. */
export const metadata: Check = all(
  object({ event_type: words(255, 1, /^\w+$/), event_payload: flat }),
  rule((value) => JSON.stringify(value.event_payload ?? {}).length > 8000 && 'more than 8 kB of payload'),
)

function flat(value: unknown, at: string): string[] {
  if (!isObject(value)) return [`${at}: an object is needed`]
  const odd = Object.entries(value).find(([, one]) => !['string', 'number', 'boolean'].includes(typeof one))
  return odd ? [`${at}.${odd[0]}: only texts, numbers and flags are kept`] : []
}
