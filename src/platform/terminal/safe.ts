/** Foreign text made harmless: nothing in it can move the cursor, change colours or set a window's title. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/g

/** The text with every control character shown as a visible sign; tabs and line ends stay. */
export const safe = (text: string): string =>
  text.replace(/\r\n/g, '\n').replace(CONTROLS, sign).toWellFormed()

const sign = (control: string): string => {
  const code = control.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  return code === 0x2028 || code === 0x2029 ? '\n' : '\ufffd'
}
