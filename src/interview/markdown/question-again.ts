/** The question of a talk of one question, answered once more, as Markdown: verdicts, since there is no mark of a stage. */
import type { Words } from '../../words/words.ts'
import type { AttemptReport } from '../report/attempts.ts'
import type { Report } from '../report.ts'
import { couldHaveSaid, place } from './feedback.ts'
import { blockquote, plain } from './plain.ts'

/** One line on it, for the report of the whole talk. */
export const questionAgainLine = (one: AttemptReport, words: Words): string =>
  `- ${words.attempt.questionLine({ attempt: one.attempt, stage: plain(one.title), change: change(one, words) })}`

/** Both verdicts, the words that the later one rests on, and a sentence where something is still open. */
export const questionAgain = (report: Report, one: AttemptReport, prefix: string, words: Words): string => {
  const { attempt: says, feedback } = words
  const [compared] = one.criteria
  const sentence = compared?.sentence ?? report.question?.sentence ?? ''
  return [
    `# ${says.title({ stage: plain(one.title) })}`,
    `**${plain(report.question?.name ?? '')}**: ${change(one, words)}. ${says.byItself}`,
    ...(compared && compared.quote !== '' && compared.where !== null
      ? [feedback.youSaid({ where: place(report, compared.where, words) }), blockquote(compared.quote)]
      : []),
    ...(one.after === null || compared?.after === 2
      ? []
      : [couldHaveSaid(report, { sentence, moment: compared?.moment ?? null }, words)]),
    ...(one.untaught ? [words.remarks.untaught] : []),
    says.again({ command: `${prefix}retry ${one.stage}` }),
  ].join('\n\n')
}

/** A criterion that is in neither was not heard in either. */
const change = ({ before, after, criteria: [one] }: AttemptReport, words: Words): string => {
  const { attempt: says, verdicts } = words
  if (after === null) return says.unjudgedQuestion
  const first = before === null ? words.question.notAssessed : verdicts[one?.before ?? 0]
  return says.change({ before: first, after: verdicts[one?.after ?? 0] })
}
