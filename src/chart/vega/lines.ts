import type { TopLevelSpec } from 'vega-lite'
import type { Axis, Lines, Series } from '../figure.ts'
import { powersOfTen } from '../view/range.ts'
import { formatOf, framed, type Means, TEXT, WIDTH } from './frame.ts'

const HEIGHT = 600
/** Room for the stroke beside a name, and between two. */
const SYMBOL = 60
const DASHED = [7, 5]
const SOLID = [1, 0]

/** Lines over two axes as Vega-Lite; what they are compared with is dashed. */
export const linesSpec = (figure: Lines, means: Means): TopLevelSpec => {
  const { colours, metrics } = means
  const named = figure.series.filter(({ look }) => look !== 'faint')
  const names = named.map(({ name }) => name)
  const main = named.filter(({ look }) => look !== 'reference')
  const colour = (series: Series): string =>
    series.look === 'reference'
      ? colours.reference
      : (colours.series[main.indexOf(series) % 4] ?? colours.ink)
  const wide = names.reduce((sum, name) => sum + metrics.width(name, TEXT) + SYMBOL, 0)
  const legend = { legend: names.length < 2 ? null : { columns: wide < WIDTH - 100 ? names.length : 2 } }
  const x = { field: 'x', type: kindOf(figure.x), scale: scaleOf(figure.x), axis: axisOf(figure.x) } as const
  const y = { field: 'y', type: kindOf(figure.y), scale: scaleOf(figure.y), axis: axisOf(figure.y) } as const
  const place = { x, y, order: { field: 'at', type: 'quantitative' } } as const
  return {
    ...framed(figure, means),
    width: WIDTH,
    height: HEIGHT,
    autosize: { type: 'fit', contains: 'padding' },
    layer: [
      {
        data: { values: rowsOf(figure.series, 'faint') },
        mark: { type: 'line', color: colours.series[0], strokeOpacity: 0.25, strokeWidth: 1.2 },
        encoding: { ...place, detail: { field: 'name' } },
      },
      {
        data: { values: named.flatMap((series) => rowsOf([series], series.look)) },
        mark: { type: 'line', strokeWidth: 3, strokeJoin: 'round' },
        encoding: {
          ...place,
          color: {
            field: 'name',
            type: 'nominal',
            scale: { domain: names, range: named.map(colour) },
            ...legend,
          },
          strokeDash: {
            field: 'name',
            type: 'nominal',
            scale: { domain: names, range: named.map(({ look }) => (look === 'reference' ? DASHED : SOLID)) },
            ...legend,
          },
        },
      },
      {
        data: {
          values: rowsOf(named, 'dots').map((row) => ({ ...row, fill: colour(ofName(named, row.name)) })),
        },
        mark: { type: 'point', size: 80, opacity: 1, strokeWidth: 0 },
        encoding: { x, y, fill: { field: 'fill', type: 'nominal', scale: null, legend: null } },
      },
    ],
  }
}

const rowsOf = (series: readonly Series[], look: Series['look']) =>
  series
    .filter((one) => one.look === look)
    .flatMap(({ name, points }) => points.map(({ x, y }, at) => ({ name, x, y, at })))

const ofName = (series: readonly Series[], wanted: string): Series =>
  series.find(({ name }) => name === wanted) ?? { name: wanted, points: [], look: 'line' }

const kindOf = ({ as }: Axis) => (as === 'date' ? 'temporal' : 'quantitative')

const scaleOf = ({ as, from, to }: Axis) => {
  const domain: [number, number] = [from, to]
  const type: 'utc' | 'log' | 'linear' = as === 'date' ? 'utc' : as === 'log' ? 'log' : 'linear'
  return { domain, nice: false, type, ...(type === 'linear' && { zero: false }) }
}

const DAY = 86_400_000

/** Days where there are few, and powers of ten where there are some. */
const ticks = ({ as, from, to }: Axis): { tickCount?: number | 'day'; values?: number[] } => {
  if (as === 'date') return { tickCount: to - from <= 5 * DAY ? 'day' : 5 }
  const powers = as === 'log' ? powersOfTen(from, to) : []
  return powers.length > 1 ? { values: powers } : { tickCount: 6 }
}

const axisOf = (axis: Axis) =>
  ({
    title: axis.title,
    format: formatOf(axis),
    ...ticks(axis),
    labelOverlap: true,
    labelFlush: true,
  }) as const
