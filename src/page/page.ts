/** A report as one page that needs nothing else: no script, no file, nothing fetched. It reads and prints well. */
import { reportMarkdown } from '../interview/markdown.ts'
import type { Report } from '../interview/report.ts'
import type { Entry } from '../interview/transcript.ts'
import { type Words, wordsIn } from '../words/words.ts'
import { escaped } from './escape.ts'
import { dated, sectioned } from './frame.ts'
import { type Section, sectionsOf } from './prose.ts'
import { transcript } from './transcript.ts'

/** A picture as SVG for either ground, and what is seen on it. */
export type Shown = { light: string; dark: string; alt: string }

/** Pictures of the report, and of diagrams by the entry that describes one; what is absent is left out. */
export type Pictures = { scores?: Shown; pace?: Shown; diagrams?: ReadonlyMap<number, Shown> }

/** The page of a report in the language of its talk; equal input gives an equal page. */
export const reportPage = (report: Report, log: readonly Entry[], pictures: Pictures = {}): string => {
  const words = wordsIn(report.options.language)
  const { lead, sections } = sectionsOf(reportMarkdown(report, '/', words))
  const figures: Readonly<Record<string, Shown | undefined>> = {
    [words.report.byStage]: pictures.scores,
    [words.report.conduct]: pictures.pace,
  }
  const drawn = new Map([...(pictures.diagrams ?? [])].map(([entry, shown]) => [entry, figure(shown)]))
  const talk = transcript(report, log, drawn, words)
  const whole: Section[] = [
    ...sections.map((one) => ({ ...one, html: `${figureFor(figures[one.title])}${one.html}` })),
    ...(talk === '' ? [] : [{ id: 'talk', title: words.page.talk, html: talk }]),
  ]
  const [title, facts] = [titleOf(report, words), factsOf(report, words)]
  return sectioned({ title, facts, lead, sections: whole }, words)
}

/** A picture for either ground; one of the two is shown, and either is told as an image. */
const figure = ({ light, dark, alt }: Shown): string =>
  `<figure role="img" aria-label="${escaped(alt)}"><div class="light" aria-hidden="true">${bare(light)}</div><div class="dark" aria-hidden="true">${bare(dark)}</div></figure>`

const figureFor = (shown: Shown | undefined): string => (shown === undefined ? '' : figure(shown))

/** Two drawings on one page must not share ids, and neither says a second time what the figure says. */
const bare = (svg: string): string => svg.replace(/<\?xml[^>]*>|<!DOCTYPE[^>]*>/g, '').trim()

const titleOf = ({ problem, format }: Report, { report }: Words): string =>
  `${report.title({ title: problem.title })}${format.part === null ? '' : ` · ${format.title}`}`

const factsOf = ({ began, minutes, options }: Report, words: Words): string =>
  words.page.facts({
    date: dated(began, words, 'long'),
    level: words.levels[options.level],
    mode: options.mode,
    minutes: Math.round(minutes),
  })
