/** What a report shows beside its words: the marks and the pace as pictures. */
import type { Pace, Picture, Scores } from '../chart/picture.ts'
import type { Report } from '../interview/report.ts'
import type { StageMark } from '../interview/score/scoring.ts'
import type { Attachment } from '../platform/card.ts'
import { wordsIn } from '../words/words.ts'
import { asFile, inCharacters } from './attached.ts'
import type { Draw, World } from './world.ts'

/** What pictures are drawn with; where nothing draws images, a place with files is shown none. */
export type Drawing = Pick<World, 'log'> & { draw?: Draw | undefined }

/** A picture and what its file is called. */
export type Named = { name: 'marks' | 'pace'; picture: Picture }

/**
 * The pictures of a report as files, or in characters for a place that holds none. One that cannot be drawn is left out
 * and logged.
 */
export const drawnOf = async (
  { log, draw }: Drawing,
  report: Report,
  { interview, files }: { interview: string; files: boolean },
): Promise<Attachment[]> => {
  const { language } = report.options
  const attach = files ? draw && asFile(draw) : inCharacters
  if (attach === undefined) return []
  const drawn = await Promise.all(
    picturesOf(report).map(async (named) => {
      try {
        const name = files ? `mlsd-${interview}-${named.name}` : named.name
        return [await attach(named.picture, name, language)]
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        log('warn', 'a picture of a report could not be drawn', { interview, picture: named.name, reason })
        return []
      }
    }),
  )
  return drawn.flat()
}

/** The pictures of a report, in its language; none where there is only one stage, or nothing to be seen. */
export const picturesOf = (report: Report): Named[] => {
  const { stages, question } = report
  if (question !== null || stages.length < 2) return []
  return [...marksOf(report), ...paceOf(report)]
}

/** The mark from which a stage is as good as its level asks. */
const BAR: StageMark = 3
const BEST: StageMark = 4

const marksOf = ({ stages, levels, options }: Report): Named[] => {
  const level = levels[0]?.level ?? options.level
  const counting = stages.filter(({ standing }) => standing !== 'nothing expected')
  if (counting.every(({ mark }) => mark === null)) return []
  const marks = counting.map(({ title, mark }) => ({ name: title, mark: mark ?? undefined, bar: BAR }))
  const named = wordsIn(options.language).levels[level]
  const picture: Scores = { kind: 'scores', level: named, most: BEST, marks }
  return [{ name: 'marks', picture }]
}

const paceOf = ({ stages }: Report): Named[] => {
  if (stages.every(({ spentMinutes }) => spentMinutes === 0)) return []
  const times = stages.map(({ title, plannedMinutes, spentMinutes }) => ({
    name: title,
    planned: plannedMinutes,
    spent: spentMinutes,
  }))
  const picture: Pace = { kind: 'pace', stages: times }
  return [{ name: 'pace', picture }]
}
