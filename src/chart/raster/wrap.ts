import type { Metrics } from './metrics.ts'

/** A text in lines that are no wider than this, broken at spaces, and within a word only where it must be. */
export const wrapped = (text: string, width: number, size: number, metrics: Metrics): string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((one) => pieces(one, width, size, metrics))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && metrics.width(longer, size) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

const pieces = (word: string, width: number, size: number, metrics: Metrics): string[] => {
  if (metrics.width(word, size) <= width) return [word]
  const found: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece !== '' && metrics.width(piece + character, size) > width) {
      found.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...found, piece]
}
