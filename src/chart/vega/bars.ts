import type { TopLevelSpec } from 'vega-lite'
import type { Bars } from '../figure.ts'
import { formatOf, framed, type Means, TEXT, WIDTH } from './frame.ts'

const STEP = 40
const AROUND = 170

/** Bars in rows as Vega-Lite, each with its words at the end, its tick and its interval. */
export const barsSpec = (figure: Bars, means: Means): TopLevelSpec => {
  const { colours, metrics } = means
  const { axis, rows } = figure
  const start = Math.min(Math.max(0, axis.from), axis.to)
  const values = rows.map(({ name, value, text, tick, low, high, tone }) => ({
    name,
    text,
    start,
    value: value ?? start,
    fill: tone === 'good' ? colours.good : colours.bad,
    end: Math.max(start, value ?? start, tick ?? start, high ?? start),
    ...(tick === undefined ? {} : { tick }),
    ...(low === undefined || high === undefined || low === high ? {} : { low, high }),
  }))
  const widest = Math.max(...rows.map(({ text }) => metrics.width(text, TEXT)))
  const frame = framed(figure, means)
  const y = {
    field: 'name',
    type: 'nominal',
    sort: null,
    scale: { domain: rows.map(({ name }) => name), paddingInner: 0.36, paddingOuter: 0.25 },
    axis: { title: null, labelColor: colours.ink, labelLimit: 300, ticks: false, domain: false },
  } as const
  const scale = { domain: [axis.from, axis.to] as [number, number], nice: false, zero: false } as const
  const across = {
    type: 'quantitative',
    scale,
    axis: { title: axis.title, format: formatOf(axis), tickCount: 6, labelFlush: false },
  } as const
  return {
    ...frame,
    padding: { ...frame.padding, right: Math.ceil(widest) + 30 },
    width: WIDTH,
    height: AROUND + rows.length * STEP,
    autosize: { type: 'fit', contains: 'padding' },
    data: { values },
    layer: [
      {
        mark: { type: 'bar', cornerRadiusEnd: 3 },
        encoding: {
          y,
          x: { field: 'value', ...across },
          x2: { field: 'start' },
          color: { field: 'fill', type: 'nominal', scale: null },
        },
      },
      {
        transform: [{ filter: 'isValid(datum.low)' }],
        mark: { type: 'rule', strokeWidth: 2, color: colours.tick },
        encoding: { y, x: { field: 'low', ...across }, x2: { field: 'high' } },
      },
      {
        transform: [{ filter: 'isValid(datum.tick)' }],
        mark: { type: 'tick', thickness: 4, size: 34, color: colours.tick, opacity: 1 },
        encoding: { y, x: { field: 'tick', ...across } },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'middle', dx: 10, fontSize: TEXT, color: colours.ink },
        encoding: { y, x: { field: 'end', ...across }, text: { field: 'text' } },
      },
    ],
  }
}
