import { finite, label, thinned, within } from '../bounded.ts'
import type { Series, View } from '../figure.ts'
import type { Phrases } from '../phrases.ts'
import { BadPicture, type History } from '../picture.ts'

const DAY = 86_400_000
const TIMES: readonly [number, number] = [0, 4e12]

/** Values over days, with the bar that they should reach. */
export const historyView = (
  { measure: given, points, range, bar }: History,
  { history: say }: Phrases,
): View => {
  within(points.length, 100_000, 'values')
  const measure = label(given)
  const [from, to] = [finite(range[0], 'The range'), finite(range[1], 'The range')]
  if (from >= to) throw new BadPicture(`The range goes from ${from} to ${to}. Give the lower end first.`)
  const all = points
    .map(({ at, value }) => ({
      x: finite(at, 'A time', ...TIMES),
      y: finite(value, 'A value', from, to),
    }))
    .sort((a, b) => a.x - b.x)
  const [first = { x: 0, y: 0 }, last = first] = [all[0], all.at(-1)]
  const ends = last.x > first.x ? [first.x, last.x] : [first.x - DAY, first.x + DAY]
  const [begin = 0, end = 0] = ends
  const bars =
    bar === undefined ? [] : [{ name: label(bar.name), value: finite(bar.value, 'The bar', from, to) }]
  const lines = bars.map(
    ({ name, value }): Series => ({
      name,
      points: ends.map((x) => ({ x, y: value })),
      look: 'reference',
    }),
  )
  const alt = say.alt({
    measure,
    count: all.length,
    at: [first.x, last.x],
    value: [first.y, last.y],
    best: all.reduce((best, { y }) => Math.max(best, y), from),
  })
  const reached = bars.map(({ name, value }) =>
    say.bar(name, value, all.filter(({ y }) => y >= value).length),
  )
  return {
    figure: {
      form: 'lines',
      title: say.title(measure),
      note: say.note(all.length),
      x: { title: say.x, from: begin, to: end, as: 'date' },
      y: { title: measure, from, to, as: 'number' },
      series: [{ name: measure, points: thinned(all), look: 'dots' }, ...lines],
    },
    alt: [alt, ...reached].join(' '),
  }
}
