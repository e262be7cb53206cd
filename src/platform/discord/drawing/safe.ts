/** What others wrote, in Discord: nobody is called by it, and no link leads anywhere but to the web or to an address. */
import { clean } from '../../clean.ts'

/** Markdown in which nothing calls anybody, or shows a time, a channel, a command or a picture of Discord's. */
export const safeMarkdown = (text: string): string =>
  [ANGLE, AT, LINK].reduce((safe, sign) => safe.replace(sign, `$&${BREAK}`), clean(text))

/** A text of one line that shows as it is, in Markdown. */
export const escaped = (text: string, most: number): string =>
  safeMarkdown(oneLine(text, most).replace(/[\\`*_[\]|~<>#]/g, '\\$&'))

/** A text for where Discord reads nothing but plain text: one line, at most so long. */
export const oneLine = (text: string, most: number): string => {
  const line = clean(text).replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** Shown as nothing; between two signs, it keeps Discord from reading them as one. */
const BREAK = '\u200b'

/** `<` before what makes it a mention, a channel, a command, an emoji, a time or a link to a page of Discord's. */
const ANGLE = /<(?=[@#/:]|a:|t:|id:|sound:)/gi

const AT = /@(?=everyone|here)/gi

/** Where a link begins that leads elsewhere. */
const LINK = /\](?=\(\s*<?(?!\s|<|https?:\/\/|mailto:))/gi
