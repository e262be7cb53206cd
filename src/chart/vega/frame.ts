import type { TopLevelSpec } from 'vega-lite'
import type { Axis, Figure } from '../figure.ts'
import { FAMILY } from '../raster/fonts.ts'
import type { Metrics } from '../raster/metrics.ts'
import { wrapped } from '../raster/wrap.ts'
import type { Colours } from '../theme.ts'

/** What a specification is made with. */
export type Means = { colours: Colours; metrics: Metrics }

/** Width of every picture in units of the SVG, and the size of its small text. */
export const WIDTH = 960
export const TEXT = 15

/** Title, note and look, the same for every picture. */
export const framed = ({ title, note }: Figure, { colours, metrics }: Means, width = WIDTH) =>
  ({
    background: colours.paper,
    padding: { left: 24, right: 28, top: 20, bottom: 20 },
    title: {
      text: title,
      subtitle: wrapped(note, width - 70, TEXT, metrics),
      anchor: 'start',
      frame: 'bounds',
      offset: 18,
    },
    config: {
      font: FAMILY,
      view: { stroke: null },
      title: {
        color: colours.ink,
        fontSize: 22,
        subtitleColor: colours.muted,
        subtitleFontSize: TEXT,
        subtitleFontWeight: 'normal',
        subtitlePadding: 8,
        subtitleLineHeight: 20,
      },
      axis: {
        labelColor: colours.muted,
        labelFontSize: TEXT,
        titleColor: colours.ink,
        titleFontSize: TEXT,
        titleFontWeight: 'normal',
        titlePadding: 12,
        labelPadding: 6,
        gridColor: colours.grid,
        domainColor: colours.frame,
        tickColor: colours.frame,
        tickSize: 5,
      },
      legend: {
        labelColor: colours.ink,
        labelFontSize: TEXT,
        labelLimit: 400,
        symbolStrokeWidth: 3,
        symbolSize: 500,
        orient: 'top',
        direction: 'horizontal',
        columns: 2,
        columnPadding: 24,
        rowPadding: 6,
        title: null,
        offset: 14,
      },
    },
  }) as const satisfies Partial<TopLevelSpec>

/** How the numbers of an axis are written, in d3's notation. */
export const formatOf = ({ as, from, to }: Axis): string => {
  if (as === 'share') return '.1f'
  if (as === 'date')
    return new Date(from).getUTCFullYear() === new Date(to).getUTCFullYear() ? '%-d %b' : '%-d %b %Y'
  return Math.max(Math.abs(from), Math.abs(to)) >= 10_000 ? '~s' : ',~f'
}
