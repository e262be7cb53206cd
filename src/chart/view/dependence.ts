import { label, MOST, points, thinned } from '../bounded.ts'
import type { Point, Series, View } from '../figure.ts'
import type { Phrases } from '../phrases.ts'
import type { Dependence } from '../picture.ts'
import { rangeOf } from './range.ts'

/** The mean answer over values of one feature, above the faint curves of single rows. */
export const dependenceView = (
  { feature: given, outcome: answer, values, mean, single = [] }: Dependence,
  { dependence: say }: Phrases,
): View => {
  const [feature, outcome] = [label(given), label(answer)]
  const sorted = (name: string, y: typeof mean) => points(name, values, y).sort((a, b) => a.x - b.x)
  const all = sorted(say.mean, mean)
  const stride = Math.max(1, Math.ceil(single.length / MOST.single))
  const faint = single
    .filter((_, at) => at % stride === 0)
    .map((one, at): Series => ({ name: `${at}`, points: thinned(sorted(outcome, one)), look: 'faint' }))
  const ys = [all, ...faint.map((series) => series.points)].flat().map(({ y }) => y)
  const [first = { x: 0, y: 0 }, last = first] = [all[0], all.at(-1)]
  const by = (better: (one: Point, other: Point) => boolean) =>
    all.reduce((best, one) => (better(one, best) ? one : best))
  return {
    figure: {
      form: 'lines',
      title: say.title(feature),
      note: say.note,
      x: { title: feature, from: first.x, to: last.x > first.x ? last.x : first.x + 1, as: 'number' },
      y: { title: outcome, ...rangeOf(ys), as: 'number' },
      series: [...faint, { name: say.mean, points: thinned(all), look: 'line' }],
    },
    alt: say.alt({
      feature,
      outcome,
      x: [first.x, last.x],
      y: [first.y, last.y],
      highest: by((one, best) => one.y > best.y),
      lowest: by((one, best) => one.y < best.y),
    }),
  }
}
