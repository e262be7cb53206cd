/** A person's interviews over time, in words: by stage, what sits and what does not, what is next. */
import type { Picture } from '../../chart/picture.ts'
import type { Flow } from '../../flow/flow.ts'
import { planOf } from '../../interview/plan.ts'
import { type History, historyOf, type Milestone, type StageHistory } from '../../practice/history.ts'
import type { Words } from '../../words/words.ts'
import type { Practice } from './kept.ts'

/** Below this many interviews there is nothing to compare. */
const LEAST = 2

/** The paragraphs of it, as Markdown; nothing with fewer than two interviews. */
export const progressText = ({ past }: Practice, flow: Flow | undefined, words: Words): string => {
  const history = historyOf(past)
  if (history.interviews < LEAST || flow === undefined) return ''
  const { progress } = words
  const named = namesIn(flow)
  return [
    `**${progress.stages}**`,
    history.stages.map((stage) => `- ${stageLine(stage, named, words)}`).join('\n'),
    ...criteriaLines(history, named, words),
    ...(history.milestone ? [milestoneLine(history.milestone, named, words)] : []),
  ].join('\n\n')
}

/** The scores over time as a picture; nothing with fewer than two of them. */
export const progressPicture = ({ past }: Practice): Picture | undefined => {
  const { scores } = historyOf(past)
  return scores.length < LEAST
    ? undefined
    : {
        kind: 'history',
        measure: 'S',
        points: scores.map(({ at, score }) => ({ at, value: score })),
        range: [1, 4],
      }
}

type Named = (id: string) => string

const namesIn = (flow: Flow): Named => {
  const { order, criteria } = planOf(flow)
  return (id) => criteria.get(id)?.criterion.name ?? order.find((stage) => stage.id === id)?.title ?? id
}

const stageLine = (
  { id, marks, trend, bias, pace }: StageHistory,
  named: Named,
  { progress }: Words,
): string => {
  const last = marks.slice(-SHOWN).map(({ mark }) => mark)
  return [
    progress.marks({ stage: named(id), marks: last.join(', ') }),
    ...(trend === null || trend === 0 ? [] : [progress[trend > 0 ? 'up' : 'down']({ by: rounded(trend) })]),
    ...(bias === null || Math.abs(bias) < NOTABLE
      ? []
      : [progress[bias > 0 ? 'overRated' : 'underRated']({ by: rounded(bias) })]),
    ...(pace === null || Math.abs(pace - 1) < SLACK
      ? []
      : [progress.pace({ share: Math.round(100 * pace) })]),
  ].join(' · ')
}

const SHOWN = 5
/** Half a mark over or under, and a quarter of the time, are worth a word. */
const NOTABLE = 0.5
const SLACK = 0.25

const rounded = (value: number): number => Math.round(10 * Math.abs(value)) / 10

const criteriaLines = ({ weakest, strongest }: History, named: Named, { progress }: Words): string[] => {
  const list = (all: History['weakest']): string => all.map(({ id }) => `${id} ${named(id)}`).join('; ')
  return [
    ...(weakest.length === 0 ? [] : [progress.weakest({ names: list(weakest) })]),
    ...(strongest.length === 0 ? [] : [progress.strongest({ names: list(strongest) })]),
  ]
}

const milestoneLine = (milestone: Milestone, named: Named, { progress }: Words): string =>
  milestone.kind === 'mark'
    ? progress.nextMark({ stage: named(milestone.stage), mark: milestone.mark })
    : progress.nextCount({ left: milestone.left, count: milestone.next })
