/** The report of a talk of one question, as Markdown: short, since one thing was asked. */
import type { OneQuestion } from '../report/question.ts'
import type { Report } from '../report.ts'
import { MARK_NAMES } from '../verdict.ts'
import { contestMark, contestReason } from './contested.ts'
import { place } from './feedback.ts'
import { blockquote, plain } from './plain.ts'
import { table } from './table.ts'

/** The verdict with its quotation, a sentence that would have met it, and what each verdict asks for. */
export const questionPage = (report: Report, one: OneQuestion, prefix: string): string[] => [
  `**${plain(one.name)}** (${plain(one.criterion)}): **${worded(one)}**${marked(contestMark(report, one.criterion))}. ${MEANING[`${one.verdict}`]}`,
  ...(one.where === null ? [] : [`You said, in ${place(report, one.where)}:`, blockquote(one.quote)]),
  ...contestReason(report, one.criterion),
  `The question was: ${plain(one.question)}`,
  `${one.verdict === 2 && !one.helped ? 'Another way to say it' : 'You could have said'}: *${plain(one.sentence)}*`,
  table(
    ['', 'What it takes'],
    (['clear', 'partial', 'miss'] as const).map((anchor) => [NAMES[anchor], plain(one.anchors[anchor])]),
  ),
  `Once more: \`${prefix}retry ${one.stage}\`. ${plain(one.criterion)} on another problem: \`${prefix}start PROBLEM --flow ${report.format.id} --focus ${one.criterion}\``,
]

const NAMES = { clear: MARK_NAMES[2], partial: MARK_NAMES[1], miss: MARK_NAMES[0] } as const

const worded = ({ verdict, helped }: OneQuestion): string => {
  if (verdict === null) return 'not assessed'
  if (helped && verdict === 1) return 'partial, since it came after help'
  return MARK_NAMES[verdict]
}

const marked = (mark: string): string => (mark === '' ? '' : ` (${mark})`)

const MEANING: Readonly<Record<string, string>> = {
  2: 'An interviewer would go on to something else here.',
  1: 'It was touched; what is missing stands in the first row below.',
  0: 'Nothing of it could be heard in the answer.',
  null: 'The notes at the end say why.',
}
