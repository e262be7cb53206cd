/** A report as a page in a file, with the pictures that belong to it. */
import type { Picture } from '../chart/picture.ts'
import { picturesOf } from '../host/pictures.ts'
import type { Report } from '../interview/report.ts'
import { answers, type Entry } from '../interview/transcript.ts'
import { BadInput } from '../numbers/bad-input.ts'
import { diagramIn } from '../numbers/diagram/chat.ts'
import { readDiagram } from '../numbers/diagram/read.ts'
import { type Pictures, reportPage, type Shown } from '../page/page.ts'

/** The page: what the candidate drew in words is drawn beside them. */
export const pageOf = async (report: Report, log: readonly Entry[]): Promise<string> => {
  const { draw } = await import('../chart/chart.ts')
  const shown = async (picture: Picture): Promise<Shown> => {
    const { language } = report.options
    const [light, dark] = await Promise.all([
      draw(picture, 'light', language),
      draw(picture, 'dark', language),
    ])
    return { light: light.svg, dark: dark.svg, alt: light.alt }
  }
  const pictures: Pictures = {}
  for (const { name, picture } of picturesOf(report)) {
    if (name === 'marks') pictures.scores = await shown(picture)
    else pictures.pace = await shown(picture)
  }
  const diagrams = new Map<number, Shown>()
  for (const { entry, text, attempt } of answers(log)) {
    const picture = attempt === 0 ? drawingIn(text) : undefined
    if (picture) diagrams.set(entry, await shown(picture))
  }
  return reportPage(report, log, { ...pictures, diagrams })
}

/** The drawing that a message holds; nothing where it cannot be read as one. */
const drawingIn = (text: string): Picture | undefined => {
  const found = diagramIn(text)
  if (found === undefined) return undefined
  try {
    return { kind: 'diagram', diagram: readDiagram(found) }
  } catch (error) {
    if (error instanceof BadInput) return undefined
    throw error
  }
}
