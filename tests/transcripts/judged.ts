/** A report without what differs between two tellings of the same talk. */
import type { Report } from '../../src/interview/report.ts'

/** What has to be the same whoever plays it: all but the hours of the day, the addresses of messages and the wording of small remarks, which the random id decides. */
export const judged = ({
  levels,
  stages,
  points,
  missed,
  flags,
  facts,
  pace,
  words,
  hints,
  how,
  options,
  strengths,
  growth,
}: Report) => {
  const { quiet: _, idle: __, ...rest } = options
  const timeless = points.map(({ where, ...point }) => {
    const { at: _, link: __, ...rest } = where ?? { at: 0, entry: -1 }
    return { ...point, where: rest }
  })
  const quotes = strengths.map(({ quote }) => quote)
  return {
    levels,
    stages,
    points: timeless,
    missed,
    flags: flags.length,
    facts,
    pace,
    words: words.candidate,
    hints,
    how,
    rest,
    quotes,
    growth: growth.map(({ criterion }) => criterion),
  }
}
