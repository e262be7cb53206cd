/** The marks of contested verdicts in a report, as Markdown. */
import type { Words } from '../../words/words.ts'
import type { Contested } from '../report/contests.ts'
import type { Report } from '../report.ts'
import { plain } from './plain.ts'

/** What is said beside a verdict, such as `contested; judged again by X: partial -> clear`; empty where nobody contests it. */
export const contestMark = ({ contested }: Report, criterion: string, words: Words): string => {
  const { contested: says, verdicts } = words
  const one = contested.find((each) => each.criterion === criterion)
  if (one === undefined) return ''
  const { verdict, again, pending } = one
  if (again === null) return pending ? says.pending : says.marked
  const outcome =
    again.verdict === verdict ? says.stands : `${verdicts[verdict]} -> ${verdicts[again.verdict]}`
  return says.again({ by: plain(again.by), outcome })
}

/** The person's reason, as a line; none where nobody contests it. */
export const contestReason = ({ contested }: Report, criterion: string, words: Words): string[] =>
  contested
    .filter((one) => one.criterion === criterion)
    .map(({ reason }) => words.contested.reason({ reason: plain(reason) }))

/** Contested verdicts that are a miss, each with what it takes to be clear. */
export const contestedMisses = (report: Report, words: Words): string =>
  missedIn(report)
    .map(({ criterion, name, stage, clear }) => {
      const title = plain(report.stages.find(({ id }) => id === stage)?.title ?? stage)
      const reason = contestReason(report, criterion, words).join('')
      return `- ${plain(criterion)} **${plain(name)}** (${title}), ${contestMark(report, criterion, words)}: ${plain(clear)} ${reason}`
    })
    .join('\n')

/** The contested verdicts that count as a miss now. */
export const missedIn = ({ contested }: Report): Contested[] =>
  contested.filter(({ verdict, again }) => (again?.verdict ?? verdict) === 0)

/** How a verdict is contested, by an example of the report; empty where there is none. */
export const howToContest = ({ points, missed }: Report, prefix: string, words: Words): string => {
  const { criterion } = points.find(({ measured }) => !measured) ?? missed[0] ?? {}
  return criterion === undefined ? '' : words.contested.how({ command: `${prefix}contest ${criterion}` })
}
