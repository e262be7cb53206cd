/** Words of others before they are drawn for a chat. */

/** The text with one kind of line end, and without what could act on whoever shows it. */
export const clean = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f]/g, '\n')
    .replace(CONTROLS, '')
    .toWellFormed()

/** Control characters other than tab and line end, and those that turn the direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
