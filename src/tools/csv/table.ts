/** A CSV file as columns. */
import { BadInput } from '../../numbers/bad-input.ts'
import type { Column } from '../../numbers/data/column.ts'
import type { Input } from '../tool.ts'
import { type Growing, growing } from './growing.ts'
import { recordsIn } from './records.ts'

export type Table = {
  columns: readonly Column[]
  rows: number
  /** The names that the file gives, or `c1`, `c2` and so on where its first line is a row already. */
  names: readonly string[]
  headed: boolean
  /** True where reading stopped, since no more fits. */
  cut: boolean
}

export type Wanted = {
  /** Which columns to keep, of those that there are; all of them when absent. */
  keep?: (names: readonly string[]) => readonly string[]
  /** Values that are kept at most: reading stops there, and `cut` says so. */
  most?: number
  progress?: ((share: number) => void) | undefined
}

/** Eight bytes each: some half a gigabyte. */
const MOST = 60_000_000

/**
 * Reads a CSV file. Memory grows with the values that are kept, eight bytes for a number and four for a text whose words
 * come again; what is not kept costs nothing, however large the file is.
 *
 * @throws BadInput for a file without rows, a row with too few or too many values, names that come twice.
 */
export const tableIn = async (input: Input, { keep, most = MOST, progress }: Wanted = {}): Promise<Table> => {
  const { delimiter, rows: records } = await recordsIn(input, progress)
  let layout: Layout | undefined
  let [rows, line, cut] = [0, 0, false]
  for await (const record of records) {
    line += 1
    if (layout === undefined) {
      layout = layoutOf(record, delimiter === ';', keep)
      if (layout.headed) continue
    }
    const { names, kept } = layout
    if (record.length !== names.length) throw uneven(record, names, line, delimiter)
    for (const { place, column } of kept) column.add(record[place] ?? '')
    rows += 1
    if (rows * kept.length >= most) {
      cut = true
      break
    }
  }
  if (layout === undefined || rows === 0)
    throw new BadInput(`${input.name} has no rows${layout ? ' below its header' : ''}.`, {
      mend: 'Give a CSV with a header and at least one row.',
    })
  const { names, headed, kept } = layout
  return { columns: kept.map(({ column }) => column.done()), rows, names, headed, cut }
}

type Layout = { names: string[]; headed: boolean; kept: { place: number; column: Growing }[] }

/** More columns than any table has that somebody made: a line that never ends, or the wrong delimiter. */
const WIDEST = 10_000

const layoutOf = (first: readonly string[], comma: boolean, keep: Wanted['keep']): Layout => {
  if (first.length > WIDEST)
    throw new BadInput(`The first row has ${first.length} values; ${WIDEST} are the most that are read.`, {
      row: 1,
      mend: 'Look at what stands between the values, or leave columns out.',
    })
  const headed = !first.every((value) => /^[+-]?[\d.,]+(?:e[+-]?\d+)?$/i.test(value.trim()))
  const names = first.map((value, n) => (headed && value.trim() !== '' ? value.trim() : `c${n + 1}`))
  const seen = new Set<string>()
  const twice = names.find((name) => seen.size === seen.add(name).size)
  if (twice !== undefined)
    throw new BadInput(`Two columns are called "${twice}".`, {
      row: 1,
      column: twice,
      mend: 'Rename one of them.',
    })
  const wanted = new Set(keep?.(names) ?? names)
  const kept = names.flatMap((name, place) =>
    wanted.has(name) ? [{ place, column: growing(name, comma) }] : [],
  )
  return { names, headed, kept }
}

const uneven = (
  record: readonly string[],
  names: readonly string[],
  line: number,
  delimiter: string,
): BadInput => {
  const shown = delimiter === '\t' ? 'a tab' : `"${delimiter}"`
  const last = record.length < names.length ? names[record.length] : undefined
  return new BadInput(
    `Row ${line} has ${record.length} ${record.length === 1 ? 'value' : 'values'} and the first row ${names.length}${last === undefined ? '' : `: "${last}" is missing`}.`,
    {
      ...{ row: line, value: record.join(delimiter).slice(0, 80) },
      ...(last !== undefined && { column: last }),
      mend: `Values are separated by ${shown}; put one that holds it into quotation marks.`,
    },
  )
}
