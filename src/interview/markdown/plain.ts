/** Words of others inside our Markdown: shown as they were written, without any power over the page or its readers. */

/** Code points that a quotation may have before it is cut. */
const LONGEST = 400

/**
 * One line of text that renders as itself. Line breaks and control characters become spaces, Markdown is escaped, and
 * an invisible break keeps every platform from seeing a mention, a channel or a link.
 */
export const plain = (text: string): string =>
  text
    .replace(CONTROL, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]|~&<>]/g, '\\$&')
    .replace(/^(?:[#+=-]|\d+(?=[.)](?:\s|$)))/, (start) =>
      /\d/.test(start) ? `${start}${BREAK}` : `\\${start}`,
    )
    .replace(/@|<(?=\S)|:(?=\/\/)|www(?=\.)/gi, `$&${BREAK}`)

/** The words as a block quotation of one line. */
export const blockquote = (text: string): string => `> ${plain(shortened(text))}`

/** A zero-width space. */
const BREAK = '\u200b'

/** Control characters, and those that turn the direction of what follows. */
const CONTROL = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

const shortened = (text: string): string => {
  const points = [...text]
  return points.length <= LONGEST ? text : `${points.slice(0, LONGEST).join('').trimEnd()}…`
}
