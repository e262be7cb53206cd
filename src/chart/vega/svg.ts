import type { LoggerInterface } from 'vega'
import type { TopLevelSpec } from 'vega-lite'
import type { Figure } from '../figure.ts'
import { type Fonts, fonts } from '../raster/fonts.ts'
import type { Colours } from '../theme.ts'
import { barsSpec } from './bars.ts'
import type { Means } from './frame.ts'
import { gridSpec } from './grid.ts'
import { linesSpec } from './lines.ts'

type Painter = (spec: TopLevelSpec) => Promise<string>

let ready: Promise<Painter> | undefined

/** A figure as SVG, the same on every machine: texts are measured by the shipped font. */
export const figureSvg = async (figure: Figure, colours: Colours): Promise<string> => {
  const shipped = await fonts()
  ready ??= painter(shipped)
  return (await ready)(specOf(figure, { colours, metrics: shipped.metrics }))
}

/** The Vega-Lite specification of a figure; data stand in it as values, and no text of theirs is an expression. */
export const specOf = (figure: Figure, means: Means): TopLevelSpec => {
  if (figure.form === 'lines') return linesSpec(figure, means)
  return figure.form === 'bars' ? barsSpec(figure, means) : gridSpec(figure, means)
}

const painter = async ({ metrics, boldMetrics }: Fonts): Promise<Painter> => {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')])
  measureWith(vega, (bold, text, size) => (bold ? boldMetrics : metrics).width(text, size))
  return async (spec) => {
    const faults: unknown[] = []
    const view = new vega.View(vega.parse(compile(spec, { logger: quiet(faults) }).spec), {
      renderer: 'none',
      logger: quiet(faults),
    })
    try {
      const svg = await view.toSVG()
      if (faults.length > 0) throw new Error('The picture could not be laid out.', { cause: faults[0] })
      return svg
    } finally {
      view.finalize()
    }
  }
}

/** Keeps what goes wrong instead of printing it; a picture with a fault in it is not shown. */
const quiet = (faults: unknown[]): LoggerInterface => {
  const logger: LoggerInterface = {
    level: (() => logger) as LoggerInterface['level'],
    error: (...fault) => {
      faults.push(...fault)
      return logger
    },
    warn: () => logger,
    info: () => logger,
    debug: () => logger,
  }
  return logger
}

type Item = { fontSize?: number; fontWeight?: string | number }
type Measuring = { textMetrics: { width: (item: Item, text: unknown) => number } }

/** Vega estimates widths where there is no canvas; this is the place that it keeps for a better measure. */
const measureWith = (vega: object, width: (bold: boolean, text: string, size: number) => number): void => {
  const { textMetrics } = vega as Measuring
  textMetrics.width = ({ fontSize = 11, fontWeight }, text) =>
    width(fontWeight === 'bold' || Number(fontWeight) >= 600, String(text ?? ''), fontSize)
}
