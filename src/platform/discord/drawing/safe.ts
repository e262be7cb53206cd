/** What others wrote, in Discord: nobody is called by it, and no link leads anywhere but to the web or to an address. */

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

const clean = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f]/g, '\n')
    .replace(CONTROLS, '')
    .toWellFormed()

/** Control characters other than tab and line end, and those that turn the direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
