import type { TopLevelSpec } from 'vega-lite'
import type { Grid } from '../figure.ts'
import { blend, readable } from '../theme.ts'
import { framed, type Means, TEXT } from './frame.ts'

const LARGEST = 150
const MOST = 620

/** A grid of cells as Vega-Lite; the darker a cell, the larger its share of the row. */
export const gridSpec = (figure: Grid, means: Means): TopLevelSpec => {
  const { colours, metrics } = means
  const { labels, cells } = figure
  const size = Math.floor(Math.min(LARGEST, MOST / labels.length))
  const widest = Math.max(...labels.map((label) => metrics.width(label, TEXT)))
  const values = cells.map(({ row, column, share, text }) => {
    const fill = blend(colours.paper, row === column ? colours.good : colours.bad, share)
    const ink = readable(fill, colours.ink, colours.onFill)
    return { row: labels[row] ?? '', column: labels[column] ?? '', text, fill, ink }
  })
  const axis = {
    ticks: false,
    domain: false,
    labelLimit: 260,
    labelColor: colours.ink,
    labelOverlap: false,
  } as const
  const scale = { domain: [...labels] as string[], padding: 0.04 } as const
  const y = {
    field: 'row',
    type: 'nominal',
    sort: null,
    scale,
    axis: { ...axis, title: figure.rows },
  } as const
  const x = {
    field: 'column',
    type: 'nominal',
    sort: null,
    scale,
    axis: {
      ...axis,
      title: figure.columns,
      orient: 'top',
      ...(widest > size - 10 ? { labelAngle: -40, labelAlign: 'left' as const } : { labelAngle: 0 }),
    },
  } as const
  return {
    ...framed(figure, means, Math.max(560, widest + size * labels.length)),
    width: size * labels.length,
    height: Math.min(size, size > 100 ? 100 : size) * labels.length,
    data: { values },
    layer: [
      {
        mark: { type: 'rect', cornerRadius: 4, stroke: colours.grid },
        encoding: { x, y, fill: { field: 'fill', type: 'nominal', scale: null } },
      },
      {
        mark: {
          type: 'text',
          baseline: 'middle',
          fontSize: size > 60 ? TEXT : 12,
          lineBreak: '\n',
          lineHeight: 19,
          dy: cells.some(({ text }) => text.includes('\n')) ? -9 : 0,
        },
        encoding: { x, y, text: { field: 'text' }, color: { field: 'ink', type: 'nominal', scale: null } },
      },
    ],
  }
}
