/** Which class was taken for which. */
import { BadInput } from '../bad-input.ts'
import { demandRows, weightsIn } from '../columns.ts'
import type { Numbers } from '../measure.ts'
import type { BinaryCounts } from './counts.ts'

/** A class: a number or a word. */
export type Label = number | string

/** A column of classes, one a row; numbers or words, not both. */
export type Labels = ArrayLike<Label>

/** `counts[t * classes.length + p]` is the weight of the rows of class `t` that were said to be of class `p`. */
export type Confusion = { classes: readonly Label[]; counts: Float64Array }

/**
 * The confusion matrix of two columns of labels. The classes are those given, in that order, or all that occur, sorted
 * (numbers by size, words by code point; scikit-learn's order). `weights` of 0 or more, 1 where absent. Throws BadInput
 * for unequal lengths, no rows, a label that is no number or word, and one that is none of the given classes
 * (scikit-learn leaves such rows out without a word).
 */
export const confusionOf = (
  truth: Labels,
  predicted: Labels,
  options: { classes?: readonly Label[]; weights?: Numbers } = {},
): Confusion => {
  demandRows('truth', truth)
  demandRows('predicted', predicted, truth.length)
  const weights = weightsIn(options.weights, truth.length)
  const classes = options.classes === undefined ? classesIn([truth, predicted]) : distinct(options.classes)
  const places = new Map(classes.map((label, place) => [label, place]))
  const counts = new Float64Array(classes.length ** 2)
  for (let i = 0; i < truth.length; i += 1) {
    const t = placeOf(places, 'truth', i, truth[i])
    const p = placeOf(places, 'predicted', i, predicted[i])
    const at = t * classes.length + p
    counts[at] = (counts[at] ?? 0) + (weights === undefined ? 1 : (weights[i] ?? 0))
  }
  return { classes, counts }
}

/** All labels of some columns, each once, sorted as {@link confusionOf} says. */
export const classesIn = (columns: readonly Labels[]): Label[] => {
  const seen = new Set<Label>()
  for (const column of columns) {
    for (let i = 0; i < column.length; i += 1) seen.add(labelAt('labels', i, column[i]))
  }
  const all = [...seen]
  if (all.every((label) => typeof label === 'number')) return all.sort((a, b) => a - b)
  const number = all.find((label) => typeof label === 'number')
  if (number === undefined) return all.sort((a, b) => (a < b ? -1 : 1))
  throw new BadInput('Some labels are numbers and some are words.', {
    column: 'labels',
    value: number,
    mend: 'Write all of them one way.',
  })
}

/** The matrix of a binary decision, with classes 0 and 1. */
export const matrixOf = ({ tp, fp, fn, tn }: BinaryCounts): Confusion => ({
  classes: [0, 1],
  counts: Float64Array.of(tn, fp, fn, tp),
})

/** The four counts of one class, by its place, against all others. */
export const againstRest = ({ classes, counts }: Confusion, place: number): BinaryCounts => {
  const size = classes.length
  let [all, truth, predicted] = [0, 0, 0]
  for (let i = 0; i < counts.length; i += 1) {
    const count = counts[i] ?? 0
    all += count
    if (Math.floor(i / size) === place) truth += count
    if (i % size === place) predicted += count
  }
  const tp = counts[place * size + place] ?? 0
  return { tp, fp: predicted - tp, fn: truth - tp, tn: all - truth - predicted + tp }
}

/** What stands in a row of a column of labels; throws BadInput for anything but words and finite numbers. */
export const labelAt = (column: string, row: number, label: Label | undefined): Label => {
  if (typeof label === 'string' || (typeof label === 'number' && Number.isFinite(label))) return label
  throw new BadInput(`${column}[${row}] is ${String(label)} and no label.`, {
    row,
    column,
    value: label,
    mend: 'A label is a number or a word; leave the row out or name its class.',
  })
}

const distinct = (classes: readonly Label[]): readonly Label[] => {
  if (classes.length > 0 && new Set(classes).size === classes.length) return classes
  throw new BadInput('The classes are empty or name one of them twice.', {
    column: 'classes',
    value: classes,
    mend: 'Name every class once.',
  })
}

const placeOf = (
  places: ReadonlyMap<Label, number>,
  column: string,
  row: number,
  label: Label | undefined,
): number => {
  const place = places.get(labelAt(column, row, label))
  if (place !== undefined) return place
  throw new BadInput(`${column}[${row}] is ${JSON.stringify(label)}, which is none of the classes.`, {
    row,
    column,
    value: label,
    mend: `Add it to the classes (${[...places.keys()].slice(0, 10).join(', ')}) or mend the label.`,
  })
}
