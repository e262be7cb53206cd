/** A number, word or sign of a chat text, and where it stands. */

/**
 * `text` is lower case; `raw` is as written, of a number without what groups its thousands; `value` is that of a number
 * and 0 otherwise; `glued` says that no white space stands before it.
 */
export type Token = {
  kind: 'number' | 'word' | 'sign' | 'line'
  text: string
  raw: string
  start: number
  end: number
  value: number
  glued: boolean
  spelled?: true
}
