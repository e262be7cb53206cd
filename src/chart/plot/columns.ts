/** Texts as they stand on a terminal: how many columns they take, cut, padded and broken into lines. */

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const PLAIN = /^[\u0020-\u007e\u00a1-\u02ff]*$/
const NOTHING = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u
const WIDE =
  /^(?:\p{Emoji_Presentation}|.\ufe0f|\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|[\u3001-\u303e\u30a0-\u30ff\uff01-\uff60\uffe0-\uffe6])/u

/** What a reader sees as one character each. */
export const characters = (text: string): string[] =>
  PLAIN.test(text) ? text.split('') : Array.from(GRAPHEMES.segment(text), ({ segment }) => segment)

/** The columns that a text takes. */
export const columns = (text: string): number =>
  PLAIN.test(text) ? text.length : characters(text).reduce((sum, one) => sum + columnsOf(one), 0)

/** At most so many columns of a text; what is left out is shown by a sign. */
export const cut = (text: string, most: number, sign: string): string => {
  if (columns(text) <= most) return text
  let kept = ''
  let taken = 0
  for (const one of characters(text)) {
    if (taken + columnsOf(one) + sign.length > most) break
    kept += one
    taken += columnsOf(one)
  }
  return kept + sign
}

/** The text with blanks behind it, or before it where it stands at the right. */
export const padded = (text: string, width: number, side: 'left' | 'right' = 'left'): string => {
  const gap = ' '.repeat(Math.max(0, width - columns(text)))
  return side === 'left' ? text + gap : gap + text
}

/** Lines of at most so many columns, broken at spaces; a longer word is cut. */
export const broken = (text: string, width: number, sign: string): string[] => {
  const lines: string[] = []
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1)
    const longer = `${last} ${word}`
    if (last !== undefined && columns(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(cut(word, width, sign))
  }
  return lines
}

const columnsOf = (character: string): number => (NOTHING.test(character) ? 0 : WIDE.test(character) ? 2 : 1)
