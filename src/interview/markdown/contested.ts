/** The marks of contested verdicts in a report, as Markdown. */
import type { Contested } from '../report/contests.ts'
import type { Report } from '../report.ts'
import { MARK_NAMES } from '../verdict.ts'
import { plain } from './plain.ts'

/** What is said beside a verdict, such as `contested; judged again by X: partial -> clear`; empty where nobody contests it. */
export const contestMark = ({ contested }: Report, criterion: string): string => {
  const one = contested.find((each) => each.criterion === criterion)
  if (one === undefined) return ''
  const { verdict, again, pending } = one
  if (again === null) return pending ? 'contested; it is being judged again' : 'contested'
  const outcome =
    again.verdict === verdict ? 'stands' : `${MARK_NAMES[verdict]} -> ${MARK_NAMES[again.verdict]}`
  return `contested; judged again by ${plain(again.by)}: ${outcome}`
}

/** The person's reason, as a line; none where nobody contests it. */
export const contestReason = ({ contested }: Report, criterion: string): string[] =>
  contested.filter((one) => one.criterion === criterion).map(({ reason }) => `Contested: ${plain(reason)}`)

/** Contested verdicts that are a miss, each with what it takes to be clear. */
export const contestedMisses = (report: Report): string =>
  missedIn(report)
    .map(({ criterion, name, stage, clear }) => {
      const title = plain(report.stages.find(({ id }) => id === stage)?.title ?? stage)
      const reason = contestReason(report, criterion).join('')
      return `- ${plain(criterion)} **${plain(name)}** (${title}), ${contestMark(report, criterion)}: ${plain(clear)} ${reason}`
    })
    .join('\n')

/** The contested verdicts that count as a miss now. */
export const missedIn = ({ contested }: Report): Contested[] =>
  contested.filter(({ verdict, again }) => (again?.verdict ?? verdict) === 0)

/** How a verdict is contested, by an example of the report; empty where there is none. */
export const howToContest = ({ points, missed }: Report, prefix: string): string => {
  const { criterion } = points.find(({ measured }) => !measured) ?? missed[0] ?? {}
  return criterion === undefined
    ? ''
    : `Is a verdict wrong? \`${prefix}contest ${criterion}\` and your reason mark it.`
}
