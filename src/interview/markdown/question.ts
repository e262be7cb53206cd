/** The report of a talk of one question, as Markdown: short, since one thing was asked. */
import type { Words } from '../../words/words.ts'
import type { OneQuestion } from '../report/question.ts'
import type { Report } from '../report.ts'
import { contestMark, contestReason } from './contested.ts'
import { couldHaveSaid, place } from './feedback.ts'
import { blockquote, plain } from './plain.ts'
import { table } from './table.ts'

/** The verdict with its quotation, a sentence that would have met it, and what each verdict asks for. */
export const questionPage = (report: Report, one: OneQuestion, prefix: string, words: Words): string[] => {
  const { feedback, question: says, questionMeanings } = words
  const mark = contestMark(report, one.criterion, words)
  const sentence = `*${plain(one.sentence)}*`
  const elsewhere = `${prefix}start PROBLEM --flow ${report.format.id} --focus ${one.criterion}`
  return [
    `**${plain(one.name)}** (${plain(one.criterion)}): **${worded(one, words)}**${mark === '' ? '' : ` (${mark})`}. ${questionMeanings[`${one.verdict}`]}`,
    ...(one.where === null
      ? []
      : [feedback.youSaid({ where: place(report, one.where, words) }), blockquote(one.quote)]),
    ...contestReason(report, one.criterion, words),
    says.was({ question: plain(one.question) }),
    one.verdict === 2 && !one.helped ? feedback.anotherWay({ sentence }) : couldHaveSaid(report, one, words),
    table(
      ['', says.takes],
      ANCHORS.map(([anchor, verdict]) => [words.verdicts[verdict], plain(one.anchors[anchor])]),
    ),
    `${says.onceMore({ command: `${prefix}retry ${one.stage}` })} ${says.elsewhere({ criterion: plain(one.criterion), command: elsewhere })}`,
  ]
}

const ANCHORS = [
  ['clear', 2],
  ['partial', 1],
  ['miss', 0],
] as const

const worded = ({ verdict, helped }: OneQuestion, words: Words): string => {
  if (verdict === null) return words.question.notAssessed
  return helped && verdict === 1 ? words.evidence.afterHelp : words.verdicts[verdict]
}
