/** What a report shows beside its words: the marks and the pace as pictures. */
import type { Pace, Scores } from '../chart/picture.ts'
import type { Report } from '../interview/report.ts'
import type { StageMark } from '../interview/score/scoring.ts'
import type { Attachment } from '../platform/card.ts'
import { wordsIn } from '../words/words.ts'
import { type Drawing, type Named, picturesFor } from './attached.ts'

/** The pictures of a report as files, or in characters for a place that holds none, in the language of the talk. */
export const drawnOf = (
  drawing: Drawing,
  report: Report,
  { interview, files }: { interview: string; files: boolean },
): Promise<Attachment[]> =>
  picturesFor(drawing, picturesOf(report), { of: interview, files, language: report.options.language })

type Pictured = Named<'marks' | 'pace'>

/** The pictures of a report, in its language; none where there is only one stage, or nothing to be seen. */
export const picturesOf = (report: Report): Pictured[] => {
  const { stages, question } = report
  if (question !== null || stages.length < 2) return []
  return [...marksOf(report), ...paceOf(report)]
}

/** The mark from which a stage is as good as its level asks. */
const BAR: StageMark = 3
const BEST: StageMark = 4

const marksOf = ({ stages, levels, options }: Report): Pictured[] => {
  const level = levels[0]?.level ?? options.level
  const counting = stages.filter(({ standing }) => standing !== 'nothing expected')
  if (counting.every(({ mark }) => mark === null)) return []
  const marks = counting.map(({ title, mark }) => ({ name: title, mark: mark ?? undefined, bar: BAR }))
  const named = wordsIn(options.language).levels[level]
  const picture: Scores = { kind: 'scores', level: named, most: BEST, marks }
  return [{ name: 'marks', picture }]
}

const paceOf = ({ stages }: Report): Pictured[] => {
  if (stages.every(({ spentMinutes }) => spentMinutes === 0)) return []
  const times = stages.map(({ title, plannedMinutes, spentMinutes }) => ({
    name: title,
    planned: plannedMinutes,
    spent: spentMinutes,
  }))
  const picture: Pace = { kind: 'pace', stages: times }
  return [{ name: 'pace', picture }]
}
