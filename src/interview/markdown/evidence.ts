/** The evidence of a report as Markdown: what was credited, what a rubric warns of, what was not heard. */
import type { Missed, Point } from '../report/points.ts'
import type { Report } from '../report.ts'
import { contestedMisses, contestMark, contestReason, missedIn } from './contested.ts'
import { place } from './feedback.ts'
import { blockquote, plain } from './plain.ts'

/** Everything credited, by the stage that asks for it, each with its quotation. */
export const points = (report: Report): string =>
  report.stages
    .flatMap(({ id, title }) => {
      const mine = report.points.filter(({ stage }) => stage === id)
      return mine.length === 0
        ? []
        : [`### ${plain(title)}`, ...mine.flatMap((point) => credited(report, point))]
    })
    .join('\n\n')

const credited = (report: Report, point: Point): string[] => {
  const name = `${named(point)}: ${worded(point)}`
  if (point.measured || point.where === null) return [`${name}, measured from the course of the talk`]
  const mark = contestMark(report, point.criterion)
  return [
    `${name} (${place(report, point.where)})${mark === '' ? '' : `, ${mark}`}`,
    blockquote(point.quote),
    ...contestReason(report, point.criterion),
  ]
}

/** The id is what a person contests it by. */
const named = ({ criterion, name }: Pick<Point, 'criterion' | 'name'>): string =>
  `${plain(criterion)} **${plain(name)}**`

const worded = ({ verdict, helped }: Pick<Point, 'verdict' | 'helped'>): string => {
  if (helped) return 'partial, since it came after help'
  return verdict === 2 ? 'clear' : 'partial'
}

/** What a rubric warns of, with the words that set it off. */
export const flags = (report: Report): string =>
  report.flags
    .flatMap((flag) => [
      `**${plain(flag.says)}** (${place(report, flag.where)})`,
      blockquote(flag.quote),
      `It counts against: ${plain(flag.name)}.`,
    ])
    .join('\n\n')

/** Core points with what it takes, the others by name. */
export const missed = (report: Report): string => {
  const contested = new Set(missedIn(report).map(({ criterion }) => criterion))
  const open = report.missed.filter(({ criterion }) => !contested.has(criterion))
  const core = open.filter((one) => one.core)
  const rest = open.filter((one) => !one.core)
  const list = core.map((one) => `- ${named(one)} (${titled(report, one)}): ${plain(one.clear)}`)
  return [
    ...(core.length > 0 ? ['Core at this level:', list.join('\n')] : []),
    ...(rest.length > 0
      ? ['Expected too, and of less weight; nobody covers all of these in the time:', byStage(report, rest)]
      : []),
    ...(contested.size > 0 ? ['Contested:', contestedMisses(report)] : []),
  ].join('\n\n')
}

const titled = ({ stages }: Report, { stage }: Missed): string =>
  plain(stages.find(({ id }) => id === stage)?.title ?? stage)

const byStage = ({ stages }: Report, all: readonly Missed[]): string =>
  stages
    .flatMap(({ id, title }) => {
      const names = all
        .filter(({ stage }) => stage === id)
        .map(({ criterion, name }) => `${plain(criterion)} ${plain(name)}`)
      return names.length === 0 ? [] : [`- ${plain(title)}: ${names.join('; ')}.`]
    })
    .join('\n')

/** What the interviewer knew and nobody asked for. */
export const factsNotAsked = ({ facts: { asked, neverAsked } }: Report): string =>
  neverAsked.length === 0
    ? ''
    : [
        `You asked for ${asked.length} of the ${asked.length + neverAsked.length} things the interviewer could tell. These were left:`,
        neverAsked
          .map(({ topic, says }) => `- ${plain(topic.replaceAll('-', ' '))}: ${plain(says)}`)
          .join('\n'),
      ].join('\n\n')

/** What was asked and no fact is known for. */
export const openQuestions = ({ facts: { unknown } }: Report): string =>
  unknown.length === 0
    ? ''
    : [
        'There is no fact for these; what helps is to assume something, and to say so:',
        unknown.map((question) => `- ${plain(question)}`).join('\n'),
      ].join('\n\n')
