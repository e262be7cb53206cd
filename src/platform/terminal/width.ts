/** How many columns a text takes on a terminal. */

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const NARROW = /^[\u0020-\u007e\u00a1-\u02ff]*$/
const NOTHING = /^[\p{Mn}\p{Me}\p{Cf}]+$/u
/** East Asian wide and full-width characters, near enough, and what is drawn as an emoji. */
const WIDE =
  /^(?:\p{Emoji_Presentation}|.\ufe0f|\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|[\u3001-\u303e\u30a0-\u30ff\uff01-\uff60\uffe0-\uffe6])/u

/** What a reader sees as one character each. */
export const graphemes = (text: string): string[] =>
  NARROW.test(text) ? text.split('') : Array.from(GRAPHEMES.segment(text), ({ segment }) => segment)

/** The columns of one line of text. */
export const widthOf = (text: string): number => {
  if (NARROW.test(text)) return text.length
  let width = 0
  for (const grapheme of graphemes(text)) width += columnsOf(grapheme)
  return width
}

/** The columns of one such character. */
export const columnsOf = (grapheme: string): number =>
  NOTHING.test(grapheme) ? 0 : WIDE.test(grapheme) ? 2 : 1
