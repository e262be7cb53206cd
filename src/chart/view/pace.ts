import { finite, label, MOST, within } from '../bounded.ts'
import type { Row, View } from '../figure.ts'
import type { Phrases } from '../phrases.ts'
import type { Pace } from '../picture.ts'
import { rangeOf } from './range.ts'

const DAY = 24 * 60

/** Minutes of each stage, with a tick where they should have ended. */
export const paceView = ({ stages }: Pace, { pace: say }: Phrases): View => {
  within(stages.length, MOST.rows, 'stages')
  const rows = stages.map(({ name: given, planned, spent }): Row & { value: number; tick: number } => {
    const name = label(given, 28)
    const [value, tick] = [spent, planned].map((time) => finite(time, `The time of "${name}"`, 0, DAY)) as [
      number,
      number,
    ]
    return { name, value, tick, text: say.row(value, tick), tone: value > tick * 1.1 ? 'bad' : 'good' }
  })
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0)
  const over = rows
    .filter(({ tone }) => tone === 'bad')
    .sort((a, b) => b.value - b.tick - (a.value - a.tick))
    .map(({ name, value, tick }) => say.over(name, value - tick))
  return {
    figure: {
      form: 'bars',
      title: say.title,
      note: say.note,
      axis: {
        title: say.axis,
        ...rangeOf(
          rows.flatMap(({ value, tick }) => [value, tick]),
          true,
        ),
        as: 'number',
      },
      rows,
    },
    alt: say.alt(
      sum(({ value }) => value),
      sum(({ tick }) => tick),
      over,
    ),
  }
}
