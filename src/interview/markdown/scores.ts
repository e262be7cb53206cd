/** The verdict of a report in words and tables: what came out, at which level, in which stage. */
import type { Words } from '../../words/words.ts'
import type { StageRow } from '../report/stages.ts'
import type { LevelRow, Report } from '../report.ts'
import { plain } from './plain.ts'
import { table } from './table.ts'

/** The outcome at the level asked for, in a sentence, with its meaning and its reason. */
export const headline = ({ format, levels, stages }: Report, words: Words): string => {
  const asked = levels[0]
  if (asked === undefined) return ''
  if (format.part !== null) return ofOneStage(stages[0], asked, words)
  const { scores, bands, bandMeanings } = words
  const { S, band, bandReason } = asked
  const level = words.levels[asked.level]
  if (band !== null) {
    const outcome = scores.banded({ band: capital(bands[band]), level, S: shown(S, words) })
    return `${outcome} ${bandMeanings[band]}\n\n${bandReason}`
  }
  const count = stages.filter(({ mark }) => mark !== null).length
  const over = (S: string): string => (count === 1 ? scores.overOne({ S }) : scores.over({ S, count }))
  const so = S === null ? '' : ` ${over(shown(S, words))}`
  return `${scores.noBand({ level })}${so}\n\n${bandReason}`
}

/** The mark of the one stage that was held, and that it is no vote. */
const ofOneStage = (stage: StageRow | undefined, asked: LevelRow, words: Words): string => {
  const { scores, markMeanings } = words
  const level = words.levels[asked.level]
  if (stage === undefined || stage.mark === null) return `${scores.noMark({ level })}\n\n${asked.bandReason}`
  const outcome = scores.marked({ stage: plain(stage.title), mark: stage.mark, level })
  return `${outcome} ${markMeanings[stage.mark]}\n\n${asked.bandReason}`
}

/** S and band of the same transcript at every level; the mark alone after a single stage. */
export const levelTable = ({ format, levels }: Report, words: Words): string => {
  const { scores } = words
  return table(
    format.part === null ? [scores.level, 'S', scores.band] : [scores.level, scores.mark],
    levels.map((row, n) => {
      const cells =
        format.part === null
          ? [capital(words.levels[row.level]), shown(row.S, words), bandCell(row, words)]
          : [capital(words.levels[row.level]), row.S === null ? '-' : String(row.S)]
      return n === 0 ? cells.map((cell) => `**${cell}**`) : cells
    }),
  )
}

/** Marks, what they rest on, and minutes against the plan. */
export const stageTable = (report: Report, words: Words): string => {
  const { scores } = words
  const own = new Map(report.ratings.map((rating) => [rating.stage, rating.own]))
  const { stage, mark, coreMet, clear, partial } = scores
  const head = [stage, mark, coreMet, clear, partial, scores.minutes, scores.plan]
  return table(
    own.size > 0 ? [...head, scores.yourRating] : head,
    report.stages.map((row) => {
      const judged = row.standing === 'judged'
      const cells = [
        plain(row.title),
        markOf(row, words),
        judged ? percent(row.share) : '-',
        judged ? String(row.clear) : '-',
        judged ? String(row.partial) : '-',
        row.opened ? minutes(row.spentMinutes, words) : '-',
        minutes(row.plannedMinutes, words),
      ]
      return own.size > 0 ? [...cells, String(own.get(row.id) ?? '-')] : cells
    }),
  )
}

/** The text with a capital letter first. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A share as whole per cent. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`

/** Minutes with at most one decimal. */
export const minutes = (value: number, words: Words): string =>
  words.report.decimal({ number: String(Math.round(value * 10) / 10) })

/** A score with two decimals. */
export const shown = (S: number | null, words: Words): string =>
  S === null ? '-' : words.report.decimal({ number: S.toFixed(2) })

const bandCell = ({ band }: LevelRow, words: Words): string =>
  band === null ? words.scores.bandless : capital(words.bands[band])

const markOf = ({ mark, standing }: StageRow, { standings }: Words): string => {
  if (standing === 'judged') return String(mark)
  return mark === null ? standings[standing] : `${mark} (${standings[standing]})`
}
