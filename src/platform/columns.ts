/** A table as text: its columns aligned, for where tables are not drawn. */

/** The rows below their names; nothing where lines would be wider than `widest` columns. */
export const inColumns = (
  names: readonly string[],
  body: readonly (readonly string[])[],
  isRight: (column: number) => boolean,
  widest: number,
): string | undefined => {
  const widths = names.map((name, column) =>
    Math.max(...[name, ...body.map((row) => row[column] ?? '')].map(widthOf)),
  )
  if (widths.reduce((sum, width) => sum + width + 2, 0) > widest && body.length > 0) return undefined
  const line = (row: readonly string[]): string =>
    widths
      .map((width, column) => padded(row[column] ?? '', width, isRight(column)))
      .join('  ')
      .trimEnd()
  return [line(names), widths.map((width) => '─'.repeat(width)).join('  '), ...body.map(line)].join('\n')
}

const padded = (cell: string, width: number, right: boolean): string => {
  const room = ' '.repeat(width - widthOf(cell))
  return right ? room + cell : cell + room
}

/** Signs of Chinese, Japanese and Korean take two columns; marks that join another sign take none. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/\p{M}|\u200b|\u200d/u.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1), 0)

const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u
