/** An evaluation as Markdown for a person: one function for each section, in the order of the page. */

import type { ContestedVerdict } from '../interview/report/contests.ts'
import { confusionText } from './confusion.ts'
import { contestedMarkdown } from './contested.ts'
import type { Evaluation } from './evaluation.ts'
import type { Figures } from './figures.ts'
import { LABELS } from './labelled.ts'
import { inShort, worst } from './outcome.ts'
import { figure, percent, tableOf } from './table.ts'

export type Section = (evaluation: Evaluation) => string

/**
 * The whole page; sections with nothing to say are left out. With `most`, so many of the worst answers are listed; verdicts
 * that people contest come last.
 */
export const evaluationMarkdown = (
  evaluation: Evaluation,
  most = 0,
  contested: readonly ContestedVerdict[] = [],
): string =>
  [head, agreement, means, confusion, tricks, steadiness, worstOf(most), () => contestedMarkdown(contested)]
    .map((section) => section(evaluation))
    .filter((text) => text !== '')
    .join('\n\n')

const head: Section = ({ by, overall, tricks, problems, heldOut }) => {
  const held = heldOut.answers > 0 ? `, ${problems.filter((one) => one.heldOut).length} of them held out` : ''
  return `Judged by ${by}: ${overall.answers} answers and ${tricks.answers} tricks over ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}${held}.`
}

type Row = [name: string, figures: Figures]

const rowsOf = ({ overall, tuned, heldOut, stages, problems }: Evaluation): Row[] => [
  ['**all**', overall],
  ...(heldOut.answers > 0 && tuned.answers > 0
    ? ([
        ['**tuned**', tuned],
        ['**held out**', heldOut],
      ] satisfies Row[])
    : []),
  ...stages.map(({ stage, figures }): Row => [stage, figures]),
  ...problems.map((one): Row => [`${one.problem}${one.heldOut ? ' *' : ''}`, one.figures]),
]

const agreement: Section = (evaluation) => {
  const rows = rowsOf(evaluation)
  const unassessed = evaluation.overall.unassessed
  return [
    '## Agreement with the labels',
    tableOf(
      ['', 'n', 'kappa', 'rho', 'order', 'length', 'exact', '±1'],
      rows.map(([name, of]) => [
        name,
        String(of.answers),
        of.kappa,
        of.spearman,
        of.ordering,
        of.length,
        of.exact,
        of.within,
      ]),
    ),
    'kappa: quadratic weighted, on four levels. rho: Spearman, score and label. order: pairs of answers to one question ' +
      'put in the right order. length: correlation of score and words at equal label, best near 0. exact, ±1: levels ' +
      `right, and at most one off.${rows.some(([name]) => name.endsWith(' *')) ? ' * is held out.' : ''}`,
    ...(unassessed > 0 ? [`**${unassessed} ordinary answers were not assessed** and are left out.`] : []),
  ].join('\n\n')
}

const means: Section = (evaluation) =>
  [
    '## Mean score for each label',
    tableOf(
      ['', ...LABELS.map((_, label) => `label ${label}`)],
      [
        ...rowsOf(evaluation).map(([name, of]) => [name, ...of.means]),
        ['mean number of words', ...evaluation.overall.words.map((words) => words?.toFixed(0) ?? null)],
      ],
    ),
  ].join('\n\n')

const confusion: Section = ({ confusion: counts }) =>
  `## Labels and graded levels\n\n${confusionText(counts)}`

const tricks: Section = ({ tricks: { answers, unassessed, mean, kinds } }) => {
  if (answers === 0) return ''
  const row = (name: string, n: number, left: number, of: number | null, most: string) => [
    name,
    String(n),
    String(left),
    of,
    most,
  ]
  return [
    '## Tricks, all worth nothing',
    tableOf(
      ['trick', 'n', 'not assessed', 'mean', 'worst'],
      [
        row('**all**', answers, unassessed, mean, ''),
        ...kinds.map((one) =>
          row(
            one.trick,
            one.answers,
            one.unassessed,
            one.mean,
            one.worst && one.worst.score > 0 ? `${figure(one.worst.score)} ${one.worst.id}` : '',
          ),
        ),
      ],
      [0, 4],
    ),
    'An answer in another language is not to be assessed, and everything else is.',
  ].join('\n\n')
}

const steadiness: Section = ({ repeat, steadiness: changes }) => {
  if (repeat.answers === 0) return ''
  return [
    '## Steadiness',
    `Graded a second time in another order, ${percent(repeat.share)} of the answers got the same verdicts, quotes and score${named(repeat.differing)}.`,
    tableOf(
      ['change', 'moved', 'what it does'],
      changes.map(({ change, says, share }) => [change, percent(share), says]),
      [0, 2],
    ),
    'moved: answers with at least one verdict that is another one then. No change touches a word.',
  ].join('\n\n')
}

const SHOWN = 5

const named = (ids: readonly string[]): string =>
  ids.length === 0 ? '' : ` (not ${ids.slice(0, SHOWN).join(', ')}${ids.length > SHOWN ? ' and more' : ''})`

const worstOf =
  (most: number): Section =>
  ({ outcomes }) => {
    if (most === 0) return ''
    const rows = worst(outcomes, most).map((one) => {
      const score = one.score === null ? 'not assessed' : figure(one.score)
      const label = `label ${one.label}${one.trick ? `, ${one.trick}` : ''}`
      return `- **${score}** for ${label}: ${one.id}\n  ${inShort(one.verdicts) || 'every verdict 0'}`
    })
    return [
      '## Furthest from their label',
      rows.length === 0 ? 'Every score lies within its label.' : rows.join('\n'),
    ].join('\n\n')
  }
