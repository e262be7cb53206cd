/** How the talk was held, as Markdown: pace, words, help, own ratings. */
import type { Pace } from '../report/stages.ts'
import type { Report } from '../report.ts'
import { plain } from './plain.ts'
import { minutes, percent } from './scores.ts'

/** The pace against the plan, with the stages that stand out, and who spoke how much. */
export const conduct = (report: Report): string =>
  [paceLine(report), ...standingOut(report), wordLine(report), ...helpLine(report)]
    .map((line) => `- ${line}`)
    .join('\n')

const paceLine = ({ minutes: spent, options, how }: Report): string => {
  const end =
    how === 'idle'
      ? 'It was closed after a long silence.'
      : how === 'ended'
        ? options.peer
          ? 'One of you ended it.'
          : 'You ended it yourself.'
        : 'It went through to its end.'
  return `The talk took ${minutes(spent)} of ${options.minutes} minutes. ${end}`
}

const standingOut = ({ pace, stages, notReached }: Report): string[] => {
  const named = pace.map((row) => ({
    ...row,
    title: plain(stages.find(({ id }) => id === row.stage)?.title ?? row.stage),
  }))
  const those = (wanted: Pace['says']) => named.filter(({ says }) => says === wanted)
  const cut = notReached.length > 0 ? ', time that the stages not reached did not have.' : '.'
  const short = those('short').map((row) => `${row.title} (${spent(row)})`)
  const missing = those('not reached').map((row) => `${row.title} (${minutes(row.plannedMinutes)})`)
  return [
    ...those('long').map((row) => `${row.title} took ${spent(row)} planned minutes${cut}`),
    ...(short.length > 0 ? [`Room was left, in minutes spent of those planned: ${short.join(', ')}.`] : []),
    ...(missing.length > 0 ? [`Not reached, with the minutes planned: ${missing.join(', ')}.`] : []),
  ]
}

const spent = ({ spentMinutes, plannedMinutes }: Pace): string =>
  `${minutes(spentMinutes)} of ${minutes(plannedMinutes)}`

const wordLine = ({ words: { candidate, interviewer, share } }: Report): string =>
  `You said ${candidate} words and the interviewer ${interviewer}: ${percent(share)} were yours.`

const helpLine = ({ hints }: Report): string[] => {
  if (hints.length === 0) return []
  const list = hints.map(({ name, hints: count }) =>
    count === 1 ? plain(name) : `${plain(name)} (${count})`,
  )
  const all = hints.reduce((sum, { hints: count }) => sum + count, 0)
  return [`You used ${all === 1 ? 'one hint' : `${all} hints`}: ${list.join(', ')}.`]
}

/** Where the own rating and the mark differ. */
export const ratings = ({ ratings: all, stages }: Report): string => {
  const lines = all.flatMap(({ stage, own, mark, says }) => {
    const title = plain(stages.find(({ id }) => id === stage)?.title ?? stage)
    if (says === 'as marked') return []
    return [`- ${title}: you said ${own}, the mark is ${mark}; ${says} by ${Math.abs(own - mark)}.`]
  })
  return lines.length === 0 ? 'You rated every stage as it was marked.' : lines.join('\n')
}
