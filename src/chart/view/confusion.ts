import { finite, label, MOST, within } from '../bounded.ts'
import type { Cell, View } from '../figure.ts'
import { percent, short } from '../numeral.ts'
import type { Phrases } from '../phrases.ts'
import { BadPicture, type Confusion } from '../picture.ts'

/** A grid with a row for each true label, shaded by the share of its row. */
export const confusionView = ({ labels, counts }: Confusion, { confusion: say }: Phrases): View => {
  within(labels.length, MOST.classes, 'classes')
  const names = labels.map((name) => label(name, 24))
  const size = names.length
  if (counts.length !== size || counts.some((row) => row.length !== size))
    throw new BadPicture(`There are ${size} labels. Give ${size} rows with ${size} counts each.`)
  const rows = counts.map((row) =>
    Array.from({ length: size }, (_, at) => finite(row[at] ?? Number.NaN, 'A count', 0)),
  )
  const sums = rows.map((row) => row.reduce((sum, count) => sum + count, 0))
  const all = sums.reduce((sum, count) => sum + count, 0)
  const cells = rows.flatMap((row, at) =>
    row.map((count, column): Cell => {
      const share = count / Math.max(1e-300, sums[at] ?? 0)
      const text = size > 8 ? short(count) : `${short(count)}\n${percent(share)}`
      return { row: at, column, share, text }
    }),
  )
  const right = rows.reduce((sum, row, at) => sum + (row[at] ?? 0), 0)
  const classes = names.slice(0, 6).map((name, at) => say.seen(name, rows[at]?.[at] ?? 0, sums[at] ?? 0))
  return {
    figure: {
      form: 'grid',
      title: say.title,
      note: say.note(right, all),
      rows: say.rows,
      columns: say.columns,
      labels: names,
      cells,
    },
    alt: say.alt(right, all, [...classes, ...worst(names, rows, say.worst)]),
  }
}

const worst = (
  names: readonly string[],
  rows: readonly number[][],
  say: Phrases['confusion']['worst'],
): string[] => {
  const wrong = rows
    .flatMap((row, truth) => row.map((count, predicted) => ({ truth, predicted, count })))
    .filter(({ truth, predicted, count }) => truth !== predicted && count > 0)
    .sort((a, b) => b.count - a.count)
  return wrong
    .slice(0, 1)
    .map(({ truth, predicted, count }) => say(names[truth] ?? '', names[predicted] ?? '', count))
}
