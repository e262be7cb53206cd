/** What others wrote, in Slack: nobody is called by it, and no link leads anywhere but to the web or to an address. */
import { clean } from '../../clean.ts'

/** Markdown for a `markdown` block: the same words, in which nothing calls anybody. */
export const safeMarkdown = (text: string): string =>
  [ANGLE, AT, LINK, FOOT, AUTOLINK].reduce((safe, sign) => safe.replace(sign, `$&${BREAK}`), clean(text))

/**
 * The part of a text that is still being written, up to which `safeMarkdown` is settled whatever follows: of two such
 * parts the longer one, made safe, begins with the shorter one.
 */
export const settled = (text: string): string => {
  let from = text.length
  while (from > 0 && /\S/.test(text[from - 1] ?? '')) from--
  const before = text.slice(0, from).trimEnd()
  if (/\][(:]$/.test(before)) return before.slice(0, -2)
  const open = text.slice(from).search(/[<&@\]]/)
  return (open < 0 ? text : text.slice(0, from + open)).replace(/[\ud800-\udbff]$/, '')
}

/** A text that shows as it is in Slack's own markup. */
export const escaped = (text: string): string =>
  clean(text)
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(AT, `$&${BREAK}`)

/** Markup in which no name is called that was put together from several pieces. */
export const uncalled = (markup: string): string => markup.replace(AT, `$&${BREAK}`)

/** A text for where Slack reads nothing but plain text: one line, at most so long. */
export const oneLine = (text: string, most: number): string => {
  const line = clean(text).replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** An address as it stands in Slack's link; nothing where it leads anywhere but to the web or to a mailbox. */
export const webAddress = (address: string): string | undefined =>
  /^(?:https?:\/\/|mailto:)\S{1,2000}$/i.test(address)
    ? address.replace(/[<>|"`]/g, encodeURIComponent).replaceAll('&', '&amp;')
    : undefined

/** Shown as nothing; between two signs, it keeps Slack from reading them as one. */
export const BREAK = '\u200b'

/** `<` as it is or as an entity, before what makes it a call, an entity or an escape. */
const ANGLE = /(?:<|&(?:lt|#0*60|#x0*3c);?)(?=[!@#&\\])/gi

/** `@` as it is or as an entity, where a name begins: not in an address, which has a letter, a digit, / or = before it. */
const AT = /(?:(?<![a-z0-9/=])@|&(?:commat|#0*64|#x0*40);?)(?=[a-z&\\])/gi

/** Where a link begins that leads elsewhere: in the text, at the foot, or in angle brackets. */
const LINK = /\](?=\(\s*<?(?!\s|<|https?:\/\/|mailto:))/gi
const FOOT = /^[\s>*+\-\d.)]{0,40}\[[^\]\n]{1,999}\](?=:\s*<?(?!\s|<|https?:\/\/|mailto:))/gim
const AUTOLINK = /<(?=[a-z][a-z0-9+.-]*:(?<!<https?:|<mailto:))/gi

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
