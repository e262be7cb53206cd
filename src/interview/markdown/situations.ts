/** Situations in figures as Markdown: the question, how it was answered, what its figures show. */
import type { Words } from '../../words/words.ts'
import type { Situation } from '../report/situations.ts'
import type { Report } from '../report.ts'
import { place } from './feedback.ts'
import { blockquote, plain } from './plain.ts'

/** Each situation with the answer to it. */
export const situations = (report: Report, words: Words): string =>
  report.situations.map((one) => situation(report, one, words)).join('\n\n')

const situation = (report: Report, one: Situation, words: Words): string => {
  const { situation: says } = words
  const stage = report.stages.find(({ id }) => id === one.stage)?.title ?? one.stage
  const answer =
    one.read === null
      ? says.unanswered
      : `${says.diagnosis[one.read.diagnosis]} ${says.remedy[one.read.remedy]}`
  return [
    `**${plain(stage)}.** ${plain(one.says)}`,
    ...(one.where === null
      ? [answer]
      : [`${answer} (${place(report, one.where, words)})`, blockquote(one.quote)]),
    one.derivation.map((line) => `- ${plain(line)}`).join('\n'),
    `${says.could} ${plain(one.could)}`,
  ].join('\n\n')
}
