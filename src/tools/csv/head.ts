/** What the first bytes of a file tell: how it is encoded, and what stands between its values. */
import { BadInput } from '../../numbers/bad-input.ts'

/** Bytes that are looked at. */
export const HEAD = 65_536

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** By its byte order mark; UTF-8 without one. */
export const encodingOf = ([first, second]: Uint8Array): Encoding => {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

const DELIMITERS = [',', ';', '\t', '|'] as const
const LINES = 20

/** What stands between the values: the sign that comes equally often in most of the first lines; a comma where none does. */
export const delimiterOf = (text: string): string => {
  const lines = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n?|\n/)
    .slice(0, LINES)
    .filter((line) => line.trim() !== '')
  const counted = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1)
    const first = counts[0] ?? 0
    return { delimiter, first, even: first === 0 ? 0 : counts.filter((count) => count === first).length }
  })
  return counted.toSorted((a, b) => b.even - a.even || b.first - a.first)[0]?.even ? best(counted) : ','
}

const best = (counted: readonly { delimiter: string; first: number; even: number }[]): string =>
  counted.toSorted((a, b) => b.even - a.even || b.first - a.first)[0]?.delimiter ?? ','

/** Throws BadInput for what is no text at all. */
export const demandText = (name: string, head: Uint8Array, encoding: Encoding): void => {
  if (head.length === 0)
    throw new BadInput(`${name} is empty.`, { mend: 'Give a CSV with a header and at least one row.' })
  const zeros = encoding === 'utf-8' && head.includes(0)
  const zipped = head[0] === 0x50 && head[1] === 0x4b
  if (zeros || zipped)
    throw new BadInput(`${name} is no text${zipped ? ', but an archive or a spreadsheet' : ''}.`, {
      mend: 'Save it as CSV (UTF-8) first.',
    })
}
