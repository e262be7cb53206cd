/** Each stage over time: its marks, how they change, how well they were foreseen, and the time that it takes. */
import type { StageHistory } from '../../practice/history.ts'
import type { Words } from '../../words/words.ts'
import { escaped } from '../escape.ts'
import { table } from '../table.ts'
import type { Names } from './names.ts'
import { NOTHING, one, signed } from './numerals.ts'
import { spark } from './spark.ts'

/** The table, in the order of an interview, with a note that says how to read it. */
export const stageTable = (stages: readonly StageHistory[], names: Names, words: Words): string => {
  const { course } = words.page
  const head = [words.scores.stage, course.marks, course.trend, course.own, course.time]
  const rows = stages
    .toSorted((a, b) => names.place(a.id) - names.place(b.id))
    .map((stage) => [escaped(names.of(stage.id)), marksOf(stage), ...changesOf(stage, words)])
  return `${table({ label: words.scores.stage, head: head.map(escaped), rows })}<p class="small">${escaped(course.stagesNote)}</p>`
}

/** So many marks are shown, the latest ones. */
const SHOWN = 8

const marksOf = ({ marks }: StageHistory): string => {
  const last = marks.slice(-SHOWN).map(({ mark }) => mark)
  return `<span class="row">${spark(last)} ${last.join(', ')}</span>`
}

const changesOf = ({ trend, bias, pace }: StageHistory, words: Words): string[] => {
  return [
    trend === null ? NOTHING : signed(trend, words),
    bias === null ? NOTHING : foreseen(bias, words),
    pace === null ? NOTHING : `${Math.round(100 * pace)} %`,
  ].map(escaped)
}

const foreseen = (bias: number, words: Words): string => {
  const { over, under, fits } = words.page.course
  const by = one(Math.abs(bias), words)
  if (by === one(0, words)) return fits
  return bias > 0 ? over({ by }) : under({ by })
}
