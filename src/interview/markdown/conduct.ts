/** How the talk was held, as Markdown: pace, words, help, own ratings. */
import type { Words } from '../../words/words.ts'
import type { Pace } from '../report/stages.ts'
import type { Report } from '../report.ts'
import { plain } from './plain.ts'
import { minutes, percent } from './scores.ts'

/** The pace against the plan, with the stages that stand out, and who spoke how much. */
export const conduct = (report: Report, words: Words): string =>
  [
    paceLine(report, words),
    ...standingOut(report, words),
    wordLine(report, words),
    ...helpLine(report, words),
  ]
    .map((line) => `- ${line}`)
    .join('\n')

const paceLine = (report: Report, words: Words): string => {
  const { conduct: says } = words
  const { how, options, minutes: spent } = report
  const byHand = options.peer ? says.endedByOne : says.endedByYou
  const end = how === 'idle' ? says.closed : how === 'ended' ? byHand : says.wentThrough
  return `${says.took({ minutes: minutes(spent, words), planned: options.minutes })} ${end}`
}

const standingOut = ({ pace, stages, notReached }: Report, words: Words): string[] => {
  const { conduct: says } = words
  const named = pace.map((row) => ({
    says: row.says,
    stage: plain(stages.find(({ id }) => id === row.stage)?.title ?? row.stage),
    spent: minutes(row.spentMinutes, words),
    planned: minutes(row.plannedMinutes, words),
  }))
  const those = (wanted: Pace['says']) => named.filter((row) => row.says === wanted)
  const short = those('short').map(says.tookLittle).join(', ')
  const missing = those('not reached').map(({ stage, planned }) => `${stage} (${planned})`)
  return [
    ...those('long').map(notReached.length > 0 ? says.tookTime : says.tookLong),
    ...(short === '' ? [] : [says.roomLeft({ stages: short })]),
    ...(missing.length > 0 ? [says.notReached({ stages: missing.join(', ') })] : []),
  ]
}

const wordLine = ({ words: { candidate, interviewer, share } }: Report, words: Words): string =>
  words.conduct.spoken({ yours: candidate, interviewer, share: percent(share) })

const helpLine = ({ hints }: Report, words: Words): string[] => {
  if (hints.length === 0) return []
  const list = hints.map(({ name, hints: count }) =>
    count === 1 ? plain(name) : `${plain(name)} (${count})`,
  )
  const all = hints.reduce((sum, { hints: count }) => sum + count, 0)
  return [words.conduct.hints({ count: all, names: list.join(', ') })]
}

/** Where the own rating and the mark differ. */
export const ratings = ({ ratings: all, stages }: Report, { conduct: says }: Words): string => {
  const lines = all.flatMap(({ stage: id, own, mark }) => {
    const stage = plain(stages.find((one) => one.id === id)?.title ?? id)
    const by = Math.abs(own - mark)
    if (by === 0) return []
    const rated = own > mark ? says.overRated({ by }) : says.underRated({ by })
    return [`- ${says.rated({ stage, own, mark })} ${rated}`]
  })
  return lines.length === 0 ? says.ratedAsMarked : lines.join('\n')
}
