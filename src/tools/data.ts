/** What is amiss in a table. */
import type { Picture } from '../chart/picture.ts'
import { BadInput } from '../numbers/bad-input.ts'
import { balanceOf } from '../numbers/data/balance.ts'
import type { Column } from '../numbers/data/column.ts'
import { countsOf } from '../numbers/data/distinct.ts'
import { driftOf } from '../numbers/data/drift.ts'
import { conflictsIn, duplicatesIn } from '../numbers/data/duplicates.ts'
import { type Suspect, suspectsFor } from '../numbers/data/leakage.ts'
import { gapsOf, together } from '../numbers/data/missing.ts'
import { halvesBy, type Parts, partsBy } from '../numbers/data/parts.ts'
import { splitFaults } from '../numbers/data/split.ts'
import { unexpectedIn } from '../numbers/data/unexpected.ts'
import { numberText } from '../numbers/number-text.ts'
import { type Table, tableIn } from './csv/table.ts'
import { balanceText } from './data/balance.ts'
import type { Finding } from './data/finding.ts'
import { ofConflicts, ofDrift, ofDuplicates, ofGaps, ofSplit, ofSuspect } from './data/findings.ts'
import { ofOddity } from './data/oddities.ts'
import { asJson } from './json.ts'
import type { Asked, Tool } from './tool.ts'

/**
 * Arguments: label, split, time, group (names of columns). Everything is held in memory, eight bytes for a number and four
 * for a text; of a larger file the first sixty million values are looked at.
 */
export const data: Tool = async ({ args, input, progress }) => {
  if (input === undefined) throw new BadInput('There is no file.', { mend: 'Give a CSV with a header.' })
  const table = await tableIn(input, { progress })
  const by = columnsIn(table, args)
  const first = table.headed ? 2 : 1
  const parts = by.split ? partsBy(by.split) : by.time ? halvesBy(by.time) : undefined
  const suspects = by.label ? suspectsFor(features(table, by), by.label) : []
  const found = findingsIn(table, by, { parts, suspects, first }).toSorted((a, b) => b.weight - a.weight)
  return {
    title: 'Data',
    text: textOf(table, by, found),
    data: asJson({
      rows: table.rows,
      columns: table.names,
      cut: table.cut,
      balance: by.label ? balanceOf(by.label) : null,
      suspects,
      findings: found,
    }),
    pictures: picturesOf(suspects),
  }
}

const ROLES = ['label', 'split', 'time', 'group'] as const
type By = Partial<Record<(typeof ROLES)[number], Column>>

const columnsIn = ({ columns, names }: Table, args: Asked['args']): By =>
  Object.fromEntries(
    ROLES.flatMap((role) => {
      const asked = args[role]?.trim()
      if (!asked) return []
      const column =
        columns.find(({ name }) => name === asked) ??
        columns.find(({ name }) => name.toLowerCase() === asked.toLowerCase())
      if (column) return [[role, column]]
      throw new BadInput(`There is no column "${asked.slice(0, 40)}" for ${role}.`, {
        ...{ column: role, value: asked },
        mend: `The columns are ${names.map((name) => `"${name}"`).join(', ')}.`,
      })
    }),
  )

/** Columns that could be features: not those that say how rows are split. */
const features = ({ columns }: Table, { split, group, time }: By): Column[] =>
  columns.filter((column) => column !== split && column !== group && column !== time)

type Beside = { parts: Parts | undefined; suspects: readonly Suspect[]; first: number }

const findingsIn = (table: Table, by: By, { parts, suspects, first }: Beside): Finding[] => {
  const { columns } = table
  const odd = features(table, by)
    .filter((column) => column !== by.label)
    .flatMap(unexpectedIn)
  const ids = new Set(odd.flatMap(({ kind, column }) => (kind === 'identifier' ? [column] : [])))
  // Rows that a name of their own tells apart may still be the same.
  const telling = columns.filter(({ name }) => !ids.has(name))
  // Names that never come again differ between any two parts.
  const drifts = features(table, by)
    .filter((column) => column !== by.label && !ids.has(column.name))
    .flatMap((column) => (parts && driftOf(column, parts.train, parts.test)) ?? [])
  return [
    ...suspects.flatMap(ofSuspect),
    ...(parts && by.split
      ? ofSplit(splitFaults(columns, parts, { ...by, split: by.split }), by.time, by.group)
      : []),
    ...gapsOf(columns, by.label).map((gaps) => ofGaps(gaps, columns.length)),
    ...ofDuplicates(duplicatesIn(telling), first),
    ...(by.label ? ofConflicts(conflictsIn(telling, by.label), first) : []),
    ...odd.map(ofOddity),
    ...drifts.flatMap((drift) => ofDrift(drift, parts?.names ?? [])),
  ]
}

const textOf = ({ rows, columns, cut }: Table, { label }: By, found: readonly Finding[]): string => {
  const { rows: gaps, groups } = together(columns)
  const grave = found.filter(({ weight }) => weight === 3).length
  const head =
    found.length === 0
      ? 'Nothing amiss was found.'
      : `**${numberText(found.length)} ${found.length === 1 ? 'finding' : 'findings'}**${grave === 0 ? '' : `, ${grave} of which ${grave === 1 ? 'spoils' : 'spoil'} a result`}.`
  return [
    `${head} ${numberText(rows)} rows, ${numberText(columns.length)} columns; ${numberText((100 * gaps) / rows)} % of the rows have a gap.${cut ? ' The file goes on; these are as many as are looked at.' : ''}`,
    ...(label
      ? [balanceText(label), ...(countsOf(label).size === 2 ? [] : [LEAKS])]
      : ['Name the label with --label to see its balance, gaps that depend on it, and leaks.']),
    ...[3, 2, 1].flatMap((weight) => {
      const some = found.filter((one) => one.weight === weight)
      return some.length === 0
        ? []
        : [
            [`**${HEADS[weight as 1 | 2 | 3]}**`, ...some.map(({ says, next }) => `- ${says} ${next}`)].join(
              '\n',
            ),
          ]
    }),
    ...(groups.length === 0
      ? []
      : [`Missing in the same rows: ${groups.map((group) => group.join(' and ')).join('; ')}.`]),
  ].join('\n\n')
}

const LEAKS = 'Leaks are looked for only where the label has two classes.'

const HEADS = { 3: 'Spoils a result', 2: 'To be mended', 1: 'To be known' } as const

const SHOWN = 12

const picturesOf = (suspects: readonly Suspect[]): Picture[] => {
  const known = suspects.flatMap(({ column, auc }) =>
    auc === undefined ? [] : [{ name: column, value: auc }],
  )
  return known.length < 2
    ? []
    : [{ kind: 'importance', measure: 'AUC', alone: true, features: known.slice(0, SHOWN) }]
}
