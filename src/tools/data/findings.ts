/** What is amiss in a table, each with its figure, its rows and what to do next. */
import type { Column } from '../../numbers/data/column.ts'
import type { Drift } from '../../numbers/data/drift.ts'
import type { Duplicates } from '../../numbers/data/duplicates.ts'
import { SUSPICIOUS, type Suspect } from '../../numbers/data/leakage.ts'
import type { Gaps } from '../../numbers/data/missing.ts'
import type { SplitFaults } from '../../numbers/data/split.ts'
import { numberText } from '../../numbers/number-text.ts'
import { counted, type Finding, percent } from './finding.ts'

/** Below this chance a relation is taken for one; with many columns some come by chance. */
const CHANCE = 0.001

/** `among` is how many columns were looked at: so many more relations come by chance (Bonferroni). */
export const ofGaps = ({ column, share, rows, related }: Gaps, among: number): Finding => {
  const tells = related !== undefined && related.p < CHANCE / among && related.strength > 0.05
  const parts = related?.byClass
    .map(({ name, share: part }) => `${percent(part)} where the label is ${name}`)
    .join(', ')
  return {
    weight: tells ? 2 : share > 0.5 ? 2 : 1,
    about: column,
    says: `${column} is missing in ${percent(share)} (${counted(rows, 'row')})${tells ? `, and that depends on the label: ${parts}` : ''}.`,
    next: tells
      ? 'Ask why before filling it in, check that the gap is there at prediction time too, and keep an indicator.'
      : 'Ask why; fill it with a statistic of the training rows only, or take a model that handles gaps.',
  }
}

export const ofDuplicates = (found: Duplicates, first: number): Finding[] =>
  found.rows === 0
    ? []
    : [
        {
          weight: 2,
          about: 'duplicates',
          says: `${counted(found.rows, 'row')} ${found.rows === 1 ? 'comes' : 'come'} again${exampleOf(found, first)}.`,
          next: 'Find out why; a row in training and in test makes the test easy.',
        },
      ]

export const ofConflicts = (found: Duplicates, first: number): Finding[] =>
  found.rows === 0
    ? []
    : [
        {
          weight: 2,
          about: 'labels',
          says: `${counted(found.rows, 'row')} are like another in everything but the label${exampleOf(found, first)}.`,
          next: 'No model can answer both: look for noise in the labels, or for a feature that is not there.',
        },
      ]

const exampleOf = ({ examples }: Duplicates, first: number): string => {
  const [one] = examples
  return one === undefined ? '' : `, such as row ${one.row + first}, which is row ${one.like + first}`
}

export const ofSuspect = ({ column, auc, hint }: Suspect): Finding[] => {
  const strong = auc !== undefined && auc >= SUSPICIOUS
  if (!strong && hint === undefined) return []
  const alone = auc === undefined ? '' : `alone it has an AUC of ${numberText(auc)}`
  return [
    {
      weight: strong ? 3 : 1,
      about: column,
      says: strong
        ? `${column} may give the label away: ${alone}.`
        : `${column} is called like something that is known only afterwards ("${hint}")${alone === '' ? '' : `; ${alone}`}.`,
      next: 'Check when it is written: what is not there at the moment of prediction is no feature.',
    },
  ]
}

/** The usual reading of the index. */
const [SOME, MUCH] = [0.1, 0.25]

export const ofDrift = ({ column, psi, ks }: Drift, parts: readonly string[]): Finding[] =>
  psi < SOME
    ? []
    : [
        {
          weight: psi >= MUCH ? 2 : 1,
          about: column,
          says: `${column} differs between ${parts.join(' and ')}: PSI ${numberText(psi)}${ks === undefined ? '' : `, Kolmogorov-Smirnov ${numberText(ks.statistic)}`}.`,
          next: 'See whether it is the season, the source or a change in how it is written; a model trained on one part may not hold on the other.',
        },
      ]

export const ofSplit = (
  { older, shared, same }: SplitFaults,
  time: Column | undefined,
  group: Column | undefined,
): Finding[] => [
  ...(older && older.rows > 0
    ? [
        {
          weight: 3 as const,
          about: 'split',
          says: `${percent(older.share)} of the test rows are older than the newest training row (by ${time?.name}).`,
          next: 'Split by time: train on what came before, test on what came after.',
        },
      ]
    : []),
  ...(shared && shared.groups > 0
    ? [
        {
          weight: 3 as const,
          about: 'split',
          says: `${counted(shared.groups, 'value')} of ${group?.name} stand in both parts, such as ${shared.examples.map((one) => `"${one}"`).join(', ')}.`,
          next: 'Keep all rows of one group in one part, else the test asks what was learned by heart.',
        },
      ]
    : []),
  ...(same > 0
    ? [
        {
          weight: 3 as const,
          about: 'split',
          says: `${counted(same, 'row')} stand in training and in test as they are.`,
          next: 'Take them out of one of the two.',
        },
      ]
    : []),
]
