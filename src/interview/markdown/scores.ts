/** The verdict of a report in words and tables: what came out, at which level, in which stage. */

import type { StageRow } from '../report/stages.ts'
import type { LevelRow, Report } from '../report.ts'
import type { Band, StageMark } from '../score/scoring.ts'
import { plain } from './plain.ts'
import { table } from './table.ts'

const MEANING: Readonly<Record<Band, string>> = {
  'strong hire': 'Every part holds at this level, and most of what was expected was there without asking',
  'lean hire': 'More speaks for you than against; the growth points below are what would make it certain',
  'lean no hire': 'The base is there, yet a panel would still hesitate; the growth points below weigh most',
  'no hire':
    'Little of what this level expects could be heard this time; the points below are where to begin',
}

/** The outcome at the level asked for, in a sentence, with its meaning and its reason. */
export const headline = ({ format, levels, stages }: Report): string => {
  const asked = levels[0]
  if (asked === undefined) return ''
  if (format.part !== null) return ofOneStage(stages[0], asked)
  const { level, S, band, bandReason } = asked
  if (band !== null) {
    return `**${capital(band)}** at ${level} level, with S ${shown(S)} of 4. ${MEANING[band]}.\n\n${bandReason}`
  }
  const counted = stages.filter(({ mark }) => mark !== null).length
  const over = counted === 1 ? 'the one stage that counts' : `the ${counted} stages that count`
  const so = S === null ? '' : ` S is ${shown(S)} of 4 over ${over}, which says how these went and no more.`
  return `**No band** at ${level} level.${so}\n\n${bandReason}`
}

/** The mark of the one stage that was held, and that it is no vote. */
const ofOneStage = (stage: StageRow | undefined, { level, bandReason }: LevelRow): string =>
  stage === undefined || stage.mark === null
    ? `**No mark** at ${level} level.\n\n${bandReason}`
    : `**${plain(stage.title)}: mark ${stage.mark} of 4** at ${level} level. ${MARKS[stage.mark]}.\n\n${bandReason}`

const MARKS: Readonly<Record<StageMark, string>> = {
  4: 'Most of what this level expects of the stage was there, and nothing core was missing',
  3: 'The greater part of what this level expects of the stage was there',
  2: 'A good part of what this level expects of the stage was still missing',
  1: 'Little of what this level expects of the stage could be heard',
}

/** S and band of the same transcript at every level; the mark alone after a single stage. */
export const levelTable = ({ format, levels }: Report): string =>
  table(
    format.part === null ? ['Level', 'S', 'Band'] : ['Level', 'Mark'],
    levels.map((row, n) => {
      const cells =
        format.part === null
          ? [capital(row.level), shown(row.S), bandCell(row)]
          : [capital(row.level), row.S === null ? '-' : String(row.S)]
      return n === 0 ? cells.map((cell) => `**${cell}**`) : cells
    }),
  )

/** Marks, what they rest on, and minutes against the plan. */
export const stageTable = (report: Report): string => {
  const own = new Map(report.ratings.map((rating) => [rating.stage, rating.own]))
  const head = ['Stage', 'Mark', 'Core met', 'Clear', 'Partial', 'Minutes', 'Plan']
  return table(
    own.size > 0 ? [...head, 'Your rating'] : head,
    report.stages.map((row) => {
      const judged = row.standing === 'judged'
      const cells = [
        plain(row.title),
        markOf(row),
        judged ? percent(row.share) : '-',
        judged ? String(row.clear) : '-',
        judged ? String(row.partial) : '-',
        row.opened ? minutes(row.spentMinutes) : '-',
        minutes(row.plannedMinutes),
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
export const minutes = (value: number): string => String(Math.round(value * 10) / 10)

const shown = (S: number | null): string => (S === null ? '-' : S.toFixed(2))

const bandCell = ({ band }: LevelRow): string => (band === null ? 'none' : capital(band))

const markOf = ({ mark, standing }: StageRow): string => {
  if (standing === 'judged') return String(mark)
  return mark === null ? standing : `${mark} (${standing})`
}
