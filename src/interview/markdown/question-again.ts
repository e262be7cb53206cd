/** The question of a talk of one question, answered once more, as Markdown: verdicts, since there is no mark of a stage. */
import type { AttemptReport } from '../report/attempts.ts'
import type { Report } from '../report.ts'
import { MARK_NAMES } from '../verdict.ts'
import { place } from './feedback.ts'
import { blockquote, plain } from './plain.ts'

/** One line on it, for the report of the whole talk. */
export const questionAgainLine = (one: AttemptReport): string =>
  `- Attempt ${one.attempt}, ${plain(one.title)}: ${change(one)}.`

/** Both verdicts, the words that the later one rests on, and a sentence where something is still open. */
export const questionAgain = (report: Report, one: AttemptReport, prefix: string): string => {
  const [compared] = one.criteria
  const sentence = compared?.sentence ?? report.question?.sentence ?? ''
  return [
    `# ${plain(one.title)}, tried again`,
    `**${plain(report.question?.name ?? '')}**: ${change(one)}. A retry is judged by itself.`,
    ...(compared && compared.quote !== '' && compared.where !== null
      ? [`You said, in ${place(report, compared.where)}:`, blockquote(compared.quote)]
      : []),
    ...(one.after === null || compared?.after === 2 ? [] : [`You could have said: *${plain(sentence)}*`]),
    `Again: \`${prefix}retry ${one.stage}\``,
  ].join('\n\n')
}

/** A criterion that is in neither was not heard in either. */
const change = ({ before, after, criteria: [one] }: AttemptReport): string =>
  after === null
    ? 'this attempt could not be judged, so the verdict stays as it was'
    : `${before === null ? 'not assessed' : MARK_NAMES[one?.before ?? 0]} before, ${MARK_NAMES[one?.after ?? 0]} now`
