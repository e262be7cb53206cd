/** Columns that give the label away: by themselves nearly perfect, or named as something that is known only afterwards. */
import { ranked } from '../classification/ranked.ts'
import { rocAuc } from '../classification/roc.ts'
import type { Column } from './column.ts'
import { codesOf } from './distinct.ts'

export type Suspect = {
  column: string
  /** The area under the ROC curve of the column alone, from 0.5 on, whichever way it points; gaps are left out. */
  auc?: number
  /** Part of its name that speaks of what comes after the outcome. */
  hint?: string
}

/** From here on a single column knows too much. */
export const SUSPICIOUS = 0.95
/** A name with more values than this says nothing of new rows. */
const MOST_NAMES = 1000
/** Rows that a name has on average, at least. */
const FEWEST = 20
/** With fewer rows of a class, an area says nothing. */
const LEAST = 10

const AFTERWARDS =
  /(?:^|[_\W])(after|outcome|result|refund(?:ed)?|chargeback|closed|resolved|cancel(?:led|ed)?|churned|reviewed|final|status|paid|returned|deleted)(?:$|[_\W])/i

/** What each column alone tells of a label of two classes, the most first; names are held by their share of positives. */
export const suspectsFor = (columns: readonly Column[], label: Column): Suspect[] => {
  const { codes, names } = codesOf(label)
  const binary = names.length === 2
  return columns
    .filter((column) => column !== label)
    .map((column): Suspect => {
      const auc = binary ? aloneOf(column, codes) : undefined
      const hint = AFTERWARDS.exec(column.name)?.[1]
      return { column: column.name, ...(auc !== undefined && { auc }), ...(hint !== undefined && { hint }) }
    })
    .sort((one, other) => (other.auc ?? 0) - (one.auc ?? 0))
}

/** Undefined where a class has few rows with a value, or there is nearly a name for each row. */
const aloneOf = (column: Column, label: Int32Array): number | undefined => {
  const scores =
    column.kind === 'number' ? column.values : shares(column.codes, column.dictionary.length, label)
  if (scores === undefined) return undefined
  const [truth, known] = [new Uint8Array(label.length), new Float64Array(label.length)]
  const counts: [number, number] = [0, 0]
  let rows = 0
  for (let row = 0; row < label.length; row += 1) {
    const [code, score] = [label[row] ?? -1, scores[row] ?? Number.NaN]
    if (code < 0 || Number.isNaN(score)) continue
    truth[rows] = code
    known[rows] = score
    counts[code === 0 ? 0 : 1] += 1
    rows += 1
  }
  if (Math.min(...counts) < LEAST) return undefined
  const auc = rocAuc(ranked(truth.subarray(0, rows), known.subarray(0, rows))).value
  return auc === undefined ? undefined : Math.max(auc, 1 - auc)
}

/** The share of positives of each row's name; undefined where names are so many that it would only repeat the label. */
const shares = (codes: Int32Array, names: number, label: Int32Array): Float64Array | undefined => {
  if (names > MOST_NAMES || names > codes.length / FEWEST) return undefined
  const [rows, positives] = [new Float64Array(names), new Float64Array(names)]
  codes.forEach((code, row) => {
    if (code < 0 || (label[row] ?? -1) < 0) return
    rows[code] = (rows[code] ?? 0) + 1
    positives[code] = (positives[code] ?? 0) + (label[row] ?? 0)
  })
  return Float64Array.from(codes, (code) =>
    code < 0 ? Number.NaN : (positives[code] ?? 0) / (rows[code] || 1),
  )
}
