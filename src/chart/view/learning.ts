import { finite, label, points, thinned } from '../bounded.ts'
import type { Series, View } from '../figure.ts'
import type { Phrases } from '../phrases.ts'
import { BadPicture, type LearningCurve } from '../picture.ts'
import { rangeOf } from './range.ts'

const SIZES: readonly [number, number] = [1, 1e15]

/** Training and validation over the number of examples; over more than a factor of twenty on a logarithmic axis. */
export const learningView = (
  { measure: given, examples, training, validation, goal }: LearningCurve,
  { learning: say }: Phrases,
): View => {
  const measure = label(given)
  const sorted = (name: string, values: typeof training) =>
    points(name, examples, values, { x: SIZES }).sort((a, b) => a.x - b.x)
  const [first, second] = [sorted(say.training, training), sorted(say.validation, validation)]
  const [from, to] = [first[0]?.x ?? 1, first.at(-1)?.x ?? 1]
  if (to === from)
    throw new BadPicture('A learning curve needs two sizes at least. Train on more or on fewer examples.')
  const ends = (series: typeof first): readonly [number, number] => [series[0]?.y ?? 0, series.at(-1)?.y ?? 0]
  const goals = goal === undefined ? [] : [{ name: label(goal.name), value: finite(goal.value, 'The goal') }]
  const lines = goals.map(
    ({ name, value }): Series => ({
      name,
      points: [from, to].map((x) => ({ x, y: value })),
      look: 'reference',
    }),
  )
  const all = [...first, ...second, ...lines.flatMap((line) => line.points)]
  const alt = say.alt({ measure, examples: [from, to], training: ends(first), validation: ends(second) })
  return {
    figure: {
      form: 'lines',
      title: say.title,
      note: say.note(Math.abs(ends(first)[1] - ends(second)[1])),
      x: { title: say.x, from, to, as: to / from > 20 ? 'log' : 'number' },
      y: { title: measure, ...rangeOf(all.map(({ y }) => y)), as: 'number' },
      series: [
        { name: say.training, points: thinned(first), look: 'dots' },
        { name: say.validation, points: thinned(second), look: 'dots' },
        ...lines,
      ],
    },
    alt: [alt, ...goals.map(({ name, value }) => say.goal(name, value))].join(' '),
  }
}
