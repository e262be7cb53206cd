import { readFile } from 'node:fs/promises'
import { type Metrics, metricsOf } from './metrics.ts'

/** The family that every text is set in; the others stand in where a page shows the SVG without it. */
export const FAMILY = 'DejaVu Sans, Verdana, sans-serif'

export type Fonts = { regular: Uint8Array; bold: Uint8Array; metrics: Metrics; boldMetrics: Metrics }

let loaded: Promise<Fonts> | undefined

/** The fonts from the package that ships them, read once; those of the machine are never used. */
export const fonts = (): Promise<Fonts> => {
  loaded ??= read()
  return loaded
}

const read = async (): Promise<Fonts> => {
  const [regular, bold] = await Promise.all(
    ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) =>
      readFile(new URL(import.meta.resolve(`dejavu-fonts-ttf/ttf/${file}`))),
    ),
  )
  if (regular === undefined || bold === undefined) throw new Error('The fonts were not read.')
  return { regular, bold, metrics: metricsOf(regular), boldMetrics: metricsOf(bold) }
}
