/** What predictions in a CSV are worth. */
import { BadInput } from '../numbers/bad-input.ts'
import { type Column, rowsOf } from '../numbers/data/column.ts'
import { numberText } from '../numbers/number-text.ts'
import { type Table, tableIn } from './csv/table.ts'
import { binary } from './metrics/binary.ts'
import { figuresData, figuresText } from './metrics/figures.ts'
import type { Found } from './metrics/found.ts'
import { classes, ranking, regression } from './metrics/others.ts'
import { labelsOf, numbersOf, ROLES, type Role, type Roles, rolesIn } from './metrics/roles.ts'
import type { Asked, Tool } from './tool.ts'
import { amountIn, given, pairIn, wordIn } from './typed.ts'

/**
 * Arguments: label, score, prediction, query, weight (names of columns), positive (the class that counts as 1), threshold,
 * costs (false positive, false negative), task, k. What is not named is told by how columns are usually called.
 *
 * All metrics hold the columns that they need, eight bytes a value; the rest of the file costs nothing.
 */
export const metrics: Tool = async ({ args, input, progress }) => {
  if (input === undefined)
    throw new BadInput('There is no file.', { mend: 'Give a CSV with a column of labels and one of scores.' })
  let roles: Roles = { names: {}, guessed: [] }
  const table = await tableIn(input, {
    progress,
    keep: (names) => {
      roles = rolesIn(names, args)
      return ROLES.flatMap((role) => roles.names[role] ?? [])
    },
  })
  const columns = columnsIn(table, roles)
  const task = taskOf(columns, args)
  const found = COMPUTED[task]({ columns, args, first: table.headed ? 2 : 1 })
  const notes = notesOf(table, roles)
  return {
    title: 'Metrics',
    text: [found.says, figuresText(found.groups), notes.map((note) => `- ${note}`).join('\n')]
      .filter((part) => part !== '')
      .join('\n\n'),
    data: { task, rows: table.rows, columns: { ...roles.names }, notes, metrics: figuresData(found.groups) },
    pictures: found.pictures,
  }
}

type Columns = Partial<Record<Role, Column>> & { label: Column }
type Given = { columns: Columns; args: Asked['args']; first: number }

const columnsIn = ({ columns }: Table, { names }: Roles): Columns => {
  const by = new Map(columns.map((column) => [column.name, column]))
  const found = Object.fromEntries(
    ROLES.flatMap((role) => {
      const column = by.get(names[role] ?? '')
      return column ? [[role, column]] : []
    }),
  ) as Partial<Record<Role, Column>>
  if (found.label === undefined)
    throw new BadInput('Which column holds the truth?', { mend: 'Name it with --label.' })
  return { ...found, label: found.label }
}

const TASKS = ['classification', 'multiclass', 'ranking', 'regression'] as const
type Task = (typeof TASKS)[number]

const taskOf = ({ label, query, score, prediction }: Columns, args: Asked['args']): Task => {
  const asked = given(args, 'task', (name, text) => wordIn(name, text, TASKS))
  if (asked !== undefined) return asked
  if (query !== undefined && score !== undefined) return 'ranking'
  const distinct = new Set(
    label.kind === 'number'
      ? label.values.filter((one) => !Number.isNaN(one))
      : label.codes.filter((one) => one >= 0),
  ).size
  if (distinct <= 2 && (args.positive !== undefined || label.kind === 'text' || isBinary(label)))
    return 'classification'
  if (label.kind === 'text') return 'multiclass'
  const whole = label.values.every((one) => Number.isNaN(one) || Number.isInteger(one))
  return prediction !== undefined &&
    score === undefined &&
    whole &&
    distinct <= 20 &&
    sameValues(label, prediction)
    ? 'multiclass'
    : 'regression'
}

const isBinary = (column: Column): boolean =>
  column.kind === 'number' && column.values.every((one) => one === 0 || one === 1 || Number.isNaN(one))

/** Predictions of classes are classes themselves. */
const sameValues = (label: Column, prediction: Column): boolean => {
  if (label.kind !== 'number' || prediction.kind !== 'number') return false
  const known = new Set(label.values)
  return prediction.values.every((one) => known.has(one))
}

const COMPUTED: Readonly<Record<Task, (given: Given) => Found>> = {
  classification: ({ columns, args, first }) => {
    const { label, score, prediction } = columns
    const positive = positiveIn(label, args.positive)
    const truth = truthOf(label, positive, first)
    return binary({
      truth,
      scores: score && numbersOf(score, first),
      decided: prediction && truthOf(prediction, positive, first),
      weights: columns.weight && numbersOf(columns.weight, first),
      threshold: given(args, 'threshold', amountIn) ?? 0.5,
      costs: given(args, 'costs', pairIn),
    })
  },
  multiclass: ({ columns: { label, prediction, weight }, first }) =>
    classes(
      labelsOf(label, first),
      labelsOf(needed(prediction, 'prediction'), first),
      weight && numbersOf(weight, first),
    ),
  ranking: ({ columns: { label, query, score }, args, first }) =>
    ranking(
      labelsOf(needed(query, 'query'), first),
      numbersOf(label, first),
      numbersOf(needed(score, 'score'), first),
      given(args, 'k', amountIn) ?? 10,
    ),
  regression: ({ columns: { label, score, prediction, weight }, first }) =>
    regression(
      numbersOf(label, first),
      numbersOf(needed(prediction ?? score, 'prediction'), first),
      weight && numbersOf(weight, first),
    ),
}

const needed = (column: Column | undefined, role: Role): Column => {
  if (column !== undefined) return column
  throw new BadInput(`This needs a column for ${role}.`, { column: role, mend: `Name it with --${role}.` })
}

/** The class that counts as 1: the one named, else 1, `yes`, `true`, `positive`, else the later one. */
const positiveIn = (label: Column, asked: string | undefined): string => {
  const names = label.kind === 'text' ? [...label.dictionary] : ['0', '1']
  if (asked !== undefined) {
    const found = names.find((name) => name.toLowerCase() === asked.trim().toLowerCase())
    if (found !== undefined) return found
    throw new BadInput(`No label is "${asked.slice(0, 40)}".`, {
      ...{ column: 'positive', value: asked },
      mend: `Labels are ${names.slice(0, 10).join(', ')}.`,
    })
  }
  return names.find((name) => /^(?:1|yes|true|positive|pos)$/i.test(name)) ?? names.toSorted().at(-1) ?? '1'
}

const truthOf = (column: Column, positive: string, first: number): Uint8Array => {
  const labels = labelsOf(column, first)
  const negative = new Set<string>()
  return Uint8Array.from({ length: rowsOf(column) }, (_, row) => {
    const label = String(labels[row])
    if (label === positive) return 1
    negative.add(label)
    if (negative.size <= 1) return 0
    throw new BadInput(`Row ${row + first} has "${label}" in ${column.name}, a third class.`, {
      ...{ row: row + first, column: column.name, value: label },
      mend: 'For more than two classes use --task multiclass with --prediction.',
    })
  })
}

const notesOf = ({ rows, cut, headed }: Table, { names, guessed }: Roles): string[] => [
  `${numberText(rows)} rows.${cut ? ' The file goes on; these are as many as are read at once.' : ''}`,
  ...(headed ? [] : ['The first line is a row, so columns are called c1, c2 and so on.']),
  ...(guessed.length === 0
    ? []
    : [`Taken by their names: ${guessed.map((role) => `${role} is "${names[role]}"`).join(', ')}.`]),
]
