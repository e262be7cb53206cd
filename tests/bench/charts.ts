/** A picture of each kind once all that draws is loaded, beside the rasteriser alone on the same SVG; and plots for a terminal. */
import { performance } from 'node:perf_hooks'
import { Resvg } from '@resvg/resvg-wasm'
import { draw } from '../../src/chart/chart.ts'
import type { Picture } from '../../src/chart/picture.ts'
import { plotted } from '../../src/chart/plot.ts'
import { PICTURES } from '../chart/pictures.ts'
import { median } from './bank.ts'
import type { Figure } from './bench.ts'

const GOAL_MS = 150
const PLOT_MS = 10
const ROUNDS = 9

export const charts = async (): Promise<Figure[]> => {
  const pictures = Object.entries(PICTURES)
  const start = performance.now()
  for (const [, picture] of pictures.slice(0, 1)) await draw(picture, 'light')
  const cold = performance.now() - start
  // Each once, so that what one kind needs is compiled.
  for (const [, picture] of pictures) await draw(picture, 'light')
  const figures: Figure[] = []
  for (const [name, picture] of pictures) figures.push(await figureOf(name, picture, cold))
  return [...figures, plots()]
}

const figureOf = async (name: string, picture: Picture, cold: number): Promise<Figure> => {
  const ours: number[] = []
  const alone: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now()
    const { svg } = await draw(picture, round % 2 === 0 ? 'light' : 'dark')
    ours.push(performance.now() - start)
    alone.push(rasterised(svg))
  }
  const ms = median(ours)
  return {
    name: `${name} as PNG, warm, median of ${ROUNDS}`,
    value: `${ms.toFixed(0)} ms`,
    baseline: `${median(alone).toFixed(0)} ms for the rasteriser alone, without its texts; the first picture took ${cold.toFixed(0)} ms`,
    goal: `under ${GOAL_MS} ms`,
    met: ms < GOAL_MS,
  }
}

/** What the rasteriser takes for the same SVG as it comes, fonts left out. */
const rasterised = (svg: string): number => {
  const start = performance.now()
  const drawing = new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 } })
  const image = drawing.render()
  image.asPng()
  image.free()
  drawing.free()
  return performance.now() - start
}

const plots = (): Figure => {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    for (const picture of Object.values(PICTURES)) plotted(picture, { width: 100 })
    return (performance.now() - start) / Object.keys(PICTURES).length
  })
  const ms = median(times)
  return {
    name: 'a plot in characters, mean over all kinds, median',
    value: `${ms.toFixed(2)} ms`,
    baseline: 'the pictures above',
    goal: `under ${PLOT_MS} ms`,
    met: ms < PLOT_MS,
  }
}
