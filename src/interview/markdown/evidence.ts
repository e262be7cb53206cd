/** The evidence of a report as Markdown: what was credited, what a rubric warns of, what was not heard. */
import type { Words } from '../../words/words.ts'
import { OPEN_QUESTIONS } from '../context.ts'
import type { Missed, Point } from '../report/points.ts'
import type { Report } from '../report.ts'
import { contestedMisses, contestMark, contestReason, missedIn } from './contested.ts'
import { place } from './feedback.ts'
import { blockquote, plain } from './plain.ts'

/** Everything credited, by the stage that asks for it, each with its quotation. */
export const points = (report: Report, words: Words): string =>
  report.stages
    .flatMap(({ id, title }) => {
      const mine = report.points.filter(({ stage }) => stage === id)
      return mine.length === 0
        ? []
        : [`### ${plain(title)}`, ...mine.flatMap((point) => credited(report, point, words))]
    })
    .join('\n\n')

const credited = (report: Report, point: Point, words: Words): string[] => {
  const name = `${named(point)}: ${worded(point, words)}`
  if (point.measured || point.where === null) return [`${name}, ${words.evidence.measured}`]
  const mark = contestMark(report, point.criterion, words)
  return [
    `${name} (${place(report, point.where, words)})${mark === '' ? '' : `, ${mark}`}`,
    blockquote(point.quote),
    ...contestReason(report, point.criterion, words),
  ]
}

/** The id is what a person contests it by. */
const named = ({ criterion, name }: Pick<Point, 'criterion' | 'name'>): string =>
  `${plain(criterion)} **${plain(name)}**`

const worded = ({ verdict, helped }: Pick<Point, 'verdict' | 'helped'>, words: Words): string =>
  helped ? words.evidence.afterHelp : words.verdicts[verdict]

/** What a rubric warns of, with the words that set it off. */
export const flags = (report: Report, words: Words): string =>
  report.flags
    .flatMap((flag) => [
      `**${plain(flag.says)}** (${place(report, flag.where, words)})`,
      blockquote(flag.quote),
      words.evidence.countsAgainst({ name: plain(flag.name) }),
    ])
    .join('\n\n')

/** Sums that do not come out, each with how it does. */
export const sums = (report: Report, words: Words): string =>
  report.sums
    .map(({ quote, where, derivation }) =>
      [
        `- "${plain(quote)}" (${place(report, where, words)})`,
        ...derivation.map((line) => `  - ${plain(line)}`),
      ].join('\n'),
    )
    .join('\n')

/** Core points with what it takes, the others by name. */
export const missed = (report: Report, words: Words): string => {
  const { evidence: says } = words
  const contested = new Set(missedIn(report).map(({ criterion }) => criterion))
  const open = report.missed.filter(({ criterion }) => !contested.has(criterion))
  const core = open.filter((one) => one.core)
  const rest = open.filter((one) => !one.core)
  const list = core.map((one) => `- ${named(one)} (${titled(report, one)}): ${plain(one.clear)}`)
  return [
    ...(core.length > 0 ? [says.core, list.join('\n')] : []),
    ...(rest.length > 0 ? [says.rest, byStage(report, rest)] : []),
    ...(contested.size > 0 ? [says.contested, contestedMisses(report, words)] : []),
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
export const factsNotAsked = ({ facts: { asked, neverAsked } }: Report, { evidence }: Words): string =>
  neverAsked.length === 0
    ? ''
    : [
        evidence.askedFor({ asked: asked.length, all: asked.length + neverAsked.length }),
        neverAsked
          .map(({ topic, says }) => `- ${plain(topic.replaceAll('-', ' '))}: ${plain(says)}`)
          .join('\n'),
      ].join('\n\n')

/** What was asked and no fact is known for. */
export const openQuestions = ({ facts: { unknown } }: Report, { evidence }: Words): string =>
  unknown.length === 0
    ? ''
    : [
        evidence.noFact,
        unknown.map((question) => `- ${plain(question)}`).join('\n'),
        ...(unknown.length < OPEN_QUESTIONS ? [] : [evidence.firstOnly({ most: OPEN_QUESTIONS })]),
      ].join('\n\n')
